import type { Tx } from "../db/database.ts";
import { after, type Cursor, settled, txOfEvent } from "../db/event-order.ts";

export interface Heard extends Cursor {
  workspaceId: string;
  verb: string;
  subjectKind: string;
  subjectId: string;
  projectId: string | null;
  data: unknown;
}

/** Everything that happened, in the order in which it settled. */
export function eventsAfter(db: Tx, cursor: Cursor, limit: number): Promise<Heard[]> {
  return db
    .selectFrom("events as e")
    .select([
      "e.workspaceId",
      "e.position",
      "e.verb",
      "e.subjectKind",
      "e.subjectId",
      "e.projectId",
      "e.data",
      txOfEvent.as("tx"),
    ])
    .where(settled)
    .where(after(cursor))
    .orderBy("e.tx")
    .orderBy("e.position")
    .limit(limit)
    .execute();
}
