import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { answer, api, type Shape } from "./api.ts";
import { refreshPlan } from "./plan-writes.ts";
import { keys } from "./query-keys.ts";

export type VersionChange = Shape<"VersionChange">;

/** One version with all that it keeps; it never changes. */
export const planVersionQuery = (projectId: string, planVersionId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "plan-version", planVersionId),
    queryFn: () =>
      answer(api.GET("/api/v1/plan-versions/{planVersionId}", { params: { path: { planVersionId } } })),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** What has changed from a version to another one, or to the plan as it is now. */
export const versionDiffQuery = (projectId: string, planVersionId: string, to: string | null) =>
  queryOptions({
    queryKey: keys.project(projectId, "version-diff", planVersionId, to ?? "now"),
    queryFn: () =>
      answer(
        api.GET("/api/v1/plan-versions/{planVersionId}/diff", {
          params: { path: { planVersionId }, query: to ? { to } : {} },
        }),
      ),
  });

/** Keeps the plan as it is now, to measure against. */
export async function keepPlan(client: QueryClient, projectId: string, reason: string) {
  const params = { path: { projectId } };
  const version = await answer(
    api.POST("/api/v1/projects/{projectId}/plan-versions", { params, body: { reason } }),
  );
  await refreshPlan(client, projectId);
  return version;
}
