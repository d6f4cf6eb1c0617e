import { sql } from "kysely";
import { z } from "zod";
import type { Scope } from "../access/scope.ts";
import { updateSeen } from "../db/revisions.ts";
import { notFound } from "../kit/errors.ts";
import { visibleProject } from "../projects/project-access.store.ts";

export const FOLDER_DELETED = "folder.deleted";
export const FILE_SORTED = "file.sorted";
const COLUMNS = ["id", "projectId", "parentId", "name", "revision"] as const;

export interface FolderRow {
  id: string;
  projectId: string;
  parentId: string | null;
  name: string;
  revision: number;
}

/** What a deleted folder held, so that it can be put back as it was. */
export const Held = z.object({
  title: z.string(),
  parentId: z.string().nullable(),
  fileIds: z.array(z.string()),
  folderIds: z.array(z.string()),
});

/** A folder through its project; 404 for who may not see that, and for guests: folders are for who sees all files. */
export async function visibleFolder(scope: Scope, id: string) {
  const folder = await findFolder(scope, id);
  if (!folder || scope.actor.role === "guest") throw notFound();
  return { ...(await visibleProject(scope, folder.projectId)), folder };
}

export function findFolder({ tx, actor }: Scope, id: string): Promise<FolderRow | undefined> {
  return tx
    .selectFrom("fileFolders")
    .select(COLUMNS)
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
}

export function listFolders({ tx, actor }: Scope, projectId: string): Promise<FolderRow[]> {
  return tx
    .selectFrom("fileFolders")
    .select(COLUMNS)
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .orderBy("name")
    .orderBy("id")
    .execute();
}

/** Takes the folders of the project for this transaction: two moves at once cannot put each into the other. */
export async function lockFolders({ tx, actor }: Scope, projectId: string): Promise<void> {
  await sql`select from projects where workspace_id = ${actor.workspaceId} and id = ${projectId} for no key update`.execute(
    tx,
  );
}

export async function insertFolder(
  { tx, actor, now }: Scope,
  folder: Omit<FolderRow, "revision">,
): Promise<void> {
  await tx
    .insertInto("fileFolders")
    .values({ ...folder, workspaceId: actor.workspaceId, createdAt: now })
    .execute();
}

/** Only over the revision that was seen; false when somebody else was faster. */
export function updateFolder(
  { tx, actor }: Scope,
  { id, revision }: { id: string; revision: number },
  name: string,
): Promise<boolean> {
  return updateSeen(tx, "fileFolders", { workspaceId: actor.workspaceId, id, revision }, { name });
}

/** Only from the folder in which it was seen; false when it is elsewhere by now. */
export async function moveFolderRow(
  { tx, actor }: Scope,
  { id, from, to }: { id: string; from: string | null; to: string | null },
): Promise<boolean> {
  const result = await tx
    .updateTable("fileFolders")
    .set({ parentId: to })
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .where("parentId", "is not distinct from", from)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Only from the folder in which it was seen; false when it is elsewhere by now. */
export async function moveFileRow(
  { tx, actor }: Scope,
  { id, from, to }: { id: string; from: string | null; to: string | null },
): Promise<boolean> {
  const result = await tx
    .updateTable("files")
    .set({ folderId: to })
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .where("folderId", "is not distinct from", from)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** All that lies in the folder, what is in the trash as well, goes to where the folder itself is; then the folder is gone. */
export async function dissolveFolder({ tx, actor }: Scope, { id, parentId }: FolderRow) {
  const { workspaceId } = actor;
  const { rows: files } = await sql<{ id: string }>`update files set folder_id = ${parentId}
    where workspace_id = ${workspaceId} and folder_id = ${id} returning id`.execute(tx);
  const { rows: folders } = await sql<{ id: string }>`update file_folders set parent_id = ${parentId}
    where workspace_id = ${workspaceId} and parent_id = ${id} returning id`.execute(tx);
  await tx
    .deleteFrom("fileFolders")
    .where("workspaceId", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return { fileIds: files.map((file) => file.id), folderIds: folders.map((folder) => folder.id) };
}

/** What was in the folder and still lies where it went then, comes back; what somebody put elsewhere since stays there. */
export async function fillFolder(
  { tx, actor }: Scope,
  id: string,
  { parentId, fileIds, folderIds }: z.infer<typeof Held>,
): Promise<void> {
  const { workspaceId } = actor;
  await sql`update files set folder_id = ${id} where workspace_id = ${workspaceId} and id = any(${fileIds}::uuid[])
    and folder_id is not distinct from ${parentId}::uuid`.execute(tx);
  await sql`update file_folders set parent_id = ${id} where workspace_id = ${workspaceId} and id = any(${folderIds}::uuid[])
    and parent_id is not distinct from ${parentId}::uuid`.execute(tx);
}

/** The deleting that an event tells of. */
export async function findDeleting({ tx, actor }: Scope, projectId: string, eventId: string) {
  const row = await tx
    .selectFrom("events")
    .select(["subjectId", "data"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", eventId)
    .where("projectId", "=", projectId)
    .where("verb", "=", FOLDER_DELETED)
    .executeTakeFirst();
  return row && { folderId: row.subjectId, held: Held.parse(row.data) };
}

/** Who put a file or a folder where it is. */
export function lastMove({ tx, actor }: Scope, id: string) {
  return tx
    .selectFrom("events")
    .select(["actorId", "at"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("subjectId", "=", id)
    .where("verb", "in", [FILE_SORTED, "folder.moved"])
    .orderBy("position", "desc")
    .limit(1)
    .executeTakeFirst();
}
