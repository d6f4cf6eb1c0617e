import type { Insertable } from "kysely";
import type { Tx } from "../db/database.ts";
import type { EventsTable } from "../db/schema.ts";

/** A statement holds so many parameters and no more. */
const AT_ONCE = 1_000;

/** In the order in which they happened. */
export async function insertEvents(tx: Tx, events: readonly Insertable<EventsTable>[]): Promise<void> {
  for (let from = 0; from < events.length; from += AT_ONCE)
    await tx
      .insertInto("events")
      .values(events.slice(from, from + AT_ONCE))
      .execute();
}
