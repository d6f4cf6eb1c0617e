import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { answer, api, type Shape } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";

export type Workload = Shape<"Workload">;
export type WorkloadPerson = Workload["people"][number];
export type WorkloadCell = Shape<"WorkloadCell">;
export type WorkloadCard = Shape<"WorkloadCard">;

export const SHOWN_WEEKS = 8;

/** Under the portfolio's name: whatever happens in any project may change who has how much to do. */
export const workloadQuery = (from: string | undefined) =>
  queryOptions({
    queryKey: [...keys.portfolio, "workload", from ?? ""],
    queryFn: () => {
      const query = { weeks: SHOWN_WEEKS, ...(from ? { from } : {}) };
      return answer(api.GET("/api/v1/workload", { params: { query } }));
    },
    placeholderData: keepPreviousData,
  });
