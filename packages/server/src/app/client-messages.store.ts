import { sql } from "kysely";
import type { Tx } from "../db/database.ts";
import { after, type Cursor, settled, txOfEvent } from "../db/event-order.ts";
import { notInTrash } from "../db/trash.ts";

export interface MessageEvent extends Cursor {
  workspaceId: string;
  messageId: string;
  projectId: string | null;
  verb: string;
  at: Date;
}

/** What became of messages that clients read, in the order in which it happened. */
export async function messageEvents(db: Tx, cursor: Cursor, limit: number): Promise<MessageEvent[]> {
  return (
    db
      .selectFrom("events as e")
      .select(["e.workspaceId", "e.subjectId as messageId", "e.projectId", "e.verb", "e.at"])
      .select(["e.position", txOfEvent.as("tx")])
      .where(settled)
      .where(after(cursor))
      .where("e.subjectKind", "=", "message")
      // What comes out of the trash is told to the team, whoever could read it.
      .where((is) => is.or([is("e.audience", "=", "client"), is("e.verb", "=", "message.restored")]))
      .orderBy("e.tx")
      .orderBy("e.position")
      .limit(limit)
      .execute()
  );
}

export interface ClientMessage {
  title: string;
  body: string;
  author: string;
  project: string;
}

/** Undefined for one that was deleted, or whose project lies in the trash. */
export async function clientMessage(
  db: Tx,
  { workspaceId, messageId }: Pick<MessageEvent, "workspaceId" | "messageId">,
): Promise<ClientMessage | undefined> {
  return db
    .selectFrom("messages as m")
    .innerJoin("projects as p", (on) =>
      on.onRef("p.workspaceId", "=", "m.workspaceId").onRef("p.id", "=", "m.projectId"),
    )
    .leftJoin("persons as a", (on) =>
      on.onRef("a.workspaceId", "=", "m.workspaceId").onRef("a.id", "=", "m.authorId"),
    )
    .select(["m.title", "m.body", "p.name as project"])
    .select((row) => row.fn.coalesce("a.name", row.val("Somebody")).as("author"))
    .where("m.workspaceId", "=", workspaceId)
    .where("m.id", "=", messageId)
    .where("m.audience", "=", "client")
    .where(notInTrash("p.workspaceId", "p.id"))
    .where(notInTrash("m.workspaceId", "m.id"))
    .executeTakeFirst();
}

/** Who was mailed this message, or has a mail with it that waits for its time. */
export async function toldOf(
  db: Tx,
  { workspaceId, projectId, messageId }: MessageEvent,
): Promise<ReadonlySet<string | null>> {
  const rows = await db
    .selectFrom("mails")
    .select("personId")
    .where("workspaceId", "=", workspaceId)
    .where("projectId", "=", projectId)
    .where("kind", "=", "message")
    .where(sql<boolean>`data -> 'messages' @> ${JSON.stringify([{ id: messageId }])}::jsonb`)
    .execute();
  return new Set(rows.map(({ personId }) => personId));
}
