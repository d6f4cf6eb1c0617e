import { can } from "../access/policy.ts";
import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { forbidden, notFound, refused, stale } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import { moveToTrash } from "../projects/trash.ts";
import {
  type Audience,
  type SubjectAccess,
  type SubjectRef,
  subjectOf,
  visibleSubject,
} from "../talk/subject.ts";
import type { Blob } from "./blobs.ts";
import {
  countFiles,
  type FileRow,
  findFile,
  insertFile,
  insertVersion,
  lockFile,
  renameFile,
} from "./files.store.ts";
import { presentFile } from "./files.view.ts";

const MANY_VERSIONS = 200;

export interface FileAccess extends SubjectAccess {
  file: FileRow;
  authorId?: string;
}

/** A file through what it hangs on; 404 for who may not see that. */
export async function visibleFile(scope: Scope, id: string): Promise<FileAccess> {
  const file = await findFile(scope, id);
  if (!file) throw notFound();
  const access = await visibleSubject(scope, subjectOf(file), file.audience);
  return { ...access, file, ...(file.authorId ? { authorId: file.authorId } : {}) };
}

/** Asked before the bytes are taken and again when they are all there. */
export async function mayUpload(
  scope: Scope,
  subject: SubjectRef,
  audience: Audience,
): Promise<SubjectAccess> {
  const access = await visibleSubject(scope, subject, audience);
  refuseUpload(scope, access, audience);
  return access;
}

export async function mayAddVersion(scope: Scope, id: string): Promise<FileAccess> {
  const access = await visibleFile(scope, id);
  refuseUpload(scope, access, access.file.audience);
  if (access.file.versions.length >= MANY_VERSIONS)
    throw refused("too-many-versions", `A file has at most ${MANY_VERSIONS} versions.`);
  return access;
}

function refuseUpload(scope: Scope, access: SubjectAccess, audience: Audience): void {
  const allowed =
    can(scope.actor, "file.upload", access) &&
    (audience === "team" || can(scope.actor, "clientThread.write", access));
  if (!allowed) throw forbidden();
}

export async function addFile(
  scope: Scope,
  access: SubjectAccess,
  audience: Audience,
  name: string,
  blob: Blob,
  folderId: string | null = null,
): Promise<FileRow> {
  const { project, subject } = access;
  const id = newId();
  await insertFile(scope, { id, projectId: project.id, subject, audience, name, folderId });
  await insertVersion(scope, id, name, blob);
  await countFiles(scope, cardOf(subject));
  await tell(scope, "file.added", access, { id, audience }, { name, sha256: blob.sha256, n: 1 });
  return current(scope, id);
}

export async function addVersion(
  scope: Scope,
  access: FileAccess,
  name: string,
  blob: Blob,
): Promise<FileRow> {
  const { file } = access;
  await lockFile(scope, file.id);
  const n = await insertVersion(scope, file.id, name, blob);
  await tell(scope, "file.versionAdded", access, file, { name, sha256: blob.sha256, n });
  return current(scope, file.id);
}

export async function changeName(
  scope: Scope,
  access: FileAccess,
  revision: number,
  name: string,
): Promise<FileRow> {
  const { file } = access;
  if (!(await renameFile(scope, file.id, revision, name)))
    throw stale(presentFile(await current(scope, file.id)));
  await tell(scope, "file.renamed", access, file, { before: file.name, after: name });
  return current(scope, file.id);
}

export async function trashFile(scope: Scope, { file, project, subject }: FileAccess): Promise<void> {
  await moveToTrash(scope, { kind: "file", id: file.id, title: file.name, projectId: project.id });
  await countFiles(scope, cardOf(subject));
}

async function current(scope: Scope, id: string): Promise<FileRow> {
  const found = await findFile(scope, id);
  if (!found) throw notFound();
  return found;
}

function cardOf({ kind, id }: SubjectRef): string | null {
  return kind === "card" ? id : null;
}

async function tell(
  scope: Scope,
  verb: `file.${string}`,
  { project, subject }: SubjectAccess,
  { id, audience }: { id: string; audience: Audience },
  data: Record<string, unknown>,
): Promise<void> {
  const cardId = cardOf(subject);
  const facts = { ...data, about: subject, ...(cardId ? { cardId } : {}) };
  await record(scope, { verb, subject: { kind: "file", id }, projectId: project.id, audience, data: facts });
}
