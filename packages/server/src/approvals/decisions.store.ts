import { type Insertable, type Selectable, sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { DecisionsTable } from "../db/schema.ts";

export type DecisionRow = Selectable<DecisionsTable> & {
  name: string;
  recorder: string | null;
  withdrawnAt: Date | null;
};

/** What was said, oldest first; what was taken back is still there, and says so. */
export async function decisionsOf(
  { tx, actor }: Scope,
  approvalIds: readonly string[],
): Promise<DecisionRow[]> {
  if (approvalIds.length === 0) return [];
  return tx
    .selectFrom("decisions as d")
    .innerJoin("persons as p", (on) =>
      on.onRef("p.workspaceId", "=", "d.workspaceId").onRef("p.id", "=", "d.personId"),
    )
    .leftJoin("persons as r", (on) =>
      on
        .onRef("r.workspaceId", "=", "d.workspaceId")
        .on(sql`coalesce(d.decided_by, d.handed_over_by)`, "=", sql`r.id`),
    )
    .leftJoin("withdrawals as w", (on) =>
      on.onRef("w.workspaceId", "=", "d.workspaceId").onRef("w.decisionId", "=", "d.id"),
    )
    .selectAll("d")
    .select(["p.name", "r.name as recorder", "w.at as withdrawnAt"])
    .where("d.workspaceId", "=", actor.workspaceId)
    .where("d.approvalId", "in", approvalIds)
    .orderBy("d.at")
    .orderBy("d.id")
    .execute();
}

export async function insertDecision({ tx }: Scope, row: Insertable<DecisionsTable>): Promise<void> {
  await tx.insertInto("decisions").values(row).execute();
}

/** False when it was taken back already. */
export async function insertWithdrawal({ tx, actor, now }: Scope, decisionId: string): Promise<boolean> {
  const result = await tx
    .insertInto("withdrawals")
    .values({ workspaceId: actor.workspaceId, decisionId, personId: actor.personId, at: now })
    .onConflict((row) => row.columns(["workspaceId", "decisionId"]).doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** What followed from the newest outcome, as its event keeps it. */
export async function lastEffects({ tx, actor }: Scope, approvalId: string): Promise<unknown> {
  const row = await tx
    .selectFrom("events")
    .select(sql<unknown>`data -> 'effects'`.as("effects"))
    .where("workspaceId", "=", actor.workspaceId)
    .where("subjectId", "=", approvalId)
    .where("verb", "=", "approval.decided")
    .where(sql<boolean>`data ->> 'outcome' is not null`)
    .orderBy("position", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.effects ?? null;
}
