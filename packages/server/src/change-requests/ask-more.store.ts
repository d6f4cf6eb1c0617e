import type { PortalTx } from "../db/database.ts";

/** What was asked for in this project beyond the plan, newest first. */
export async function ownWishes(tx: PortalTx, projectId: string) {
  return tx
    .selectFrom("portal.changeRequests as r")
    .leftJoin("portal.quotes as q", "q.changeRequestId", "r.id")
    .leftJoin("portal.approvals as a", "a.id", "q.approvalId")
    .leftJoin("portal.planVersions as v", "v.id", "r.planVersionId")
    .select([
      "r.id",
      "r.title",
      "r.words",
      "r.answer",
      "r.state",
      "r.createdAt",
      "q.priceMinor",
      "a.number",
      "v.n",
    ])
    .where("r.projectId", "=", projectId)
    .orderBy("r.createdAt", "desc")
    .orderBy("r.id")
    .execute();
}

export type OwnWish = Awaited<ReturnType<typeof ownWishes>>[number];
