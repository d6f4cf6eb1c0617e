import { sql } from "kysely";
import type { Tx } from "./database.ts";

/** Of several processes one does a job: true for the holder, until the lease runs out or is given back. */
export async function holdLease(db: Tx, name: string, holder: string, seconds: number): Promise<boolean> {
  const until = sql<Date>`now() + make_interval(secs => ${seconds})`;
  const held = await db
    .insertInto("leases")
    .values({ name, holder, until })
    .onConflict((conflict) =>
      conflict
        .column("name")
        .doUpdateSet({ holder, until })
        .where((row) =>
          row.or([row("leases.until", "<", sql<Date>`now()`), row("leases.holder", "=", holder)]),
        ),
    )
    .returning("name")
    .executeTakeFirst();
  return held !== undefined;
}

export async function giveBackLease(db: Tx, name: string, holder: string): Promise<void> {
  await db.deleteFrom("leases").where("name", "=", name).where("holder", "=", holder).execute();
}
