import type { Scope } from "../access/scope.ts";
import { peopleOf } from "../approvals/approval-people.store.ts";
import { decisionsOf } from "../approvals/decisions.store.ts";
import { type LogApproval, type LogChange, type LogQuote, type LogRows, MOST } from "./log-rows.ts";

/** Everything of one project that was decided or waits for it, in as many queries as there are tables. */
export async function teamLogRows(scope: Scope, projectId: string): Promise<LogRows> {
  const approvals = await approvalsOf(scope, projectId);
  const ids = approvals.map(({ id }) => id);
  const said = await decisionsOf(scope, ids);
  return {
    approvals,
    people: await peopleOf(scope, ids),
    said: said.map((row) => ({ ...row, through: row.recorder })),
    changes: await changesOf(scope, projectId),
    quotes: await quotesOf(scope, projectId),
  };
}

function approvalsOf({ tx, actor }: Scope, projectId: string): Promise<LogApproval[]> {
  return tx
    .selectFrom("approvals as a")
    .leftJoin("publications as p", (on) =>
      on.onRef("p.workspaceId", "=", "a.workspaceId").onRef("p.id", "=", "a.publicationId"),
    )
    .leftJoin("planVersions as v", (on) =>
      on.onRef("v.workspaceId", "=", "a.workspaceId").onRef("v.id", "=", "a.planVersionId"),
    )
    .leftJoin("milestones as m", (on) =>
      on.onRef("m.workspaceId", "=", "a.workspaceId").onRef("m.id", "=", "a.milestoneId"),
    )
    .leftJoin("persons as q", (on) =>
      on.onRef("q.workspaceId", "=", "a.workspaceId").onRef("q.id", "=", "a.askedBy"),
    )
    .select(["a.id", "a.number", "a.kind", "a.audience", "a.round", "a.title", "a.question", "a.rule"])
    .select(["a.choices", "a.dueOn", "a.opensAt", "a.outcome", "a.outcomeAt", "a.supersededAt"])
    .select(["a.cancelledAt", "a.cancelledReason", "a.milestoneId", "a.earlierId", "a.askedBy"])
    .select(["a.createdAt", "q.name as asker", "m.number as milestoneNumber", "v.n as planVersion"])
    .select((row) => row("p.withdrawnAt", "is not", null).$castTo<boolean>().as("withdrawn"))
    .where("a.workspaceId", "=", actor.workspaceId)
    .where("a.projectId", "=", projectId)
    .orderBy("a.number", "desc")
    .limit(MOST)
    .execute();
}

function changesOf({ tx, actor }: Scope, projectId: string): Promise<LogChange[]> {
  return tx
    .selectFrom("changeRequests as r")
    .leftJoin("persons as q", (on) =>
      on.onRef("q.workspaceId", "=", "r.workspaceId").onRef("q.id", "=", "r.personId"),
    )
    .leftJoin("persons as b", (on) =>
      on.onRef("b.workspaceId", "=", "r.workspaceId").onRef("b.id", "=", "r.answeredBy"),
    )
    .leftJoin("milestones as m", (on) =>
      on.onRef("m.workspaceId", "=", "r.workspaceId").onRef("m.id", "=", "r.milestoneId"),
    )
    .leftJoin("planVersions as v", (on) =>
      on.onRef("v.workspaceId", "=", "r.workspaceId").onRef("v.id", "=", "r.planVersionId"),
    )
    .select(["r.id", "r.number", "r.audience", "r.title", "r.words", "r.state", "r.answer", "r.answeredAt"])
    .select(["r.answeredBy", "r.milestoneId", "r.personId", "r.createdAt", "q.name as asker"])
    .select(["b.name as answerer", "m.number as milestoneNumber", "v.n as planVersion"])
    .where("r.workspaceId", "=", actor.workspaceId)
    .where("r.projectId", "=", projectId)
    .orderBy("r.number", "desc")
    .limit(MOST)
    .execute();
}

function quotesOf({ tx, actor }: Scope, projectId: string): Promise<LogQuote[]> {
  return tx
    .selectFrom("quotes as q")
    .innerJoin("changeRequests as r", (on) =>
      on.onRef("r.workspaceId", "=", "q.workspaceId").onRef("r.id", "=", "q.changeRequestId"),
    )
    .select(["q.changeRequestId", "q.approvalId"])
    .where("q.workspaceId", "=", actor.workspaceId)
    .where("r.projectId", "=", projectId)
    .orderBy("q.createdAt")
    .execute();
}
