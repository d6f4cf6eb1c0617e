import { type Insertable, sql, type Updateable } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { Tx } from "../db/database.ts";
import type { ChangeRequestsTable, QuotesTable } from "../db/schema.ts";
import { notInTrash } from "../db/trash.ts";

/** What the client said to an offer, as long as it stands. */
export interface SaidToOffer {
  verdict: string;
  choice: string | null;
  words: string;
  name: string | null;
  personId: string;
  at: string;
}

const SAID = sql<SaidToOffer | null>`(
  select json_build_object('verdict', d.verdict, 'choice', d.choice, 'words', d.words, 'name', p.name, 'personId', d.person_id, 'at', d.at)
  from decisions d left join persons p on p.workspace_id = d.workspace_id and p.id = d.person_id
  where d.workspace_id = a.workspace_id and d.approval_id = a.id and d.verdict = a.outcome
    and not exists (select from withdrawals w where w.workspace_id = d.workspace_id and w.decision_id = d.id)
  order by d.at desc limit 1)`;

function changes({ tx, actor }: Scope) {
  return tx
    .selectFrom("changeRequests as r")
    .leftJoin("persons as p", (on) =>
      on.onRef("p.workspaceId", "=", "r.workspaceId").onRef("p.id", "=", "r.personId"),
    )
    .leftJoin("persons as w", (on) =>
      on.onRef("w.workspaceId", "=", "r.workspaceId").onRef("w.id", "=", "r.answeredBy"),
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
      "w.name as answeredByName",
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
      "q.assigneeId",
      "q.approvalId",
      "a.number as approvalNumber",
      "a.cancelledReason",
      SAID.as("said"),
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

/** The request by which an offer was put before its people. */
export async function putBefore({ tx, actor }: Scope, quoteId: string, approvalId: string): Promise<void> {
  await tx
    .updateTable("quotes")
    .set({ approvalId })
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", quoteId)
    .execute();
}

type Step = Pick<
  Updateable<ChangeRequestsTable>,
  "state" | "answer" | "answeredAt" | "answeredBy" | "planVersionId" | "approves"
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

/** What clients wait for an answer to, since they asked for it or for another offer. */
export async function waitingChanges(
  maintenance: Tx,
): Promise<{ workspaceId: string; id: string; since: Date }[]> {
  return maintenance
    .selectFrom("changeRequests as r")
    .innerJoin("projects as j", (on) =>
      on.onRef("j.workspaceId", "=", "r.workspaceId").onRef("j.id", "=", "r.projectId"),
    )
    .select(["r.workspaceId", "r.id", WAITING_SINCE.as("since")])
    .where("r.state", "=", "asked")
    .where("j.archivedAt", "is", null)
    .where("j.pausedAt", "is", null)
    .where(notInTrash("j.workspaceId", "j.id"))
    .orderBy("r.workspaceId")
    .orderBy("r.id")
    .execute();
}

const WAITING_SINCE = sql<Date>`coalesce((select max(coalesce(a.outcome_at, a.cancelled_at)) from quotes q
  join approvals a on a.workspace_id = q.workspace_id and a.id = q.approval_id
  where q.workspace_id = r.workspace_id and q.change_request_id = r.id), r.created_at)`;

/** Offers that wait for nobody any more: decided so long ago that it cannot be taken back, or taken back by the team. */
export async function settledOffers(
  maintenance: Tx,
  before: Date,
): Promise<{ workspaceId: string; id: string }[]> {
  return maintenance
    .selectFrom("changeRequests as r")
    .innerJoin("quotes as q", (on) =>
      on.onRef("q.workspaceId", "=", "r.workspaceId").onRef("q.changeRequestId", "=", "r.id"),
    )
    .innerJoin("approvals as a", (on) =>
      on.onRef("a.workspaceId", "=", "q.workspaceId").onRef("a.id", "=", "q.approvalId"),
    )
    .leftJoin("publications as b", (on) =>
      on.onRef("b.workspaceId", "=", "a.workspaceId").onRef("b.id", "=", "a.publicationId"),
    )
    .select(["r.workspaceId", "r.id"])
    .where("r.state", "=", "quoted")
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom("quotes as newer")
            .select("newer.id")
            .whereRef("newer.workspaceId", "=", "q.workspaceId")
            .whereRef("newer.changeRequestId", "=", "q.changeRequestId")
            .whereRef("newer.createdAt", ">", "q.createdAt"),
        ),
      ),
    )
    .where((is) =>
      is.or([
        is.and([is("a.outcome", "is not", null), is("a.outcomeAt", "<=", before)]),
        is("a.cancelledAt", "is not", null),
        is("b.withdrawnAt", "is not", null),
      ]),
    )
    .limit(100)
    .execute();
}
