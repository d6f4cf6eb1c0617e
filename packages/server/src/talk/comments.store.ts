import { type RawBuilder, sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { newId } from "../kit/id.ts";
import { type ReactionRow, reactionsOn } from "./reactions.store.ts";
import { type Audience, type SubjectRef, type ThreadColumns, threadColumnsOf } from "./subject.ts";

export interface CommentRow extends ThreadColumns {
  id: string;
  projectId: string;
  audience: Audience;
  authorId: string | null;
  authorName: string | null;
  importedAuthor: string | null;
  body: string;
  mentions: string[];
  reactions: ReactionRow[];
  createdAt: Date;
  editedAt: Date | null;
  deletedAt: Date | null;
  deletedBy: string | null;
  deleterName: string | null;
  revision: number;
}

const COMMENTS = sql`select o.id, t.project_id, t.objective_id, t.milestone_id, t.card_id, t.message_id, t.audience, o.author_id, a.name as author_name,
    o.imported_author, case when o.deleted_at is null then o.body else '' end as body, o.created_at, o.edited_at, o.deleted_at, o.deleted_by,
    d.name as deleter_name, o.revision,
    array(select person_id::text from mentions n where n.workspace_id = o.workspace_id and n.comment_id = o.id order by created_at, person_id) as mentions,
    ${reactionsOn("comment", "o")} as reactions
  from comments o
  join threads t on t.workspace_id = o.workspace_id and t.id = o.thread_id
  left join persons a on a.workspace_id = o.workspace_id and a.id = o.author_id
  left join persons d on d.workspace_id = o.workspace_id and d.id = o.deleted_by`;

/** Newest first, from before the given id on. */
export async function listComments(
  { tx, actor }: Scope,
  projectId: string,
  subject: SubjectRef,
  { audience, before, limit }: { audience: Audience; before: string | undefined; limit: number },
): Promise<CommentRow[]> {
  const from = before
    ? sql`and (o.created_at, o.id) < (select created_at, id from comments where workspace_id = ${actor.workspaceId} and id = ${before})`
    : sql``;
  const { rows } = await sql<CommentRow>`${COMMENTS}
    where o.workspace_id = ${actor.workspaceId} and o.thread_id = (${thread(actor.workspaceId, projectId, subject, audience)}) ${from}
    order by o.created_at desc, o.id desc limit ${limit}`.execute(tx);
  return rows;
}

export async function findComment({ tx, actor }: Scope, id: string): Promise<CommentRow | undefined> {
  const { rows } =
    await sql<CommentRow>`${COMMENTS} where o.workspace_id = ${actor.workspaceId} and o.id = ${id}`.execute(
      tx,
    );
  return rows[0];
}

function thread(
  workspaceId: string,
  projectId: string,
  subject: SubjectRef,
  audience: Audience,
): RawBuilder<unknown> {
  return sql`select id from threads where workspace_id = ${workspaceId} and project_id = ${projectId} and audience = ${audience}
    and coalesce(objective_id, milestone_id, card_id, message_id, project_id) = ${subject.id}::uuid`;
}

export interface NewComment {
  id: string;
  body: string;
  mentions: readonly string[];
}

/** Whoever writes: a member in a request, or somebody of a client on a page of theirs. */
export interface Writing {
  tx: Scope["tx"];
  actor: { workspaceId: string; personId: string };
  now: Date;
}

/** Thread (opened by the first word in it), comment, mentions and the card's count in one statement; false when two opened the thread at once. */
export async function insertComment(
  { tx, actor, now }: Writing,
  projectId: string,
  subject: SubjectRef,
  audience: Audience,
  comment: NewComment,
): Promise<boolean> {
  const { workspaceId, personId } = actor;
  const { objectiveId, milestoneId, cardId, messageId } = threadColumnsOf(subject);
  const { rows } = await sql<{ id: string }>`
    with found as (${thread(workspaceId, projectId, subject, audience)}), opened as (
      insert into threads (workspace_id, id, project_id, objective_id, milestone_id, card_id, message_id, audience)
      select ${workspaceId}, ${newId()}, ${projectId}, ${objectiveId}::uuid, ${milestoneId}::uuid, ${cardId}::uuid, ${messageId}::uuid, ${audience}
      where not exists (select from found) on conflict do nothing returning id
    ), added as (
      insert into comments (workspace_id, id, thread_id, author_id, body, created_at)
      select ${workspaceId}, ${comment.id}, id, ${personId}, ${comment.body}, ${now} from (select id from found union all select id from opened) t returning id
    )
    ${comment.mentions.length > 0 ? sql`, named as (${namedIn(workspaceId, comment.mentions)})` : sql``}
    ${cardId ? sql`, counted as (${countedOn(workspaceId, cardId, now)})` : sql``}
    select id from added`.execute(tx);
  return rows.length === 1;
}

function namedIn(workspaceId: string, mentions: readonly string[]): RawBuilder<unknown> {
  return sql`insert into mentions (workspace_id, comment_id, person_id)
    select ${workspaceId}, id, person_id from added, unnest(${mentions}::uuid[]) as m (person_id)`;
}

function countedOn(workspaceId: string, cardId: string, now: Date): RawBuilder<unknown> {
  return sql`update cards set comment_count = comment_count + 1, touched_at = ${now}
    where workspace_id = ${workspaceId} and id = ${cardId} and exists (select from added)`;
}

/** The old words stay as a trace; false when somebody was faster. */
export async function updateComment(
  { tx, actor, now }: Scope,
  id: string,
  revision: number,
  { body, mentions }: { body: string; mentions: readonly string[] },
): Promise<boolean> {
  const { workspaceId, personId } = actor;
  const { rows } = await sql<{ id: string }>`
    with old as (select body from comments where workspace_id = ${workspaceId} and id = ${id}), written as (
      update comments set body = ${body}, edited_at = ${now}, revision = revision + 1
      where workspace_id = ${workspaceId} and id = ${id} and revision = ${revision} and deleted_at is null returning id
    ), traced as (
      insert into comment_edits (workspace_id, id, comment_id, person_id, body, created_at)
      select ${workspaceId}, ${newId()}, ${id}, ${personId}, old.body, ${now} from old, written
    ), forgotten as (
      delete from mentions n using written w where n.workspace_id = ${workspaceId} and n.comment_id = w.id and n.person_id <> all(${mentions}::uuid[])
    ), named as (
      insert into mentions (workspace_id, comment_id, person_id)
      select ${workspaceId}, id, person_id from written, unnest(${mentions}::uuid[]) as m (person_id) on conflict do nothing
    )
    select id from written`.execute(tx);
  return rows.length === 1;
}

/** The comment stays as "deleted by"; false when it already was. */
export async function markDeleted(
  { tx, actor, now }: Scope,
  id: string,
  cardId: string | null,
): Promise<boolean> {
  const { workspaceId, personId } = actor;
  const { rows } = await sql<{ id: string }>`
    with gone as (
      update comments set deleted_at = ${now}, deleted_by = ${personId}
      where workspace_id = ${workspaceId} and id = ${id} and deleted_at is null returning id
    ), counted as (
      update cards set comment_count = comment_count - 1 where workspace_id = ${workspaceId} and id = ${cardId}::uuid and exists (select from gone)
    )
    select id from gone`.execute(tx);
  return rows.length === 1;
}

export interface EditRow {
  body: string;
  personId: string | null;
  createdAt: Date;
}

export function listEdits({ tx, actor }: Scope, commentId: string): Promise<EditRow[]> {
  return tx
    .selectFrom("commentEdits")
    .select(["body", "personId", "createdAt"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("commentId", "=", commentId)
    .orderBy("createdAt")
    .orderBy("id")
    .execute();
}
