import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";

/** What silence means by the plan that the client approved last. */
export function agreedWindowQuery(projectId: string) {
  return queryOptions({
    queryKey: keys.project(projectId, "agreed-window"),
    queryFn: async () =>
      (
        await answer(
          api.GET("/api/v1/projects/{projectId}/agreed-acceptance", { params: { path: { projectId } } }),
        )
      ).agreed,
  });
}
