import { type RawBuilder, sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { updateSeen } from "../db/revisions.ts";
import { notInTrash } from "../db/trash.ts";
import { newId } from "../kit/id.ts";
import type { Writing } from "../talk/comments.store.ts";
import { type Audience, columnsOf, type SubjectColumns, type SubjectRef } from "../talk/subject.ts";
import type { Blob } from "./blobs.ts";

export interface VersionRow {
  n: number;
  name: string;
  sha256: string;
  bytes: number;
  mediaType: string;
  authorId: string | null;
  /** As PostgreSQL's JSON writes it. */
  createdAt: string;
}

export interface FileRow extends SubjectColumns {
  id: string;
  projectId: string;
  folderId: string | null;
  audience: Audience;
  name: string;
  authorId: string | null;
  authorName: string | null;
  createdAt: Date;
  revision: number;
  versions: VersionRow[];
}

export function selectFiles({ actor }: Scope, where: RawBuilder<unknown>): RawBuilder<FileRow> {
  return sql<FileRow>`select f.id, f.project_id, f.folder_id, f.objective_id, f.milestone_id, f.card_id, f.audience, f.name, f.author_id,
      a.name as author_name, f.created_at, f.revision,
      (select coalesce(json_agg(json_build_object('n', v.n, 'name', v.name, 'sha256', v.sha256, 'bytes', b.bytes, 'mediaType', b.media_type,
          'authorId', v.author_id, 'createdAt', v.created_at) order by v.n desc), '[]')
        from file_versions v join blobs b on b.workspace_id = v.workspace_id and b.sha256 = v.sha256
        where v.workspace_id = f.workspace_id and v.file_id = f.id) as versions
    from files f left join persons a on a.workspace_id = f.workspace_id and a.id = f.author_id
    where f.workspace_id = ${actor.workspaceId} and ${notInTrash("f.workspace_id", "f.id")} and ${where}`;
}

export async function findFile(scope: Scope, id: string): Promise<FileRow | undefined> {
  return (await selectFiles(scope, sql`f.id = ${id}`).execute(scope.tx)).rows[0];
}

/** What hangs on one thing, newest first; guests get what the team shares among itself. */
export async function listFiles(scope: Scope, projectId: string, subject: SubjectRef): Promise<FileRow[]> {
  const { objectiveId, milestoneId, cardId } = columnsOf(subject);
  const where = sql`f.project_id = ${projectId} and f.objective_id is not distinct from ${objectiveId}::uuid
    and f.milestone_id is not distinct from ${milestoneId}::uuid and f.card_id is not distinct from ${cardId}::uuid
    ${scope.actor.role === "guest" ? sql`and f.audience = 'team'` : sql``} order by f.created_at desc, f.id desc limit 500`;
  return (await selectFiles(scope, where).execute(scope.tx)).rows;
}

export interface NewFile {
  id: string;
  projectId: string;
  subject: SubjectRef;
  audience: Audience;
  name: string;
  folderId?: string | null;
}

export async function insertFile(
  { tx, actor, now }: Writing,
  { id, projectId, subject, audience, name, folderId = null }: NewFile,
): Promise<void> {
  await tx
    .insertInto("files")
    .values({
      ...columnsOf(subject),
      workspaceId: actor.workspaceId,
      id,
      projectId,
      audience,
      name,
      folderId,
      authorId: actor.personId,
      createdAt: now,
    })
    .execute();
}

/** Takes the file for this transaction, so that versions sent at once get numbers one after the other. */
export async function lockFile({ tx, actor }: Writing, id: string): Promise<void> {
  await sql`select from files where workspace_id = ${actor.workspaceId} and id = ${id} for update`.execute(
    tx,
  );
}

/** A known blob is stamped anew: the collector leaves what somebody has just sent. */
export async function insertVersion(
  { tx, actor, now }: Writing,
  fileId: string,
  name: string,
  blob: Blob,
): Promise<number> {
  const { workspaceId, personId } = actor;
  const { rows } = await sql<{ n: number }>`
    with blob as (
      insert into blobs (workspace_id, sha256, bytes, media_type) values (${workspaceId}, ${blob.sha256}, ${blob.bytes}, ${blob.mediaType})
      on conflict (workspace_id, sha256) do update set created_at = now() returning sha256
    )
    insert into file_versions (workspace_id, id, file_id, author_id, n, name, sha256, created_at)
    select ${workspaceId}, ${newId()}, ${fileId}, ${personId},
      1 + coalesce((select max(n) from file_versions where workspace_id = ${workspaceId} and file_id = ${fileId}), 0), ${name}, sha256, ${now}
    from blob returning n`.execute(tx);
  return rows[0]?.n ?? 0;
}

/** Only over the revision that was seen; false when somebody else was faster. */
export function renameFile(
  { tx, actor }: Scope,
  id: string,
  revision: number,
  name: string,
): Promise<boolean> {
  return updateSeen(tx, "files", { workspaceId: actor.workspaceId, id, revision }, { name });
}

/** The card says how many files it has, so that the board does not count. */
export async function countFiles({ tx, actor, now }: Scope, cardId: string | null): Promise<void> {
  if (!cardId) return;
  await sql`update cards c set touched_at = ${now}, file_count = (select count(*) from files f
      where f.workspace_id = c.workspace_id and f.card_id = c.id and ${notInTrash("f.workspace_id", "f.id")})
    where c.workspace_id = ${actor.workspaceId} and c.id = ${cardId}`.execute(tx);
}
