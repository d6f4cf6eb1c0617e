import { sql } from "kysely";
import type pg from "pg";
import { ask, isMigrated } from "./tables.store.ts";

export interface ServerFacts {
  version: string;
  number: number;
  owns: boolean;
  bypasses: boolean;
}

export async function serverFacts(client: pg.ClientBase): Promise<ServerFacts> {
  const [facts] = await ask<ServerFacts>(
    client,
    sql`select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
      r.rolsuper or r.rolbypassrls as bypasses,
      not exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'milepost' and c.relkind = 'r' and c.relowner <> r.oid) as owns
      from pg_roles r where r.rolname = current_user`,
  );
  if (!facts) throw new Error("the database does not know the role that asks");
  return facts;
}

/** Steps that the database has seen; null before its first start. */
export async function stepsSeen(client: pg.ClientBase): Promise<{ name: string; checksum: string }[] | null> {
  if (!(await isMigrated(client))) return null;
  return ask(client, sql`select name, checksum from milepost.migrations order by name`);
}

export async function failedMails(client: pg.ClientBase): Promise<number> {
  const [row] = await ask<{ failed: number }>(
    client,
    sql`select count(*)::int as failed from milepost.mails where state = 'failed'`,
  );
  return row?.failed ?? 0;
}
