import { sql } from "kysely";
import type { Database } from "./database.ts";

export class RoleRefusal extends Error {}

interface RoleFacts {
  name: string;
  bypasses: boolean;
  login: string;
  loginBypasses: boolean;
  owns: number;
}

/** Row-level security is the second wall: refuse to serve when the role that requests run as could walk around it. */
export async function refuseBypassingRole(database: Database): Promise<void> {
  const { rows } = await sql<RoleFacts>`
    select current_user::text as name, (a.rolsuper or a.rolbypassrls) as bypasses,
      session_user::text as login, (l.rolsuper or l.rolbypassrls) as login_bypasses,
      (select count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'milepost' and c.relowner = a.oid) as owns
    from pg_roles a, pg_roles l where a.rolname = current_user and l.rolname = session_user`.execute(
    database.outside,
  );
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
  if (role.loginBypasses)
    throw new RoleRefusal(
      `DATABASE_URL signs in as ${role.login}, which can bypass row-level security. Use a role made with: create role milepost login createrole.`,
    );
}
