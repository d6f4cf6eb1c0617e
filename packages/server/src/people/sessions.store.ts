import { type Actor, WORKSPACE_ROLES } from "../access/roles.ts";
import { type Access, type AccessQuestion, resolveAccess } from "../db/access.ts";
import type { Tx } from "../db/database.ts";
import { notFound, notSignedIn, type Problem } from "../kit/errors.ts";

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

/** Signed in, but not in the workspace that was named: that one does not exist for them. */
export async function whyNobody(outside: Tx, { hash, workspace }: AccessQuestion): Promise<Problem> {
  return workspace !== null && (await findActor(outside, hash, null)) ? notFound() : notSignedIn();
}
