import { type Actor, WORKSPACE_ROLES } from "../access/roles.ts";
import { type Access, resolveAccess } from "../db/access.ts";
import type { Tx } from "../db/database.ts";

/** Who this session is, in the workspace that the request names (or the only one); null for everything else. */
export async function findActor(
  outside: Tx,
  tokenHash: string,
  workspace: string | null,
): Promise<Actor | null> {
  return asActor(await resolveAccess(outside, "session", tokenHash, workspace));
}

export function asActor(found: Access | undefined): Actor | null {
  const role = WORKSPACE_ROLES.find((known) => known === found?.role);
  if (!found?.personId || !found.userId || !found.sessionId || !role) return null;
  const { workspaceId, personId, userId, sessionId, name } = found;
  return { workspaceId, personId, userId, sessionId, name, role, zone: found.zone ?? "UTC" };
}
