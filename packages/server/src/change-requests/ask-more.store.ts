import type { PortalTx } from "../db/database.ts";

/** What was asked for in this project beyond the plan, newest first, each with the last offer for it. */
export async function ownWishes(tx: PortalTx, projectId: string) {
  return tx
    .selectFrom("portal.changeRequests as r")
    .leftJoinLateral(
      (join) =>
        join
          .selectFrom("portal.quotes as q")
          .innerJoin("portal.approvals as a", "a.id", "q.approvalId")
          .select(["q.priceMinor", "q.days", "a.number", "a.outcome", "a.cancelledAt"])
          .whereRef("q.changeRequestId", "=", "r.id")
          .orderBy("q.createdAt", "desc")
          .limit(1)
          .as("q"),
      (on) => on.onTrue(),
    )
    .leftJoin("portal.people as p", (on) =>
      on.onRef("p.id", "=", "r.personId").onRef("p.projectId", "=", "r.projectId"),
    )
    .leftJoin("portal.people as w", (on) =>
      on.onRef("w.id", "=", "r.answeredBy").onRef("w.projectId", "=", "r.projectId"),
    )
    .select(["r.id", "r.title", "r.words", "r.answer", "r.state", "r.createdAt", "r.answeredAt"])
    .select(["r.planVersion", "p.name as askedBy", "w.name as answeredBy", "w.side as answeredSide"])
    .select(["q.priceMinor", "q.days", "q.number", "q.outcome", "q.cancelledAt"])
    .where("r.projectId", "=", projectId)
    .orderBy("r.createdAt", "desc")
    .orderBy("r.id")
    .execute();
}

export type OwnWish = Awaited<ReturnType<typeof ownWishes>>[number];
