import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { updateSeen } from "../db/revisions.ts";
import { notInTrash } from "../db/trash.ts";
import { type ReactionRow, reactionsOn } from "./reactions.store.ts";

export interface MessageRow {
  id: string;
  projectId: string;
  title: string;
  body: string;
  audience: string;
  authorId: string | null;
  authorName: string | null;
  createdAt: Date;
  editedAt: Date | null;
  revision: number;
  mentions: string[];
  reactions: ReactionRow[];
  /** What was said under it and stands there still. */
  comments: number;
}

function messages({ tx, actor }: Scope) {
  return tx
    .selectFrom("messages as m")
    .leftJoin("persons as p", (on) =>
      on.onRef("p.workspaceId", "=", "m.workspaceId").onRef("p.id", "=", "m.authorId"),
    )
    .select(["m.id", "m.projectId", "m.title", "m.body", "m.audience", "m.authorId", "m.createdAt"])
    .select(["m.editedAt", "m.revision", "p.name as authorName"])
    .select([
      reactionsOn("message", "m").as("reactions"),
      sql<string[]>`array(select n.person_id::text from message_mentions n
        where n.workspace_id = m.workspace_id and n.message_id = m.id order by n.created_at, n.person_id)`.as(
        "mentions",
      ),
      sql<number>`(select count(*) from threads t join comments c on c.workspace_id = t.workspace_id and c.thread_id = t.id
        where t.workspace_id = m.workspace_id and t.message_id = m.id and c.deleted_at is null)::integer`.as(
        "comments",
      ),
    ])
    .where("m.workspaceId", "=", actor.workspaceId)
    .where(notInTrash("m.workspaceId", "m.id"));
}

/** Newest first, from before the given one on. */
export async function listMessages(
  scope: Scope,
  projectId: string,
  { before, limit }: { before: string | undefined; limit: number },
): Promise<MessageRow[]> {
  const from = before === undefined ? undefined : await findMessage(scope, before);
  return messages(scope)
    .where("m.projectId", "=", projectId)
    .$if(from !== undefined, (query) =>
      query.where((row) =>
        row(
          row.refTuple("m.createdAt", "m.id"),
          "<",
          row.tuple(from?.createdAt ?? new Date(0), from?.id ?? ""),
        ),
      ),
    )
    .orderBy("m.createdAt", "desc")
    .orderBy("m.id", "desc")
    .limit(limit)
    .execute();
}

export async function findMessage(scope: Scope, id: string): Promise<MessageRow | undefined> {
  return messages(scope).where("m.id", "=", id).executeTakeFirst();
}

export interface NewMessage {
  id: string;
  projectId: string;
  title: string;
  body: string;
  audience: "team" | "client";
}

export async function insertMessage({ tx, actor, now }: Scope, message: NewMessage): Promise<void> {
  const { workspaceId, personId: authorId } = actor;
  await tx
    .insertInto("messages")
    .values({ ...message, workspaceId, authorId, createdAt: now })
    .execute();
}

/** False when somebody else was faster. */
export async function rewriteMessage(
  { tx, actor, now }: Scope,
  id: string,
  revision: number,
  words: { title: string; body: string },
): Promise<boolean> {
  const seen = { workspaceId: actor.workspaceId, id, revision };
  return updateSeen(tx, "messages", seen, { ...words, editedAt: now });
}

/** Exactly these are named in it. */
export async function nameInMessage(
  { tx, actor }: Scope,
  id: string,
  people: readonly string[],
): Promise<void> {
  const { workspaceId } = actor;
  await sql`with gone as (delete from message_mentions where workspace_id = ${workspaceId} and message_id = ${id} and person_id <> all(${people}::uuid[]))
    insert into message_mentions (workspace_id, message_id, person_id)
    select ${workspaceId}, ${id}, person_id from unnest(${people}::uuid[]) as m (person_id) on conflict do nothing`.execute(
    tx,
  );
}
