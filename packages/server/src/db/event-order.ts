import { type Expression, type SqlBool, sql } from "kysely";
import type { Tx } from "./database.ts";

/**
 * A place in the order of all events. Positions alone would skip a transaction that took its position early and commits
 * late; in the order of (transaction, position), below the oldest running transaction, nothing can still appear.
 */
export interface Cursor {
  tx: string;
  position: number;
}

export const BEGINNING: Cursor = { tx: "0", position: 0 };

/** Of the events `e`: every transaction up to here is over. */
export const settled: Expression<SqlBool> = sql<SqlBool>`e.tx < pg_snapshot_xmin(pg_current_snapshot())`;

/** Of the events `e`: later than the cursor. */
export function after({ tx, position }: Cursor): Expression<SqlBool> {
  return sql<SqlBool>`(e.tx, e.position) > (${tx}::xid8, ${position}::bigint)`;
}

export const txOfEvent = sql<string>`e.tx::text`;

/** The instant with all its digits: an altered microsecond is an altered record. */
export const exactInstant = sql<string>`to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Everything that is settled now lies before this. */
export async function horizon(tx: Tx): Promise<Cursor> {
  const { rows } = await sql<{
    xmin: string;
  }>`select pg_snapshot_xmin(pg_current_snapshot())::text as xmin`.execute(tx);
  return { tx: rows[0]?.xmin ?? "0", position: 0 };
}

export function writeCursor({ tx, position }: Cursor): string {
  return `${tx}.${position}`;
}

export function isBefore(one: Cursor, other: Cursor): boolean {
  const [a, b] = [BigInt(one.tx), BigInt(other.tx)];
  return a === b ? one.position < other.position : a < b;
}
