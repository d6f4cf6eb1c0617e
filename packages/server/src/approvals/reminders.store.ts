import type { Tx } from "../db/database.ts";

export interface WaitingRequest {
  workspaceId: string;
  id: string;
}

/** All requests that wait for somebody and have a day by which, workspace by workspace. */
export async function waitingRequests(maintenance: Tx, now: Date): Promise<WaitingRequest[]> {
  return maintenance
    .selectFrom("approvals as a")
    .leftJoin("publications as p", (on) =>
      on.onRef("p.workspaceId", "=", "a.workspaceId").onRef("p.id", "=", "a.publicationId"),
    )
    .innerJoin("projects as j", (on) =>
      on.onRef("j.workspaceId", "=", "a.workspaceId").onRef("j.id", "=", "a.projectId"),
    )
    .leftJoin("trash as t", (on) =>
      on.onRef("t.workspaceId", "=", "j.workspaceId").onRef("t.thingId", "=", "j.id"),
    )
    .select(["a.workspaceId", "a.id"])
    .where("a.outcome", "is", null)
    .where("a.supersededAt", "is", null)
    .where("a.cancelledAt", "is", null)
    .where("a.opensAt", "<=", now)
    .where("p.withdrawnAt", "is", null)
    .where("t.thingId", "is", null)
    .where("j.archivedAt", "is", null)
    .where("j.pausedAt", "is", null)
    .where((is) => is.or([is("a.dueOn", "is not", null), is("a.acceptanceDays", "is not", null)]))
    .orderBy("a.workspaceId")
    .orderBy("a.id")
    .execute();
}
