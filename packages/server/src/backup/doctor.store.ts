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

export async function recordCounts(
  client: pg.ClientBase,
): Promise<{ events: number; seals: number; unsealed: number; mailsFailed: number }> {
  const [counts] = await ask<{ events: number; seals: number; unsealed: number; mailsFailed: number }>(
    client,
    sql`select (select count(*)::int from milepost.events) as events, (select count(*)::int from milepost.seals) as seals,
      (select count(*)::int from milepost.events e where e.at < now() - interval '1 minute'
        and not exists (select from milepost.seals s where s.workspace_id = e.workspace_id and s.event_id = e.id)) as unsealed,
      (select count(*)::int from milepost.mails where state = 'failed') as "mailsFailed"`,
  );
  return counts ?? { events: 0, seals: 0, unsealed: 0, mailsFailed: 0 };
}
