import { infiniteQueryOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import { answer, api, ifMatch, type Shape } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";

export type Comment = Shape<"Comment">;
export type Mentionable = Shape<"Mentionable">;
export type Audience = "team" | "client";

/** The thing that is talked about, and its project. */
export interface TalkSubject {
  kind: "card" | "milestone" | "objective" | "project" | "message";
  id: string;
  projectId: string;
}

const named = ({ kind, id }: TalkSubject) => `${kind}:${id}` as `${TalkSubject["kind"]}:${string}`;

/** Newest first, page by page. */
export const talkQuery = (subject: TalkSubject, audience: Audience) =>
  infiniteQueryOptions({
    queryKey: keys.project(subject.projectId, "talk", subject.id, audience),
    initialPageParam: "",
    queryFn: ({ pageParam }) =>
      answer(
        api.GET("/api/v1/comments", {
          params: {
            query: { subject: named(subject), audience, ...(pageParam ? { cursor: pageParam } : {}) },
          },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export const mentionableQuery = (subject: TalkSubject, audience: Audience) =>
  queryOptions({
    queryKey: keys.project(subject.projectId, "mentionable", subject.id, audience),
    queryFn: async () =>
      (
        await answer(
          api.GET("/api/v1/mentionable", { params: { query: { subject: named(subject), audience } } }),
        )
      ).items,
  });

export const editsQuery = (projectId: string, comment: Comment) =>
  queryOptions({
    queryKey: keys.project(projectId, "edits", comment.id, String(comment.revision)),
    queryFn: async () =>
      (
        await answer(
          api.GET("/api/v1/comments/{commentId}/edits", { params: { path: { commentId: comment.id } } }),
        )
      ).items,
  });

export const refreshTalk = (client: QueryClient, { projectId, id }: TalkSubject) =>
  client.invalidateQueries({ queryKey: keys.project(projectId, "talk", id) });

export async function say(
  client: QueryClient,
  subject: TalkSubject,
  audience: Audience,
  words: { body: string; mentions: string[] },
): Promise<void> {
  const { kind, id } = subject;
  await answer(api.POST("/api/v1/comments", { body: { subject: { kind, id }, audience, ...words } }));
  await refreshTalk(client, subject);
}

export async function rephrase(
  client: QueryClient,
  subject: TalkSubject,
  { id, revision }: Comment,
  words: { body: string; mentions: string[] },
): Promise<void> {
  await answer(
    api.PATCH("/api/v1/comments/{commentId}", {
      params: { path: { commentId: id } },
      headers: ifMatch(revision),
      body: words,
    }),
  );
  await refreshTalk(client, subject);
}

export async function reactTo(
  client: QueryClient,
  subject: TalkSubject,
  { id: commentId }: Comment,
  word: Shape<"ReactionWord">,
  on: boolean,
): Promise<void> {
  const at = { params: { path: { commentId, word } } };
  await answer(
    on
      ? api.PUT("/api/v1/comments/{commentId}/reactions/{word}", at)
      : api.DELETE("/api/v1/comments/{commentId}/reactions/{word}", at),
  );
  await refreshTalk(client, subject);
}

export async function takeAway(client: QueryClient, subject: TalkSubject, { id }: Comment): Promise<void> {
  await answer(api.DELETE("/api/v1/comments/{commentId}", { params: { path: { commentId: id } } }));
  await refreshTalk(client, subject);
}
