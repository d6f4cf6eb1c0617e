import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";

export const sampleQuery = queryOptions({
  queryKey: keys.workspace("sample"),
  queryFn: async () => (await answer(api.GET("/api/v1/sample"))).project,
  staleTime: 5 * 60_000,
});

export function removeSample(): Promise<unknown> {
  return answer(api.DELETE("/api/v1/sample"));
}
