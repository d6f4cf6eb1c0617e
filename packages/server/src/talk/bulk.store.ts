import type { Scope } from "../access/scope.ts";
import { inChunks } from "../db/in-chunks.ts";
import { newId } from "../kit/id.ts";

export interface BulkComment {
  id: string;
  cardId: string;
  body: string;
  at: Date;
  /** Who wrote it here; null for a comment from elsewhere, which carries its author's name instead. */
  authorId: string | null;
  importedAuthor: string | null;
}

/** Comments on cards of one project, in their team threads, which are opened where they are missing. */
export async function insertComments(
  scope: Scope,
  projectId: string,
  comments: readonly BulkComment[],
): Promise<void> {
  const { tx, actor } = scope;
  const { workspaceId } = actor;
  const threads = await teamThreads(scope, projectId, [
    ...new Set(comments.map((comment) => comment.cardId)),
  ]);
  const rows = comments.flatMap(({ cardId, at, ...comment }) => {
    const threadId = threads.get(cardId);
    return threadId ? [{ ...comment, workspaceId, threadId, createdAt: at }] : [];
  });
  await inChunks(rows, (chunk) => tx.insertInto("comments").values(chunk).execute());
}

async function teamThreads(
  { tx, actor }: Scope,
  projectId: string,
  cardIds: readonly string[],
): Promise<Map<string, string>> {
  const { workspaceId } = actor;
  if (cardIds.length === 0) return new Map();
  const open = await tx
    .selectFrom("threads")
    .select(["id", "cardId"])
    .where("workspaceId", "=", workspaceId)
    .where("projectId", "=", projectId)
    .where("audience", "=", "team")
    .where("cardId", "is not", null)
    .execute();
  const threads = new Map(open.flatMap(({ id, cardId }) => (cardId ? [[cardId, id] as const] : [])));
  const missing = cardIds.filter((cardId) => !threads.has(cardId)).map((cardId) => ({ cardId, id: newId() }));
  await inChunks(missing, (chunk) =>
    tx
      .insertInto("threads")
      .values(chunk.map((thread) => ({ ...thread, workspaceId, projectId, audience: "team" })))
      .execute(),
  );
  for (const { cardId, id } of missing) threads.set(cardId, id);
  return threads;
}
