import { can } from "../access/policy.ts";
import type { Scope } from "../access/scope.ts";
import { record, recordAll } from "../events/events.ts";
import { conflict, forbidden, notFound, refused, stale } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import { visibleFile } from "./files.ts";
import {
  dissolveFolder,
  FILE_SORTED,
  FOLDER_DELETED,
  type FolderRow,
  fillFolder,
  findDeleting,
  findFolder,
  insertFolder,
  lastMove,
  listFolders,
  lockFolders,
  moveFileRow,
  moveFolderRow,
  updateFolder,
} from "./folders.store.ts";

const MANY = 500;
const DEEP = 10;

export async function createFolder(
  scope: Scope,
  projectId: string,
  { name, parentId }: { name: string; parentId: string | null },
): Promise<FolderRow> {
  await lockFolders(scope, projectId);
  const all = await listFolders(scope, projectId);
  if (all.length >= MANY) throw refused("too-many-folders", `A project has at most ${MANY} folders.`);
  refuseDeeper(pathTo(all, parentId).length + 1);
  const folder = { id: newId(), projectId, parentId, name };
  await insertFolder(scope, folder);
  await tell(scope, "folder.created", folder, { title: name });
  return { ...folder, revision: 1 };
}

export async function renameFolder(
  scope: Scope,
  folder: FolderRow,
  revision: number,
  name: string,
): Promise<FolderRow> {
  if (!(await updateFolder(scope, { id: folder.id, revision }, name)))
    throw stale(await findFolder(scope, folder.id));
  await tell(scope, "folder.renamed", folder, { before: folder.name, after: name });
  return { ...folder, name, revision: revision + 1 };
}

/** Into another folder, with all that it holds; never into itself. */
export async function moveFolder(
  scope: Scope,
  folder: FolderRow,
  { from, to }: { from: string | null; to: string | null },
): Promise<void> {
  const { id, projectId } = folder;
  await lockFolders(scope, projectId);
  const all = await listFolders(scope, projectId);
  const above = pathTo(all, to);
  if (above.includes(id)) throw refused("folder-in-itself", "A folder cannot lie in itself.");
  refuseDeeper(above.length + heightOf(all, id));
  if (!(await moveFolderRow(scope, { id, from, to }))) throw await movedMeanwhile(scope, id, folder.name);
  await tell(scope, "folder.moved", folder, { title: folder.name, before: from, after: to });
}

/** The folder goes, what it held stays: one step up. Answers the event that the way back names. */
export async function deleteFolder(scope: Scope, seen: FolderRow): Promise<string> {
  await lockFolders(scope, seen.projectId);
  const folder = await findFolder(scope, seen.id);
  if (!folder) throw notFound();
  const held = await dissolveFolder(scope, folder);
  return tell(scope, FOLDER_DELETED, folder, { title: folder.name, parentId: folder.parentId, ...held });
}

/** The same folder at its place with what it held; at the top, if the folder around it is gone meanwhile. */
export async function restoreFolder(scope: Scope, projectId: string, eventId: string): Promise<FolderRow> {
  const done = await findDeleting(scope, projectId, eventId);
  if (!done) throw notFound();
  const { folderId: id, held } = done;
  await lockFolders(scope, projectId);
  const there = await findFolder(scope, id);
  if (there) return there;
  const around = held.parentId === null ? undefined : await findFolder(scope, held.parentId);
  const folder = { id, projectId, parentId: around?.id ?? null, name: held.title };
  await insertFolder(scope, folder);
  await fillFolder(scope, id, { ...held, parentId: folder.parentId });
  await tell(scope, "folder.restored", folder, { title: folder.name });
  return { ...folder, revision: 1 };
}

export interface FileMove {
  fileId: string;
  from: string | null;
  to: string | null;
}

/** All of them or none, each only from where it was seen. */
export async function sortFiles(scope: Scope, projectId: string, moves: readonly FileMove[]): Promise<void> {
  await lockFolders(scope, projectId);
  const known = new Set((await listFolders(scope, projectId)).map(({ id }) => id));
  if (moves.some(({ to }) => to !== null && !known.has(to))) throw notFound();
  for (const { fileId, from, to } of moves) {
    const { file, project } = await visibleFile(scope, fileId);
    if (project.id !== projectId) throw notFound();
    if (!(await moveFileRow(scope, { id: fileId, from, to })))
      throw await movedMeanwhile(scope, fileId, file.name);
  }
  await recordAll(
    scope,
    moves.map(({ fileId, from, to }) => ({
      verb: FILE_SORTED,
      subject: { kind: "file", id: fileId },
      projectId,
      data: { before: from, after: to },
    })),
  );
}

/** Whether an upload may go straight into this folder of the project. */
export async function refuseOddFolder(
  scope: Scope,
  access: Parameters<typeof can>[2] & { project: { id: string } },
  folderId: string | null,
): Promise<void> {
  if (folderId === null) return;
  if (!can(scope.actor, "file.sort", access)) throw forbidden();
  if ((await findFolder(scope, folderId))?.projectId !== access.project.id) throw notFound();
}

/** From the top down to the folder; 404 where the project has no such folder. */
function pathTo(all: readonly FolderRow[], id: string | null): string[] {
  if (id === null) return [];
  const folder = all.find((each) => each.id === id);
  if (!folder) throw notFound();
  return [...pathTo(all, folder.parentId), id];
}

function heightOf(all: readonly FolderRow[], id: string): number {
  const below = all.filter(({ parentId }) => parentId === id).map((folder) => heightOf(all, folder.id));
  return 1 + Math.max(0, ...below);
}

function refuseDeeper(depth: number): void {
  if (depth > DEEP) throw refused("folders-too-deep", `Folders lie in each other at most ${DEEP} deep.`);
}

async function movedMeanwhile(scope: Scope, id: string, name: string) {
  const last = await lastMove(scope, id);
  return conflict("moved-meanwhile", `Somebody moved ${name} meanwhile. Look where it is now.`, {
    id,
    ...(last ? { by: last.actorId, at: last.at } : {}),
  });
}

function tell(
  scope: Scope,
  verb: `folder.${string}`,
  { id, projectId }: { id: string; projectId: string },
  data: Record<string, unknown>,
): Promise<string> {
  return record(scope, { verb, subject: { kind: "folder", id }, projectId, data });
}
