import { sql } from "kysely";
import type { Tx } from "./database.ts";

export interface Access {
  workspaceId: string;
  personId: string | null;
  userId: string | null;
  sessionId: string | null;
  name: string;
  role: string;
  zone: string | null;
  linkId: string | null;
}

export interface AccessQuestion {
  kind: "session" | "next" | "link" | "email" | "contact" | "contact-email" | "next-contact-email" | "logo";
  hash: string;
  /** Names one of several workspaces, or for the `next` ones the one before; null takes the only or first one. */
  workspace: string | null;
}

/** Asks in the workspace that was already entered. */
export const ASK = { name: "ask", text: "select * from resolve_access($1, $2, $3)" };

/** Asks and enters the workspace that was found, in one statement. */
export const ENTER = {
  name: "enter",
  text: `select found.*, set_config('app.workspace', found.workspace_id::text, true) from resolve_access($1, $2, $3) found`,
};

/** The one question asked before the workspace is known: a full hash in, at most one row out. */
export async function resolveAccess(
  outside: Tx,
  kind: AccessQuestion["kind"],
  hash: string,
  workspace: string | null = null,
): Promise<Access | undefined> {
  const { rows } = await sql<Access>`select * from resolve_access(${kind}, ${hash}, ${workspace})`.execute(
    outside,
  );
  return rows[0];
}

export function toAccess(row: Record<string, unknown> | undefined): Access | undefined {
  if (!row) return undefined;
  const text = (column: string) => (typeof row[column] === "string" ? row[column] : null);
  return {
    workspaceId: String(row.workspace_id),
    personId: text("person_id"),
    userId: text("user_id"),
    sessionId: text("session_id"),
    name: String(row.name),
    role: String(row.role),
    zone: text("zone"),
    linkId: text("link_id"),
  };
}
