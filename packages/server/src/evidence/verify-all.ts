import type { Database } from "../db/database.ts";
import { type Verified, verify } from "../events/verify.ts";
import { type VerifiedApprovals, verifyApprovals } from "./verify-approvals.ts";
import { type VerifiedDeliveries, verifyDeliveries } from "./verify-deliveries.ts";

export interface VerifiedAll {
  events: Verified;
  approvals: VerifiedApprovals;
  deliveries: VerifiedDeliveries;
}

/** All that is sealed: the chains of events, the approvals that they cover, and the delivery records that they tell of. */
export async function verifyAll(database: Database, dataDir: string): Promise<VerifiedAll> {
  const events = await verify(database);
  const [approvals, deliveries] = await database.maintenance
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (tx) => [await verifyApprovals(tx, dataDir), await verifyDeliveries(tx)] as const);
  return { events, approvals, deliveries };
}
