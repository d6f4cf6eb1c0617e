import { queryOptions } from "@tanstack/react-query";
import { answer, api, type Shape } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";

export type Feed = Shape<"Feed">;
export type MadeFeed = Shape<"MadeFeed">;

/** One's own, oldest first, without their addresses. */
export const feedsQuery = queryOptions({
  queryKey: keys.workspace("feeds"),
  queryFn: async () => (await answer(api.GET("/api/v1/me/feeds"))).items,
});

/** Of one project, or null for one's own work in all of them; the server tells the address this once. */
export function makeFeed(projectId: string | null, withCards: boolean): Promise<MadeFeed> {
  const body = { withCards };
  return projectId === null
    ? answer(api.POST("/api/v1/me/feeds", { body }))
    : answer(api.POST("/api/v1/projects/{projectId}/feeds", { params: { path: { projectId } }, body }));
}

export function renewFeed(feedId: string): Promise<MadeFeed> {
  return answer(api.POST("/api/v1/me/feeds/{feedId}/renew", { params: { path: { feedId } } }));
}

export async function endFeed(feedId: string): Promise<void> {
  await answer(api.DELETE("/api/v1/me/feeds/{feedId}", { params: { path: { feedId } } }));
}
