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

/** The one question asked before the workspace is known: a full hash in, at most one row out. */
export async function resolveAccess(
  outside: Tx,
  kind: "session" | "link" | "email",
  hash: string,
  workspace: string | null = null,
): Promise<Access | undefined> {
  const { rows } = await sql<Access>`select * from resolve_access(${kind}, ${hash}, ${workspace})`.execute(
    outside,
  );
  return rows[0];
}
