import { queryOptions } from "@tanstack/react-query";
import { answer, api, type Shape } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";

export type Quality = Shape<"ScheduleQuality">;
export type QualityHeading = Quality["headings"][number];
export type QualityPoint = Shape<"QualityPoint">;

/** How well made the schedule of a project is. */
export const qualityQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "quality"),
    queryFn: () =>
      answer(api.GET("/api/v1/projects/{projectId}/schedule-quality", { params: { path: { projectId } } })),
  });
