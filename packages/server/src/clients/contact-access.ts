import type { Tx } from "../db/database.ts";
import { revokeLinks, revokeSessions, voidCodes } from "./contact-access.store.ts";

/** Every way in that a contact has: what was mailed, typed or opened before opens nothing any more. */
export async function endAccess(
  tx: Tx,
  whose: { workspaceId: string; personId: string },
  now: Date,
): Promise<void> {
  await revokeLinks(tx, whose, now);
  await revokeSessions(tx, whose, now);
  await voidCodes(tx, whose, now);
}
