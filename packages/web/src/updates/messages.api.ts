import { infiniteQueryOptions, type QueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";

export type Message = Shape<"Message">;

/** Newest first, page by page. */
export const messagesQuery = (projectId: string) =>
  infiniteQueryOptions({
    queryKey: keys.project(projectId, "messages"),
    initialPageParam: "",
    queryFn: ({ pageParam }) =>
      answer(
        api.GET("/api/v1/projects/{projectId}/messages", {
          params: { path: { projectId }, query: pageParam ? { cursor: pageParam } : {} },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

const refresh = (client: QueryClient, projectId: string) =>
  client.invalidateQueries({ queryKey: keys.project(projectId, "messages") });

export async function sendMessage(
  client: QueryClient,
  projectId: string,
  body: { title: string; body: string; audience: "team" | "client" },
): Promise<void> {
  await answer(api.POST("/api/v1/projects/{projectId}/messages", { params: { path: { projectId } }, body }));
  await refresh(client, projectId);
}

export async function deleteMessage(
  client: QueryClient,
  { id: messageId, projectId }: Message,
): Promise<void> {
  await answer(api.DELETE("/api/v1/messages/{messageId}", { params: { path: { messageId } } }));
  await refresh(client, projectId);
}
