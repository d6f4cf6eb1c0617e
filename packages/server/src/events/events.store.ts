import type { Insertable } from "kysely";
import type { Tx } from "../db/database.ts";
import type { EventsTable } from "../db/schema.ts";

export async function insertEvent(tx: Tx, event: Insertable<EventsTable>): Promise<void> {
  await tx.insertInto("events").values(event).execute();
}
