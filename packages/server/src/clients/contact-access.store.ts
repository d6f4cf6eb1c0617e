import type { Tx } from "../db/database.ts";

interface Whose {
  workspaceId: string;
  personId: string;
  projectId?: string;
  kind?: string;
}

/** All links of a person, or those to one project. */
export async function revokeLinks(tx: Tx, whose: Whose, now: Date): Promise<void> {
  let query = tx
    .updateTable("links")
    .set({ revokedAt: now })
    .where("workspaceId", "=", whose.workspaceId)
    .where("personId", "=", whose.personId)
    .where("revokedAt", "is", null);
  if (whose.projectId) query = query.where("projectId", "=", whose.projectId);
  if (whose.kind) query = query.where("kind", "=", whose.kind);
  await query.execute();
}

/** One session, or all that a person has; false when there was none that opened. */
export async function revokeSessions(
  tx: Tx,
  of: { workspaceId: string } & ({ id: string } | { personId: string }),
  now: Date,
): Promise<boolean> {
  const query = tx
    .updateTable("contactSessions")
    .set({ revokedAt: now })
    .where("workspaceId", "=", of.workspaceId)
    .where("revokedAt", "is", null);
  const result = await ("id" in of
    ? query.where("id", "=", of.id)
    : query.where("personId", "=", of.personId)
  ).executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Codes that were mailed and not typed yet. */
export async function voidCodes(
  tx: Tx,
  { workspaceId, personId }: { workspaceId: string; personId: string },
  now: Date,
): Promise<void> {
  await tx
    .updateTable("signInCodes")
    .set({ usedAt: now })
    .where("workspaceId", "=", workspaceId)
    .where("personId", "=", personId)
    .where("usedAt", "is", null)
    .execute();
}
