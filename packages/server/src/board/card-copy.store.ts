import type { Scope } from "../access/scope.ts";
import { inChunks } from "../db/in-chunks.ts";
import { notInTrash } from "../db/trash.ts";
import { newId } from "../kit/id.ts";
import type { CardRow } from "./card-access.store.ts";

/** Files with all their versions; the bytes are kept once. The picture on the card's front comes along. */
export async function copyFiles(
  { tx, actor }: Scope,
  card: CardRow,
  { id: toCardId, projectId }: Pick<CardRow, "id" | "projectId">,
): Promise<void> {
  const { workspaceId } = actor;
  const files = await tx
    .selectFrom("files as f")
    .selectAll()
    .where("f.workspaceId", "=", workspaceId)
    .where("f.cardId", "=", card.id)
    .where(notInTrash("f.workspaceId", "f.id"))
    .execute();
  if (files.length === 0) return;
  const ids = new Map(files.map(({ id }) => [id, newId()]));
  const versions = await tx
    .selectFrom("fileVersions")
    .selectAll()
    .where("workspaceId", "=", workspaceId)
    .where("fileId", "in", [...ids.keys()])
    .execute();
  const named = (id: string) => ids.get(id) ?? id;
  await inChunks(
    files.map((file) => ({
      ...file,
      ...(projectId === file.projectId ? {} : { projectId, folderId: null }),
      id: named(file.id),
      cardId: toCardId,
      audience: "team",
      revision: 1,
    })),
    (some) => tx.insertInto("files").values(some).execute(),
  );
  await inChunks(
    versions.map((version) => ({ ...version, id: newId(), fileId: named(version.fileId) })),
    (some) => tx.insertInto("fileVersions").values(some).execute(),
  );
  const covers = await tx
    .selectFrom("cards")
    .select("coverFileId")
    .where("workspaceId", "=", workspaceId)
    .where("id", "=", card.id)
    .executeTakeFirst();
  await tx
    .updateTable("cards")
    .set({ coverFileId: ids.get(covers?.coverFileId ?? "") ?? null })
    .where("workspaceId", "=", workspaceId)
    .where("id", "=", toCardId)
    .execute();
}

/** What the team wrote, as it was written and by whom; what was said with the client stays where it was said. */
export async function copyComments({ tx, actor }: Scope, card: CardRow, toCardId: string): Promise<void> {
  const { workspaceId } = actor;
  const comments = await tx
    .selectFrom("comments as c")
    .innerJoin("threads as t", (join) =>
      join.onRef("t.workspaceId", "=", "c.workspaceId").onRef("t.id", "=", "c.threadId"),
    )
    .selectAll("c")
    .where("c.workspaceId", "=", workspaceId)
    .where("t.cardId", "=", card.id)
    .where("t.audience", "=", "team")
    .where("c.deletedAt", "is", null)
    .execute();
  if (comments.length === 0) return;
  const thread = { workspaceId, id: newId(), projectId: card.projectId, audience: "team" };
  await tx
    .insertInto("threads")
    .values({ ...thread, objectiveId: null, milestoneId: null, cardId: toCardId })
    .execute();
  await inChunks(
    comments.map((comment) => ({ ...comment, id: newId(), threadId: thread.id, revision: 1 })),
    (some) => tx.insertInto("comments").values(some).execute(),
  );
}
