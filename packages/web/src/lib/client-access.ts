import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "./api.ts";
import { keys } from "./query-keys.ts";

/** How the client's people come in to a project. */
export function clientAccessQuery(projectId: string) {
  return queryOptions({
    queryKey: keys.project(projectId, "client-access"),
    queryFn: () =>
      answer(api.GET("/api/v1/projects/{projectId}/client-access", { params: { path: { projectId } } })),
  });
}
