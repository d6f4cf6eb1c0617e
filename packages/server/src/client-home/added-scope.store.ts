import type { PortalTx } from "../db/database.ts";

/** What came into the plan by agreement after its first version, in the order in which it was accepted. */
export async function addedScope(tx: PortalTx, projectId: string) {
  return tx
    .selectFrom("portal.changeRequests as r")
    .leftJoinLateral(
      (join) =>
        join
          .selectFrom("portal.quotes as q")
          .select(["q.priceMinor", "q.days"])
          .whereRef("q.changeRequestId", "=", "r.id")
          .orderBy("q.createdAt", "desc")
          .limit(1)
          .as("q"),
      (on) => on.onTrue(),
    )
    .leftJoin("portal.people as p", (on) =>
      on.onRef("p.id", "=", "r.answeredBy").onRef("p.projectId", "=", "r.projectId"),
    )
    .leftJoin("portal.planVersions as v", "v.id", "r.planVersionId")
    .select(["r.id", "r.title", "r.answeredAt", "r.planVersion", "p.name as acceptedBy"])
    .select(["q.priceMinor", "q.days", "v.id as publishedVersionId"])
    .where("r.projectId", "=", projectId)
    .where("r.state", "=", "accepted")
    .orderBy("r.answeredAt")
    .orderBy("r.number")
    .execute();
}

export type AddedChange = Awaited<ReturnType<typeof addedScope>>[number];
