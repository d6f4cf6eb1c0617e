import { queryOptions } from "@tanstack/react-query";
import { answer, api, type Shape } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";

export type Today = Shape<"Today">;
export type TodayCard = Shape<"TodayCard">;

/** Under the portfolio's name: whatever happens in any project may change what is next. */
export const todayQuery = queryOptions({
  queryKey: [...keys.portfolio, "today"],
  queryFn: () => answer(api.GET("/api/v1/today")),
});
