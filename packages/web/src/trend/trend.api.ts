import { queryOptions } from "@tanstack/react-query";
import { answer, api, type Shape } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";

export type Trend = Shape<"Trend">;
export type TrendMilestone = Trend["milestones"][number];

interface TrendWish {
  days?: "reviews" | "all" | undefined;
  /** The number of a version. */
  base?: number | undefined;
}

/** Where the dates of a project's milestones have been. */
export const trendQuery = (projectId: string, { days, base }: TrendWish) =>
  queryOptions({
    queryKey: keys.project(projectId, "trend", days ?? "", String(base ?? "")),
    queryFn: () =>
      answer(
        api.GET("/api/v1/projects/{projectId}/trend", {
          params: {
            path: { projectId },
            query: {
              ...(days ? { by: days === "all" ? ("days" as const) : days } : {}),
              ...(base === undefined ? {} : { base }),
            },
          },
        }),
      ),
  });
