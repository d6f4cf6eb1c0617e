import type { Database } from "../db/database.ts";
import { type Verified, verify } from "../events/verify.ts";
import { type VerifiedApprovals, verifyApprovals } from "./verify-approvals.ts";

/** All that is sealed: the chains of events, and the approvals that they cover. */
export async function verifyAll(
  database: Database,
  dataDir: string,
): Promise<{ events: Verified; approvals: VerifiedApprovals }> {
  const events = await verify(database);
  const approvals = await database.maintenance
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute((tx) => verifyApprovals(tx, dataDir));
  return { events, approvals };
}
