import { sql } from "kysely";
import type { Tx } from "../db/database.ts";
import { newId } from "../kit/id.ts";
import { emptyTables } from "./leak-markers.ts";

interface Slot {
  name: string;
  type: string;
  needed: boolean;
  /** Table and column that it refers to. */
  to: string | null;
  column: string | null;
  check: string | null;
}

interface Place {
  workspaceId: string;
  projectId: string;
}

/** One row in every table that has none here, put together from what the database says of its columns; gives what stayed empty. */
export async function fillEmpty(db: Tx, place: Place): Promise<string[]> {
  let empty = await emptyTables(db, place.workspaceId);
  for (let before = Number.POSITIVE_INFINITY; empty.length < before; ) {
    before = empty.length;
    for (const table of empty) await fillOne(db, table, place);
    empty = await emptyTables(db, place.workspaceId);
  }
  return empty;
}

async function fillOne(db: Tx, table: string, place: Place): Promise<void> {
  const names: string[] = [];
  const values: unknown[] = [];
  for (const slot of await slotsOf(db, table)) {
    const value = await valueFor(db, slot, place);
    if (value === undefined) continue;
    names.push(slot.name);
    values.push(sql`${value}::${sql.raw(slot.type)}`);
  }
  const columns = sql.join(names.map((name) => sql.id(name)));
  // Rules between columns may refuse the row; then the table is named as empty.
  await sql`insert into ${sql.table(`milepost.${table}`)} (${columns}) values (${sql.join(values)})`
    .execute(db)
    .catch(() => undefined);
}

async function slotsOf(db: Tx, table: string): Promise<Slot[]> {
  const { rows } = await sql<Slot>`
    select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull and not a.atthasdef as needed,
      f.confrelid::regclass::text as to,
      (select b.attname from pg_attribute b where b.attrelid = f.confrelid and b.attnum = f.confkey[array_position(f.conkey, a.attnum)]) as column,
      (select pg_get_constraintdef(k.oid) from pg_constraint k where k.conrelid = a.attrelid and k.contype = 'c' and k.conkey = array[a.attnum] limit 1) as check
    from pg_attribute a
    left join pg_constraint f on f.conrelid = a.attrelid and f.contype = 'f' and a.attnum = any(f.conkey) and a.attname <> 'workspace_id'
    where a.attrelid = ${`milepost.${table}`}::regclass and a.attnum > 0 and not a.attisdropped`.execute(db);
  return rows;
}

const PLAIN: Readonly<Record<string, string>> = {
  text: "words",
  jsonb: "{}",
  integer: "1",
  bigint: "1",
  "double precision": "1",
  date: "2026-05-04",
  "timestamp with time zone": "2026-05-04T10:00:00Z",
  boolean: "true",
};

async function valueFor(db: Tx, slot: Slot, { workspaceId, projectId }: Place): Promise<string | undefined> {
  if (slot.name === "workspace_id") return workspaceId;
  if (slot.name === "id") return newId();
  if (slot.to && slot.column) {
    const { rows } = await sql<{ id: string }>`
      select ${sql.ref(slot.column)}::text as id from ${sql.raw(slot.to)} t where to_jsonb(t) ->> 'workspace_id' = ${workspaceId}
      order by to_jsonb(t) ->> 'project_id' = ${projectId} desc nulls last limit 1`.execute(db);
    return rows[0]?.id;
  }
  if (!slot.needed) return undefined;
  return /'(\w+)'/.exec(slot.check ?? "")?.[1] ?? PLAIN[slot.type] ?? newId();
}
