import { queryOptions } from "@tanstack/react-query";
import { answer, api, type Shape } from "../lib/api.ts";
import { isPassing } from "../lib/problem.ts";
import { keys } from "../lib/query-keys.ts";
import { keepCopy, readCopy } from "./today-copy.ts";

/** What the server said, or what this browser has kept of it: then with when that was. */
export type Today = Shape<"Today"> & { copiedAt?: string };
export type TodayCard = Shape<"TodayCard">;
export type TodayItem = Today["items"][number];
export type TodayWish = Today["wishes"][number];

/** Under the portfolio's name: whatever happens in any project may change what is next. */
export const todayQuery = queryOptions({
  queryKey: [...keys.portfolio, "today"],
  queryFn: async ({ client }): Promise<Today> => {
    try {
      const today = await answer(api.GET("/api/v1/today"));
      keepCopy(client, today);
      return today;
    } catch (error) {
      const copy = isPassing(error) ? readCopy(client) : null;
      if (!copy) throw error;
      return copy;
    }
  },
});
