import { sql } from "kysely";
import type { Tx } from "../db/database.ts";
import { after, type Cursor, settled, txOfEvent } from "../db/event-order.ts";
import { notInTrash } from "../db/trash.ts";

export interface CommentEvent extends Cursor {
  workspaceId: string;
  commentId: string;
}

export async function commentEvents(db: Tx, cursor: Cursor, limit: number): Promise<CommentEvent[]> {
  return db
    .selectFrom("events as e")
    .select(["e.workspaceId", "e.subjectId as commentId", "e.position", txOfEvent.as("tx")])
    .where(settled)
    .where(after(cursor))
    .where("e.subjectKind", "=", "comment")
    .orderBy("e.tx")
    .orderBy("e.position")
    .limit(limit)
    .execute();
}

/** A comment that both sides read, with what a mail about it says. */
export interface ClientComment {
  workspaceId: string;
  commentId: string;
  threadId: string;
  authorId: string | null;
  author: string;
  /** Set when somebody of the client wrote it. */
  contactId: string | null;
  body: string;
  projectId: string;
  projectKey: string;
  projectName: string;
  milestoneId: string | null;
  milestoneNumber: number | null;
  milestoneTitle: string | null;
  messageId: string | null;
  messageTitle: string | null;
}

/** Those of these comments that stand in a thread with the client and are not older than this. */
export async function clientComments(db: Tx, ids: readonly string[], since: Date): Promise<ClientComment[]> {
  return db
    .selectFrom("comments as c")
    .innerJoin("threads as t", (on) =>
      on.onRef("t.workspaceId", "=", "c.workspaceId").onRef("t.id", "=", "c.threadId"),
    )
    .innerJoin("projects as p", (on) =>
      on.onRef("p.workspaceId", "=", "t.workspaceId").onRef("p.id", "=", "t.projectId"),
    )
    .leftJoin("persons as a", (on) =>
      on.onRef("a.workspaceId", "=", "c.workspaceId").onRef("a.id", "=", "c.authorId"),
    )
    .leftJoin("contacts as k", (on) =>
      on.onRef("k.workspaceId", "=", "c.workspaceId").onRef("k.personId", "=", "c.authorId"),
    )
    .leftJoin("milestones as m", (on) =>
      on.onRef("m.workspaceId", "=", "t.workspaceId").onRef("m.id", "=", "t.milestoneId"),
    )
    .select(["c.workspaceId", "c.id as commentId", "c.threadId", "c.authorId", "c.body"])
    .select((row) => row.fn.coalesce("a.name", row.val("Somebody")).as("author"))
    .select(["k.personId as contactId", "p.id as projectId", "p.key as projectKey", "p.name as projectName"])
    .leftJoin("messages as w", (on) =>
      on.onRef("w.workspaceId", "=", "t.workspaceId").onRef("w.id", "=", "t.messageId"),
    )
    .select(["w.id as messageId", "w.title as messageTitle"])
    .select(["m.id as milestoneId", "m.number as milestoneNumber", "m.title as milestoneTitle"])
    .where("c.id", "in", ids)
    .where("t.audience", "=", "client")
    .where("c.deletedAt", "is", null)
    .where("c.createdAt", ">", since)
    .where(notInTrash("p.workspaceId", "p.id"))
    .where(notInTrash("w.workspaceId", "w.id"))
    .orderBy("c.createdAt")
    .execute();
}

export interface Reader {
  personId: string;
  email: string;
  language: string;
}

/** Who of the team answers for it: the project's lead, the owner of the milestone that it is about, and who wrote the message and is still there, unless they have muted it. */
export async function answerersOf(
  db: Tx,
  { workspaceId, projectId, milestoneId, messageId }: ClientComment,
): Promise<Reader[]> {
  return db
    .selectFrom("members as m")
    .innerJoin("persons as p", (on) =>
      on.onRef("p.workspaceId", "=", "m.workspaceId").onRef("p.id", "=", "m.personId"),
    )
    .select(["p.id as personId", "p.email", "p.language"])
    .where("m.workspaceId", "=", workspaceId)
    .where("m.status", "=", "active")
    .where((row) =>
      row(
        "m.personId",
        "in",
        sql<string>`(select lead_id from projects where workspace_id = ${workspaceId} and id = ${projectId}
          union select owner_id from milestones where workspace_id = ${workspaceId} and id = ${milestoneId}::uuid
          union select g.author_id from messages g join project_members part on part.workspace_id = g.workspace_id and part.project_id = g.project_id and part.person_id = g.author_id
            where g.workspace_id = ${workspaceId} and g.id = ${messageId}::uuid)`,
      ),
    )
    .where(
      sql<boolean>`not exists (select from mutes u where u.workspace_id = m.workspace_id and u.person_id = m.person_id
        and u.thing_id in (${projectId}, ${milestoneId}::uuid, ${messageId}::uuid))`,
    )
    .execute();
}

/** Contacts who have written in this thread and still have a part in the project, but for who wrote this. */
export async function askersIn(
  db: Tx,
  { workspaceId, threadId, projectId, authorId }: ClientComment,
): Promise<Reader[]> {
  return db
    .selectFrom("contactRoles as r")
    .innerJoin("persons as p", (on) =>
      on.onRef("p.workspaceId", "=", "r.workspaceId").onRef("p.id", "=", "r.personId"),
    )
    .select(["p.id as personId", "p.email", "p.language"])
    .where("r.workspaceId", "=", workspaceId)
    .where("r.projectId", "=", projectId)
    .where("p.id", "is distinct from", authorId)
    .where((row) =>
      row.exists(
        row
          .selectFrom("comments as c")
          .select("c.id")
          .whereRef("c.workspaceId", "=", "r.workspaceId")
          .whereRef("c.authorId", "=", "r.personId")
          .where("c.threadId", "=", threadId)
          .where("c.deletedAt", "is", null),
      ),
    )
    .execute();
}
