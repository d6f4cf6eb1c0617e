import { sql } from "kysely";
import pg from "pg";
import { type Connection, ownerConfig } from "./connection.ts";
import type { Database } from "./database.ts";

export class RoleRefusal extends Error {}

interface RoleFacts {
  name: string;
  bypasses: boolean;
  owns: number;
}

/** Before anything is written: whoever signs in must not be able to walk around row-level security. */
export async function refuseBypassingLogin(connection: Connection): Promise<void> {
  const client = new pg.Client(ownerConfig(connection));
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      "select rolname as name from pg_roles where rolname = session_user and (rolsuper or rolbypassrls)",
    );
    if (rows[0])
      throw new RoleRefusal(
        `DATABASE_URL signs in as ${rows[0].name}, which can bypass row-level security. Use a role made with: create role milepost login createrole.`,
      );
  } finally {
    await client.end();
  }
}

/** Row-level security is the second wall: refuse to serve when the role that requests run as could walk around it. */
export async function refuseBypassingRole(database: Database): Promise<void> {
  const { rows } = await sql<RoleFacts>`
    select current_user::text as name, (a.rolsuper or a.rolbypassrls) as bypasses,
      (select count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'milepost' and c.relowner = a.oid) as owns
    from pg_roles a where a.rolname = current_user`.execute(database.outside);
  const role = rows[0];
  if (!role) throw new RoleRefusal("The database does not say which role this is.");
  if (role.bypasses)
    throw new RoleRefusal(
      `The database role ${role.name} can bypass row-level security. Take SUPERUSER and BYPASSRLS from it.`,
    );
  if (role.owns > 0)
    throw new RoleRefusal(
      `The database role ${role.name} owns Milepost's tables; requests must run as a role that does not.`,
    );
}
