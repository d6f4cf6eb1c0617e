import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  sql,
} from "kysely";
import type pg from "pg";
import { PlaceRefusal } from "./refusal.ts";

/** A table as the database has it now. */
export interface LiveTable {
  schema: "milepost" | "auth";
  name: string;
  columns: string[];
}

export interface Step {
  name: string;
  checksum: string;
}

/** The steps are kept in the manifest; leases and cursors mean nothing on another machine; what search goes by is made anew. */
const LEFT_OUT = [
  "milepost.migrations",
  "milepost.leases",
  "milepost.cursors",
  "milepost.search_texts",
  "milepost.search_spellings",
];
/** Transaction numbers belong to one server: what is restored gets the number of the restoring transaction. */
const NOT_CARRIED = ["milepost.events.tx"];

const compiler = new Kysely<Record<string, never>>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** Every later read of this connection sees the one instant at which this began. */
export const snapshot = sql`begin isolation level repeatable read read only`;

export const begin = sql`begin`;
export const commit = sql`commit`;

/** Runs on the one connection that holds the transaction. */
export async function ask<T extends object>(client: pg.ClientBase, query: RawBuilder<unknown>): Promise<T[]> {
  const { sql: text, parameters } = query.compile(compiler);
  return (await client.query<T>(text, [...parameters])).rows;
}

function asText(query: RawBuilder<unknown>): string {
  return query.compile(compiler).sql;
}

/** Texts of dates and numbers must not depend on how a server or a role is set up. */
export async function plainFormats(client: pg.ClientBase): Promise<void> {
  await ask(
    client,
    sql`select set_config('timezone', 'UTC', false), set_config('datestyle', 'ISO, YMD', false), set_config('intervalstyle', 'postgres', false),
      set_config('extra_float_digits', '1', false), set_config('bytea_output', 'hex', false), set_config('client_encoding', 'UTF8', false),
      set_config('statement_timeout', '0', false), set_config('idle_in_transaction_session_timeout', '0', false)`,
  );
}

/** All tables of Milepost so that a table follows those that it refers to; a reference that closes a circle can wait (`allAtOnce`). */
export async function tablesInOrder(client: pg.ClientBase): Promise<LiveTable[]> {
  const rows = await ask<LiveTable>(
    client,
    sql`select n.nspname::text as schema, c.relname::text as name,
        array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where n.nspname in ('milepost', 'auth') and c.relkind = 'r'
      group by n.nspname, c.relname order by n.nspname, c.relname`,
  );
  const links = await ask<{ table: string; needs: string }>(
    client,
    sql`select distinct n.nspname || '.' || c.relname as table, rn.nspname || '.' || r.relname as needs
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_class r on r.oid = k.confrelid join pg_namespace rn on rn.oid = r.relnamespace
      where k.contype = 'f' and not k.condeferrable and k.conrelid <> k.confrelid and n.nspname in ('milepost', 'auth')`,
  );
  const carried = rows.filter((table) => !LEFT_OUT.includes(fullName(table)));
  return inOrder(carried, links).map((table) => ({
    ...table,
    columns: table.columns.filter((column) => !NOT_CARRIED.includes(`${fullName(table)}.${column}`)),
  }));
}

export function fullName({ schema, name }: { schema: string; name: string }): string {
  return `${schema}.${name}`;
}

function inOrder(tables: LiveTable[], links: { table: string; needs: string }[]): LiveTable[] {
  const done = new Set<string>();
  const ordered: LiveTable[] = [];
  while (ordered.length < tables.length) {
    const ready = tables.filter((table) => {
      const name = fullName(table);
      return !done.has(name) && links.every((link) => link.table !== name || done.has(link.needs));
    });
    if (ready.length === 0)
      throw new Error("tables refer to each other in a circle; a backup needs an order");
    for (const table of ready) done.add(fullName(table));
    ordered.push(...ready);
  }
  return ordered;
}

export async function appliedSteps(client: pg.ClientBase): Promise<Step[]> {
  return ask<Step>(client, sql`select name, checksum from milepost.migrations order by name`);
}

