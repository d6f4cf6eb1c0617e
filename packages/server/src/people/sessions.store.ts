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

/** Every workspace in which this session's person works, asked for one by one. */
export async function workspacesOf(outside: Tx, tokenHash: string): Promise<string[]> {
  const found: string[] = [];
  for (let last: string | null = null; ; ) {
    const next: Access | undefined = await resolveAccess(outside, "next", tokenHash, last);
    if (!next) return found;
    found.push(next.workspaceId);
    last = next.workspaceId;
  }
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
