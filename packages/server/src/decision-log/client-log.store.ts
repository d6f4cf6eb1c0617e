import { askedOf, saidOf } from "../approvals/decision-read.store.ts";
import type { PortalTx } from "../db/database.ts";
import { type LogApproval, type LogChange, type LogRows, MOST } from "./log-rows.ts";

/** The same, as far as people of the client may read it: from their views alone. */
export async function clientLogRows(tx: PortalTx, projectId: string): Promise<LogRows> {
  const approvals = await approvalsOf(tx, projectId);
  const ids = approvals.map(({ id }) => id);
  const changes = await changesOf(tx, projectId);
  return {
    approvals,
    people: await askedOf(tx, ids),
    said: await saidOf(tx, ids),
    changes,
    quotes: await tx
      .selectFrom("portal.quotes as q")
      .innerJoin("portal.changeRequests as r", "r.id", "q.changeRequestId")
      .select(["q.changeRequestId", "q.approvalId"])
      .where("r.projectId", "=", projectId)
      .orderBy("q.createdAt")
      .execute(),
  };
}

async function approvalsOf(tx: PortalTx, projectId: string): Promise<LogApproval[]> {
  const rows = await tx
    .selectFrom("portal.approvals as a")
    .leftJoin("portal.people as q", (on) =>
      on.onRef("q.id", "=", "a.askedBy").onRef("q.projectId", "=", "a.projectId"),
    )
    .leftJoin("portal.planVersions as v", "v.id", "a.planVersionId")
    .select(["a.id", "a.number", "a.kind", "a.audience", "a.round", "a.title", "a.question", "a.rule"])
    .select(["a.choices", "a.dueOn", "a.opensAt", "a.outcome", "a.outcomeAt", "a.supersededAt"])
    .select(["a.cancelledAt", "a.cancelledReason", "a.milestoneId", "a.earlierId", "a.askedBy"])
    .select(["a.createdAt", "q.name as asker", "v.n as planVersion"])
    .where("a.projectId", "=", projectId)
    .orderBy("a.number", "desc")
    .limit(MOST)
    .execute();
  return rows.map((row) => ({ ...row, withdrawn: false, milestoneNumber: null }));
}

async function changesOf(tx: PortalTx, projectId: string): Promise<LogChange[]> {
  const rows = await tx
    .selectFrom("portal.changeRequests as r")
    .leftJoin("portal.people as q", (on) =>
      on.onRef("q.id", "=", "r.personId").onRef("q.projectId", "=", "r.projectId"),
    )
    .leftJoin("portal.people as b", (on) =>
      on.onRef("b.id", "=", "r.answeredBy").onRef("b.projectId", "=", "r.projectId"),
    )
    .select(["r.id", "r.number", "r.title", "r.words", "r.state", "r.answer", "r.answeredAt"])
    .select(["r.answeredBy", "r.milestoneId", "r.personId", "r.createdAt", "q.name as asker"])
    .select(["b.name as answerer", "r.planVersion"])
    .where("r.projectId", "=", projectId)
    .orderBy("r.number", "desc")
    .limit(MOST)
    .execute();
  return rows.map((row) => ({ ...row, audience: "client", milestoneNumber: null }));
}
