import { sql } from "kysely";
import type { Tx } from "../db/database.ts";
import { KEPT, LISTS } from "./leak-columns.ts";

const MARKER = /zebra[0-9a-f]{6}z/g;

interface Column {
  place: string;
  column: string;
  json: boolean;
  /** Bound by a key, a reference or a check: its values are ours, not somebody's words. */
  bound: boolean;
}

async function columnsOf(db: Tx): Promise<Column[]> {
  const { rows } = await sql<{ place: string; name: string; json: boolean; bound: boolean }>`
    select format('%I.%I', n.nspname, c.relname) as place, a.attname as name, a.atttypid = 'jsonb'::regtype as json,
      exists (select from pg_constraint k where k.conrelid = c.oid and k.contype in ('c', 'f', 'p') and a.attnum = any(k.conkey)) as bound
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.atttypid in ('text'::regtype, 'jsonb'::regtype)
    where n.nspname in ('milepost', 'auth') and c.relkind = 'r' order by 1, 2`.execute(db);
  return rows.map(({ name, ...row }) => ({ ...row, column: name }));
}

/** Every text and every bag of facts in the whole database, but for those that are ours: each row's has a mark of its own. */
export async function mark(db: Tx): Promise<{ marked: string[] }> {
  await sql`create sequence if not exists milepost.leak_marks`.execute(db);
  const all = await columnsOf(db);
  const marked: string[] = [];
  for (const { place, column, json, bound } of all) {
    const table = place.replace("milepost.", "");
    const name = `${table}.${column}`;
    if (bound || isKept(table, column)) continue;
    const to = sql`'zebra' || lpad(to_hex(nextval('milepost.leak_marks')), 6, '0') || 'z'`;
    const own = sql.raw(place);
    const set = sql.raw(`"${column}"`);
    if (!json && column.includes("email"))
      await sql`update ${own} set ${set} = (${to}) || '@client.test'`.execute(db);
    else if (!json) await sql`update ${own} set ${set} = ${to}`.execute(db);
    else if (LISTS.includes(name)) await sql`update ${own} set ${set} = jsonb_build_array(${to})`.execute(db);
    else
      await sql`update ${own} set ${set} = ${set} || jsonb_build_object('leak', ${to}) where jsonb_typeof(${set}) = 'object'`.execute(
        db,
      );
    marked.push(name);
  }
  return { marked };
}

function isKept(table: string, column: string): boolean {
  const own = KEPT[table];
  return own === "whole" || (own ?? []).includes(column) || (KEPT["*"] ?? []).includes(column);
}

/** Where each mark stands: what a leak is called by. */
export async function whereMarks(db: Tx): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const { place, column } of await columnsOf(db)) {
    const text = sql.raw(`"${column}"::text`);
    const { rows } = await sql<{ text: string }>`
      select ${text} as text from ${sql.raw(place)} where ${text} like '%zebra%'`.execute(db);
    for (const { text: value } of rows)
      for (const each of marksIn(value)) found.set(each, `${place}.${column}`);
  }
  return found;
}

export function marksIn(text: string): string[] {
  return text.toLowerCase().match(MARKER) ?? [];
}

/** Hashes, tokens and seeds as they are stored, whatever table they stand in; those that are shown on purpose left out. */
export async function storedSecrets(db: Tx): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const shown =
    /^(blobs|approval_files|file_versions|publications|plan_versions|approval_snapshots|decisions|seals)\./;
  for (const { place, column } of await columnsOf(db)) {
    const name = `${place.replace("milepost.", "")}.${column}`;
    if (!/hash|token|secret|password|backup_codes|public_key|bound_to/.test(column) || shown.test(name))
      continue;
    const text = sql.raw(`"${column}"::text`);
    const { rows } = await sql<{ text: string }>`
      select distinct ${text} as text from ${sql.raw(place)} where length(${text}) >= 16`.execute(db);
    for (const { text: value } of rows) found.set(value, name);
  }
  return found;
}

/** Tables in which this workspace has nothing that could leak. */
export async function emptyTables(db: Tx, workspaceId: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where table_schema = 'milepost' and column_name = 'workspace_id' order by 1`.execute(db);
  const empty: string[] = [];
  for (const { name } of rows) {
    const count = await sql<{ n: number }>`
      select count(*)::int as n from ${sql.table(`milepost.${name}`)} where workspace_id = ${workspaceId}`.execute(
      db,
    );
    if (count.rows[0]?.n === 0) empty.push(name);
  }
  return empty;
}
