import { sql } from "kysely";
import type { Tx } from "../db/database.ts";
import { after, type Cursor, settled, txOfEvent } from "../db/event-order.ts";
import { notInTrash } from "../db/trash.ts";

export interface WrittenEvent extends Cursor {
  workspaceId: string;
  kind: string;
  id: string;
}

/** What was written or said better, comments and messages, in the order in which it happened. */
export async function writtenEvents(db: Tx, cursor: Cursor, limit: number): Promise<WrittenEvent[]> {
  return db
    .selectFrom("events as e")
    .select(["e.workspaceId", "e.subjectKind as kind", "e.subjectId as id", "e.position", txOfEvent.as("tx")])
    .where(settled)
    .where(after(cursor))
    .where("e.subjectKind", "in", ["comment", "message"])
    .orderBy("e.tx")
    .orderBy("e.position")
    .limit(limit)
    .execute();
}

export interface Mentioned {
  workspaceId: string;
  commentId: string;
  personId: string;
  email: string;
  body: string;
  author: string;
  projectKey: string;
  projectName: string;
  cardNumber: number | null;
  cardTitle: string | null;
  milestoneNumber: number | null;
  milestoneTitle: string | null;
  objective: string | null;
  messageId: string | null;
  messageTitle: string | null;
}

/** A guest sees the talk of cards that carry them. */
const ON_CARD = sql<boolean>`exists (select from card_people g
  where g.workspace_id = n.workspace_id and g.card_id = t.card_id and g.person_id = n.person_id)`;

/** Members that these comments mention and who see the talk still; nobody is mailed about their own words. */
export async function mentionedIn(db: Tx, commentIds: string[]): Promise<Mentioned[]> {
  if (commentIds.length === 0) return [];
  return db
    .selectFrom("mentions as n")
    .innerJoin("comments as c", (on) =>
      on.onRef("c.workspaceId", "=", "n.workspaceId").onRef("c.id", "=", "n.commentId"),
    )
    .innerJoin("threads as t", (on) =>
      on.onRef("t.workspaceId", "=", "c.workspaceId").onRef("t.id", "=", "c.threadId"),
    )
    .innerJoin("projects as pr", (on) =>
      on.onRef("pr.workspaceId", "=", "t.workspaceId").onRef("pr.id", "=", "t.projectId"),
    )
    .innerJoin("members as m", (on) =>
      on.onRef("m.workspaceId", "=", "n.workspaceId").onRef("m.personId", "=", "n.personId"),
    )
    .innerJoin("persons as p", (on) =>
      on.onRef("p.workspaceId", "=", "n.workspaceId").onRef("p.id", "=", "n.personId"),
    )
    .leftJoin("projectMembers as part", (on) =>
      on
        .onRef("part.workspaceId", "=", "n.workspaceId")
        .onRef("part.personId", "=", "n.personId")
        .onRef("part.projectId", "=", "t.projectId"),
    )
    .leftJoin("persons as a", (on) =>
      on.onRef("a.workspaceId", "=", "c.workspaceId").onRef("a.id", "=", "c.authorId"),
    )
    .leftJoin("cards as k", (on) =>
      on.onRef("k.workspaceId", "=", "t.workspaceId").onRef("k.id", "=", "t.cardId"),
    )
    .leftJoin("milestones as ms", (on) =>
      on.onRef("ms.workspaceId", "=", "t.workspaceId").onRef("ms.id", "=", "t.milestoneId"),
    )
    .leftJoin("objectives as o", (on) =>
      on.onRef("o.workspaceId", "=", "t.workspaceId").onRef("o.id", "=", "t.objectiveId"),
    )
    .leftJoin("messages as w", (on) =>
      on.onRef("w.workspaceId", "=", "t.workspaceId").onRef("w.id", "=", "t.messageId"),
    )
    .select(["w.id as messageId", "w.title as messageTitle"])
    .select(["n.workspaceId", "n.commentId", "n.personId", "p.email", "c.body"])
    .select(["pr.key as projectKey", "pr.name as projectName"])
    .select((row) => row.fn.coalesce("a.name", row.val("Somebody")).as("author"))
    .select(["k.number as cardNumber", "k.title as cardTitle", "o.statement as objective"])
    .select(["ms.number as milestoneNumber", "ms.title as milestoneTitle"])
    .where("n.commentId", "in", commentIds)
    .where("c.deletedAt", "is", null)
    .where("m.status", "=", "active")
    .where((is) => is.or([is("m.role", "in", ["owner", "admin"]), is("part.role", "is not", null)]))
    .where((is) => is.or([is("m.role", "!=", "guest"), ON_CARD]))
    .where(notInTrash("pr.workspaceId", "pr.id"))
    .where(notInTrash("w.workspaceId", "w.id"))
    .where((row) => row("n.personId", "is distinct from", row.ref("c.authorId")))
    .execute();
}

export interface NamedInMessage {
  workspaceId: string;
  messageId: string;
  personId: string;
  email: string;
  title: string;
  body: string;
  author: string;
  projectKey: string;
  projectName: string;
}

/** Members that these messages name and who see them still; guests have no part in messages. */
export async function namedIn(db: Tx, messageIds: string[]): Promise<NamedInMessage[]> {
  if (messageIds.length === 0) return [];
  const { rows } = await sql<NamedInMessage>`
    select n.workspace_id, n.message_id, n.person_id, p.email, w.title, w.body, coalesce(a.name, 'Somebody') as author,
      pr.key as project_key, pr.name as project_name
    from message_mentions n
    join messages w on w.workspace_id = n.workspace_id and w.id = n.message_id
    join projects pr on pr.workspace_id = w.workspace_id and pr.id = w.project_id
    join members m on m.workspace_id = n.workspace_id and m.person_id = n.person_id
    join persons p on p.workspace_id = n.workspace_id and p.id = n.person_id
    left join persons a on a.workspace_id = w.workspace_id and a.id = w.author_id
    where n.message_id = any (${messageIds}::uuid[]) and m.status = 'active' and m.role <> 'guest'
      and (m.role in ('owner', 'admin') or exists (select from project_members t
        where t.workspace_id = n.workspace_id and t.person_id = n.person_id and t.project_id = w.project_id))
      and ${notInTrash("w.workspaceId", "w.id")} and ${notInTrash("pr.workspaceId", "pr.id")}
      and n.person_id is distinct from w.author_id`.execute(db);
  return rows;
}
