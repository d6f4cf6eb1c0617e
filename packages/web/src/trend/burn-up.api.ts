import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { answer, api, type Shape } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";

export type BurnUp = Shape<"BurnUp">;
export type BurnUpPoint = BurnUp["points"][number];

/** How much there was to do and how much was done, of the project or of one milestone. */
export const burnUpQuery = (projectId: string, milestoneId: string | undefined) =>
  queryOptions({
    queryKey: keys.project(projectId, "burn-up", milestoneId ?? ""),
    queryFn: () =>
      answer(
        api.GET("/api/v1/projects/{projectId}/burn-up", {
          params: { path: { projectId }, query: milestoneId === undefined ? {} : { milestoneId } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
