import type { Tx } from "./database.ts";
import { BEGINNING, type Cursor, horizon, isBefore } from "./event-order.ts";

/**
 * Where a reader of events stopped, locked until the transaction ends. A cursor from the future belongs to another
 * server (a restored copy): the reader begins anew, and what it did before it finds done.
 */
export async function takeCursor(tx: Tx, name: string): Promise<Cursor> {
  await tx
    .insertInto("cursors")
    .values({ name, ...BEGINNING })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .execute();
  const { tx: at, position } = await tx
    .selectFrom("cursors")
    .select(["tx", "position"])
    .where("name", "=", name)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const kept = { tx: at, position };
  return isBefore(kept, await horizon(tx)) ? kept : BEGINNING;
}

/** A look without a lock or a write: a reader at rest leaves no trace on the disk. */
export async function peekCursor(tx: Tx, name: string): Promise<Cursor> {
  const row = await tx
    .selectFrom("cursors")
    .select(["tx", "position"])
    .where("name", "=", name)
    .executeTakeFirst();
  if (!row) return BEGINNING;
  return isBefore(row, await horizon(tx)) ? row : BEGINNING;
}

export async function moveCursor(tx: Tx, name: string, to: Cursor): Promise<void> {
  await tx
    .updateTable("cursors")
    .set({ tx: to.tx, position: to.position })
    .where("name", "=", name)
    .execute();
}