export async function storedBlobs(client: pg.ClientBase): Promise<string[]> {
  const rows = await ask<{ sha256: string }>(
    client,
    sql`select distinct sha256 from milepost.blobs order by sha256`,
  );
  return rows.map((row) => row.sha256);
}

export function copyOutText({ schema, name, columns }: LiveTable): string {
  return asText(
    sql`copy ${sql.id(schema, name)} (${sql.join(columns.map((column) => sql.id(column)))}) to stdout`,
  );
}

export function copyInText({ schema, name, columns }: LiveTable): string {
  return asText(
    sql`copy ${sql.id(schema, name)} (${sql.join(columns.map((column) => sql.id(column)))}) from stdin`,
  );
}

/** References that can wait are looked at when all rows are there. */
export async function allAtOnce(client: pg.ClientBase, work: () => Promise<void>): Promise<void> {
  await ask(client, sql`set constraints all deferred`);
  await work();
  await ask(client, sql`set constraints all immediate`);
}

/** Nobody else may begin to use the place while it is filled, and nobody may have begun before. */
export async function refuseUnlessEmpty(client: pg.ClientBase, tables: LiveTable[]): Promise<void> {
  for (const { schema, name } of tables) {
    const table = sql.id(schema, name);
    await ask(client, sql`lock table ${table} in access exclusive mode`);
    const rows = await ask(client, sql`select 1 as found from ${table} limit 1`);
    if (rows.length > 0)
      throw new PlaceRefusal(
        "The database already holds data. Restore into an empty one; nothing was changed.",
      );
  }
}

/**
 * PostgreSQL copies nothing into a table under row-level security. The wall is opened for the owner inside this one
 * transaction, while nobody else can touch the tables, and stands again before it ends.
 */
export async function withoutForcedRowSecurity(
  client: pg.ClientBase,
  work: () => Promise<void>,
): Promise<void> {
  const forced = await ask<{ schema: string; name: string }>(
    client,
    sql`select n.nspname::text as schema, c.relname::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('milepost', 'auth') and c.relkind = 'r' and c.relforcerowsecurity`,
  );
  for (const { schema, name } of forced)
    await ask(client, sql`alter table ${sql.id(schema, name)} no force row level security`);
  await work();
  for (const { schema, name } of forced)
    await ask(client, sql`alter table ${sql.id(schema, name)} force row level security`);
}

/** Another role would be shown nothing by row-level security, and its backup would be empty without a word. */
export async function refuseUnlessOwner(client: pg.ClientBase): Promise<void> {
  const [row] = await ask<{ owns: boolean }>(
    client,
    sql`select coalesce(bool_and(c.relowner = (select oid from pg_roles where rolname = current_user)), false) as owns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'milepost' and c.relkind = 'r'`,
  );
  if (!row?.owns)
    throw new PlaceRefusal(
      "Sign in to the database as the role that owns Milepost's tables; another one does not see all rows.",
    );
}

/** Numbers that the database hands out go on behind the highest one that was restored. */
export async function moveSequences(client: pg.ClientBase): Promise<void> {
  const owned = await ask<{ sequence: string; schema: string; table: string; column: string }>(
    client,
    sql`select s.oid::regclass::text as sequence, n.nspname::text as schema, c.relname::text as table, a.attname::text as column
      from pg_class s join pg_depend d on d.objid = s.oid and d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i')
      join pg_class c on c.oid = d.refobjid join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum = d.refobjsubid
      where s.relkind = 'S' and n.nspname in ('milepost', 'auth')`,
  );
  for (const { sequence, schema, table, column } of owned)
    await ask(
      client,
      sql`select setval(${sequence}::regclass, coalesce(max(${sql.id(column)}), 0) + 1, false) from ${sql.id(schema, table)}`,
    );
}

export async function isMigrated(client: pg.ClientBase): Promise<boolean> {
  const [row] = await ask<{ found: boolean }>(
    client,
    sql`select to_regclass('milepost.migrations') is not null as found`,
  );
  return row?.found ?? false;
}
