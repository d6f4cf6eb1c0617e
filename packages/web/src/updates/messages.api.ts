import { infiniteQueryOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import { answer, api, ifMatch, type Shape } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";
import { restoreThing } from "../lib/trash.ts";
import { offerUndo } from "../lib/undo.tsx";

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

export const messageQuery = (projectId: string, messageId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "messages", messageId),
    queryFn: () => answer(api.GET("/api/v1/messages/{messageId}", { params: { path: { messageId } } })),
  });

export const readersQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "message-readers"),
    queryFn: () =>
      answer(api.GET("/api/v1/projects/{projectId}/message-readers", { params: { path: { projectId } } })),
  });

const refresh = (client: QueryClient, projectId: string) =>
  client.invalidateQueries({ queryKey: keys.project(projectId, "messages") });

export interface MessageWords {
  title: string;
  body: string;
  mentions: string[];
}

/** What is being written, and for whom: all of it outlives a reload. */
export interface MessageDraft {
  title: string;
  body: string;
  audience: "team" | "client";
}

export const messageDraft = (projectId: string) => `message.new.${projectId}`;

export async function sendMessage(
  client: QueryClient,
  projectId: string,
  body: MessageWords & Pick<MessageDraft, "audience">,
): Promise<Message> {
  const params = { path: { projectId } };
  const message = await answer(api.POST("/api/v1/projects/{projectId}/messages", { params, body }));
  await refresh(client, projectId);
  return message;
}

/** Over the text that was seen. */
export async function editMessage(
  client: QueryClient,
  { id: messageId, projectId, revision }: Message,
  body: MessageWords,
): Promise<void> {
  await answer(
    api.PATCH("/api/v1/messages/{messageId}", {
      params: { path: { messageId } },
      headers: ifMatch(revision),
      body,
    }),
  );
  await refresh(client, projectId);
}

/** Into the trash for 30 days. */
export async function deleteMessage(
  client: QueryClient,
  { id: messageId, projectId }: Message,
): Promise<void> {
  await answer(api.DELETE("/api/v1/messages/{messageId}", { params: { path: { messageId } } }));
  await refresh(client, projectId);
  offerUndo("Message deleted", async () => {
    await restoreThing(messageId, projectId);
    await refresh(client, projectId);
  });
}

export async function reactToMessage(
  client: QueryClient,
  { id: messageId, projectId }: Message,
  word: Shape<"ReactionWord">,
  on: boolean,
): Promise<void> {
  const at = { params: { path: { messageId, word } } };
  await answer(
    on
      ? api.PUT("/api/v1/messages/{messageId}/reactions/{word}", at)
      : api.DELETE("/api/v1/messages/{messageId}/reactions/{word}", at),
  );
  await refresh(client, projectId);
}
