import type { Scope } from "../access/scope.ts";
import { notInTrash } from "../db/trash.ts";

export async function projectWords(
  { tx, actor }: Scope,
  projectId: string,
): Promise<{ name: string; currency: string }> {
  return tx
    .selectFrom("projects")
    .select(["name", "currency"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", projectId)
    .executeTakeFirstOrThrow();
}

export interface NewestVersion {
  fileId: string;
  versionId: string;
  name: string;
  sha256: string;
  bytes: number;
  mediaType: string;
}

/** The newest version of each of these files that the client may see, in the order given. */
export async function newestVersions(
  { tx, actor }: Scope,
  projectId: string,
  fileIds: readonly string[],
): Promise<NewestVersion[]> {
  if (fileIds.length === 0) return [];
  const rows = await tx
    .selectFrom("files as f")
    .innerJoin("fileVersions as v", (on) =>
      on.onRef("v.workspaceId", "=", "f.workspaceId").onRef("v.fileId", "=", "f.id"),
    )
    .innerJoin("blobs as b", (on) =>
      on.onRef("b.workspaceId", "=", "v.workspaceId").onRef("b.sha256", "=", "v.sha256"),
    )
    .distinctOn("f.id")
    .select(["f.id as fileId", "v.id as versionId", "v.name", "v.sha256", "b.bytes", "b.mediaType"])
    .where("f.workspaceId", "=", actor.workspaceId)
    .where("f.projectId", "=", projectId)
    .where("f.id", "in", fileIds)
    .where("f.audience", "=", "client")
    .where(notInTrash("f.workspaceId", "f.id"))
    .orderBy("f.id")
    .orderBy("v.n", "desc")
    .execute();
  const byId = new Map(rows.map((row) => [row.fileId, row]));
  return fileIds.flatMap((id) => byId.get(id) ?? []);
}

export interface FrozenFile {
  approvalId: string;
  position: number;
  name: string;
  mediaType: string | null;
  fileId: string | null;
  n: number | null;
}

/** The files that these requests ask about, as they were frozen. */
export async function frozenFiles(
  { tx, actor }: Scope,
  approvalIds: readonly string[],
): Promise<FrozenFile[]> {
  if (approvalIds.length === 0) return [];
  return tx
    .selectFrom("approvalFiles as a")
    .leftJoin("fileVersions as v", (on) =>
      on.onRef("v.workspaceId", "=", "a.workspaceId").onRef("v.id", "=", "a.fileVersionId"),
    )
    .leftJoin("blobs as b", (on) =>
      on.onRef("b.workspaceId", "=", "a.workspaceId").onRef("b.sha256", "=", "a.sha256"),
    )
    .select(["a.approvalId", "a.position", "a.name", "b.mediaType", "v.fileId", "v.n"])
    .where("a.workspaceId", "=", actor.workspaceId)
    .where("a.approvalId", "in", approvalIds)
    .orderBy("a.position")
    .execute();
}

/** Whoever adds a version to one of these files waits until this transaction is done. */
export async function holdFiles({ tx, actor }: Scope, fileIds: readonly string[]): Promise<void> {
  if (fileIds.length === 0) return;
  await tx
    .selectFrom("files")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "in", fileIds)
    .orderBy("id")
    .forShare()
    .execute();
}

/** The last publication that was not taken back, with the plan version that it made or left as it was. */
export async function standingPublication({ tx, actor }: Scope, projectId: string) {
  return tx
    .selectFrom("publications as p")
    .select((row) => [
      "p.id",
      "p.n",
      "p.heldUntil",
      row
        .selectFrom("planVersions as v")
        .innerJoin("publications as made", (on) =>
          on.onRef("made.workspaceId", "=", "v.workspaceId").onRef("made.id", "=", "v.publicationId"),
        )
        .select("v.id")
        .whereRef("v.workspaceId", "=", "p.workspaceId")
        .whereRef("v.projectId", "=", "p.projectId")
        .where("v.withdrawnAt", "is", null)
        .whereRef("made.n", "<=", "p.n")
        .orderBy("v.n", "desc")
        .limit(1)
        .as("planVersionId"),
    ])
    .where("p.workspaceId", "=", actor.workspaceId)
    .where("p.projectId", "=", projectId)
    .where("p.withdrawnAt", "is", null)
    .orderBy("p.n", "desc")
    .limit(1)
    .executeTakeFirst();
}
