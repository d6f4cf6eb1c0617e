import { queryOptions } from "@tanstack/react-query";
import { answer, api, type Shape } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";

export type Trend = Shape<"Trend">;
export type TrendMilestone = Trend["milestones"][number];

/** Where the dates of a project's milestones have been. */
export const trendQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "trend"),
    queryFn: () => answer(api.GET("/api/v1/projects/{projectId}/trend", { params: { path: { projectId } } })),
  });
