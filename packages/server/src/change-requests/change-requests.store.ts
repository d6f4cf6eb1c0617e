import type { Insertable, Updateable } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { Tx } from "../db/database.ts";
import type { ChangeRequestsTable, QuotesTable } from "../db/schema.ts";

function changes({ tx, actor }: Scope) {
  return tx
    .selectFrom("changeRequests as r")
    .leftJoin("persons as p", (on) =>
      on.onRef("p.workspaceId", "=", "r.workspaceId").onRef("p.id", "=", "r.personId"),
    )
    .leftJoin("planVersions as v", (on) =>
      on.onRef("v.workspaceId", "=", "r.workspaceId").onRef("v.id", "=", "r.planVersionId"),
    )
    .leftJoinLateral(
      (join) =>
        join
          .selectFrom("quotes as q")
          .selectAll("q")
          .whereRef("q.workspaceId", "=", "r.workspaceId")
          .whereRef("q.changeRequestId", "=", "r.id")
          .orderBy("q.createdAt", "desc")
          .limit(1)
          .as("q"),
      (on) => on.onTrue(),
    )
    .leftJoin("approvals as a", (on) =>
      on.onRef("a.workspaceId", "=", "r.workspaceId").onRef("a.id", "=", "q.approvalId"),
    )
    .selectAll("r")
    .select([
      "p.name as askedByName",
      "v.n as planVersion",
      "q.id as quoteId",
      "q.low",
      "q.likely",
      "q.high",
      "q.priceMinor",
      "q.effect",
      "q.words as quoteWords",
      "q.personId as quotedBy",
      "q.milestoneId as quoteMilestoneId",
      "a.number as approvalNumber",
    ])
    .where("r.workspaceId", "=", actor.workspaceId);
}

export async function listChanges(scope: Scope, projectId: string) {
  return changes(scope).where("r.projectId", "=", projectId).orderBy("r.number", "desc").execute();
}

export type ChangeRow = Awaited<ReturnType<typeof listChanges>>[number];

export async function findChange(scope: Scope, id: string): Promise<ChangeRow | undefined> {
  return changes(scope).where("r.id", "=", id).executeTakeFirst();
}

/** Numbers of a project run on; whoever calls holds the plan. */
export async function nextChangeNumber({ tx, actor }: Scope, projectId: string): Promise<number> {
  const row = await tx
    .selectFrom("changeRequests")
    .select((is) => is.fn.max("number").as("last"))
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}

export async function insertChange({ tx }: Scope, row: Insertable<ChangeRequestsTable>): Promise<void> {
  await tx.insertInto("changeRequests").values(row).execute();
}

export async function insertQuote({ tx }: Scope, row: Insertable<QuotesTable>): Promise<void> {
  await tx.insertInto("quotes").values(row).execute();
}

type Step = Pick<
  Updateable<ChangeRequestsTable>,
  "state" | "answer" | "answeredAt" | "answeredBy" | "planVersionId"
>;

/** Only from the states that were seen; of many at once the first finds it there. */
export async function stepChange(
  { tx, actor }: Scope,
  id: string,
  from: readonly string[],
  step: Step,
): Promise<boolean> {
  const result = await tx
    .updateTable("changeRequests")
    .set(step)
    .set((row) => ({ revision: row("revision", "+", 1) }))
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .where("state", "in", from)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Quotes on which the client has decided so long ago that it cannot be taken back. */
export async function decidedQuotes(maintenance: Tx, before: Date) {
  return maintenance
    .selectFrom("changeRequests as r")
    .innerJoin("quotes as q", (on) =>
      on.onRef("q.workspaceId", "=", "r.workspaceId").onRef("q.changeRequestId", "=", "r.id"),
    )
    .innerJoin("approvals as a", (on) =>
      on.onRef("a.workspaceId", "=", "q.workspaceId").onRef("a.id", "=", "q.approvalId"),
    )
    .innerJoin("decisions as d", (on) =>
      on.onRef("d.workspaceId", "=", "a.workspaceId").onRef("d.approvalId", "=", "a.id"),
    )
    .leftJoin("withdrawals as w", (on) =>
      on.onRef("w.workspaceId", "=", "d.workspaceId").onRef("w.decisionId", "=", "d.id"),
    )
    .select(["r.workspaceId", "r.id", "d.choice", "q.personId as quotedBy"])
    .where("r.state", "=", "quoted")
    .where("a.outcome", "=", "chosen")
    .where("a.outcomeAt", "<=", before)
    .where("d.verdict", "=", "chosen")
    .where("w.decisionId", "is", null)
    .limit(100)
    .execute();
}
