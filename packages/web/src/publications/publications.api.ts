import { type QueryClient, queryOptions, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { answer, api, type Shape } from "../lib/api.ts";
import { useLive } from "../lib/live.ts";
import { type MilestonePage, patchWords } from "../lib/milestone-acts.ts";
import { refreshPlan } from "../lib/plan-writes.ts";
import { ApiProblem } from "../lib/problem.ts";
import { keys } from "../lib/query-keys.ts";
import { offerUndo } from "../lib/undo.tsx";

export type Publication = Shape<"Publication">;
export type Notice = Shape<"Notice">;
export type Recipient = Notice["recipients"][number];
export type Preview = Shape<"PublicationPreview">;
export type ClientChange = Preview["changes"][number];
export type TeamMilestone = Preview["teamOnly"][number];

const at = (projectId: string) => ({ params: { path: { projectId } } });

/** How many changes the client has not been told, and what is being published right now. */
export const publicationStateQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.publicationState(projectId),
    queryFn: () => answer(api.GET("/api/v1/projects/{projectId}/publication-state", at(projectId))),
  });

export const publicationPreviewQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "publication-preview"),
    queryFn: () => answer(api.GET("/api/v1/projects/{projectId}/publication-preview", at(projectId))),
  });

/** What the client was told and when, newest first. */
export const noticesQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "notices"),
    queryFn: async () =>
      (await answer(api.GET("/api/v1/notices", { params: { query: { projectId } } }))).items,
  });

const one = (noticeId: string) => ({ params: { path: { noticeId } } });

/** It stood before one's eyes. */
export async function markNoticeRead({ id }: Notice): Promise<void> {
  await answer(api.POST("/api/v1/notices/{noticeId}/read", one(id)));
}

export async function acknowledge(client: QueryClient, { id, projectId }: Notice): Promise<void> {
  await answer(api.POST("/api/v1/notices/{noticeId}/acknowledge", one(id)));
  await client.invalidateQueries({ queryKey: noticesQuery(projectId).queryKey });
}

export async function askAbout(client: QueryClient, { id, projectId }: Notice, words: string): Promise<void> {
  await answer(api.POST("/api/v1/notices/{noticeId}/question", { ...one(id), body: { words } }));
  await client.invalidateQueries({ queryKey: noticesQuery(projectId).queryKey });
}

/** The mail of one person once more, to the same address. */
export async function mailAgain(client: QueryClient, projectId: string, mailId: string): Promise<void> {
  await answer(api.POST("/api/v1/mails/{mailId}/send", { params: { path: { mailId } } }));
  await client.invalidateQueries({ queryKey: noticesQuery(projectId).queryKey });
}

/** Publishes what the preview showed; where the plan has moved meanwhile, the new preview takes its place. */
export async function publishPlan(
  client: QueryClient,
  projectId: string,
  { hash, last }: Pick<Preview, "hash" | "last">,
  words: Preview["draft"],
): Promise<Publication> {
  try {
    const made = await answer(
      api.POST("/api/v1/projects/{projectId}/publications", {
        ...at(projectId),
        body: { ...words, expectedHash: hash, expectedLast: last },
      }),
    );
    await refresh(client, projectId);
    return made;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 409) await refresh(client, projectId);
    throw error;
  }
}

/** Only while its two minutes run. */
export async function takeBack(client: QueryClient, { id, projectId }: Publication): Promise<void> {
  const params = { path: { publicationId: id } };
  await answer(api.POST("/api/v1/publications/{publicationId}/withdraw", { params }));
  await refresh(client, projectId);
}

async function refresh(client: QueryClient, projectId: string): Promise<void> {
  void client.invalidateQueries({ queryKey: keys.publicationState(projectId) });
  await refreshPlan(client, projectId);
}

/** Happenings that leave what clients read as it is, and happen often. */
const QUIET = new Set(["card", "column", "label", "comment", "file", "import"]);

/** Keeps the count of what is not published and the bar of what is being published up to date. */
export function useLivePublication(projectId: string): void {
  const client = useQueryClient();
  useLive(
    useCallback(
      (message) => {
        if (message.projectId === projectId && !QUIET.has(message.subject.kind))
          void client.invalidateQueries({ queryKey: keys.publicationState(projectId) });
        return false;
      },
      [client, projectId],
    ),
  );
}

/** Clients see these milestones from the next publication on. */
export async function showToClient(
  client: QueryClient,
  projectId: string,
  milestones: readonly TeamMilestone[],
): Promise<void> {
  const shown: MilestonePage[] = [];
  for (const { id, revision } of milestones)
    shown.push(await patchWords(id, revision, { audience: "client" }));
  await refreshPlan(client, projectId);
  const [only] = shown.length === 1 ? shown : [];
  offerUndo(
    only ? `The client will see “${only.title}”` : `The client will see ${shown.length} milestones`,
    async () => {
      for (const { id, revision } of shown) await patchWords(id, revision, { audience: "team" });
      await refreshPlan(client, projectId);
    },
  );
}
