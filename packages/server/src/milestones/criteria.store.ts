import type { Insertable, Selectable, Updateable } from "kysely";
import type { Scope } from "../access/scope.ts";
import { updateSeen } from "../db/revisions.ts";
import type { CriteriaTable } from "../db/schema.ts";

export type CriterionRow = Selectable<CriteriaTable>;

export async function findCriterion({ tx, actor }: Scope, id: string): Promise<CriterionRow | undefined> {
  return tx
    .selectFrom("criteria")
    .selectAll()
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
}

export async function insertCriterion({ tx }: Scope, criterion: Insertable<CriteriaTable>): Promise<void> {
  await tx.insertInto("criteria").values(criterion).execute();
}

/** Only over the revision that was seen; false when somebody else was faster. */
export function updateCriterion(
  { tx, actor }: Scope,
  id: string,
  revision: number,
  change: Updateable<CriteriaTable>,
): Promise<boolean> {
  return updateSeen(tx, "criteria", { workspaceId: actor.workspaceId, id, revision }, change);
}

/** Answers only where the answer still is what the person saw. */
export async function answerCriterion(
  { tx, actor, now }: Scope,
  id: string,
  expected: string | null,
  { answer, evidence }: { answer: string | null; evidence: string },
): Promise<boolean> {
  const result = await tx
    .updateTable("criteria")
    .set((row) => ({
      answer,
      evidence,
      answeredBy: answer === null ? null : actor.personId,
      answeredAt: answer === null ? null : now,
      revision: row("revision", "+", 1),
    }))
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .where("answer", expected === null ? "is" : "=", expected)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function removeCriterion({ tx, actor }: Scope, id: string): Promise<void> {
  await tx.deleteFrom("criteria").where("workspaceId", "=", actor.workspaceId).where("id", "=", id).execute();
}
