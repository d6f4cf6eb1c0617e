import type { PortalTx } from "../db/database.ts";

export interface MilestoneDecision {
  number: number;
  title: string;
  outcome: string | null;
  outcomeAt: Date | null;
  dueOn: string | null;
}

/** What was or is decided about a milestone, newest first; what a newer one replaced is left out. */
export function decisionsOn(tx: PortalTx, milestoneId: string): Promise<MilestoneDecision[]> {
  return tx
    .selectFrom("portal.approvals")
    .select(["number", "title", "outcome", "outcomeAt", "dueOn"])
    .where("milestoneId", "=", milestoneId)
    .where("supersededAt", "is", null)
    .where("cancelledAt", "is", null)
    .orderBy("number", "desc")
    .limit(50)
    .execute();
}

/** Criteria that are met, where the project shows them live. */
export async function criteriaMet(tx: PortalTx, milestoneId: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom("portal.criteriaMet")
    .select("id")
    .where("milestoneId", "=", milestoneId)
    .execute();
  return new Set(rows.map(({ id }) => id));
}
