import { queryOptions } from "@tanstack/react-query";
import { answer, api, type Shape } from "./api.ts";
import { keys } from "./query-keys.ts";

export type MilestoneHead = Shape<"MilestoneHead">;

/** How the milestones of a project stand without reading its whole plan: health, forecast, progress by estimate, change of scope. */
export const milestoneHeadsQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "milestone-heads"),
    queryFn: async () => {
      const params = { path: { projectId } };
      return (await answer(api.GET("/api/v1/projects/{projectId}/milestone-heads", { params }))).items;
    },
  });
