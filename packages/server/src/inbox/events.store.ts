import type { Selectable } from "kysely";
import type { Tx } from "../db/database.ts";
import { after, type Cursor, settled, txOfEvent } from "../db/event-order.ts";
import type { EventsTable } from "../db/schema.ts";

export type EventRow = Selectable<EventsTable> & Cursor;

/** Happenings to things of these kinds in the order in which they settled. */
export async function eventsOf(
  db: Tx,
  kinds: readonly string[],
  cursor: Cursor,
  limit: number,
): Promise<EventRow[]> {
  return db
    .selectFrom("events as e")
    .select(["e.workspaceId", "e.id", "e.position", "e.actorId", "e.verb", "e.subjectKind", "e.subjectId"])
    .select(["e.projectId", "e.audience", "e.data", "e.at", txOfEvent.as("tx")])
    .where(settled)
    .where(after(cursor))
    .where("e.subjectKind", "in", kinds)
    .orderBy("e.tx")
    .orderBy("e.position")
    .limit(limit)
    .execute();
}
