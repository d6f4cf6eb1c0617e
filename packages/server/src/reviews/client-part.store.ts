import type { Insertable } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { ReviewWordsTable } from "../db/follow-up-schema.ts";

/** Whoever is invited already stays so. */
export async function invite(
  { tx, actor, now }: Scope,
  projectId: string,
  personIds: readonly string[],
): Promise<void> {
  if (personIds.length === 0) return;
  await tx
    .insertInto("reviewInvitees")
    .values(
      personIds.map((personId) => ({
        workspaceId: actor.workspaceId,
        projectId,
        personId,
        createdAt: now,
      })),
    )
    .onConflict((conflict) => conflict.columns(["workspaceId", "projectId", "personId"]).doNothing())
    .execute();
}

export async function insertWords({ tx }: Scope, row: Insertable<ReviewWordsTable>): Promise<void> {
  await tx.insertInto("reviewWords").values(row).execute();
}

/** "Fine" is said once by each about each. */
export async function hasSaidFine(
  { tx, actor }: Scope,
  { reviewId, milestoneId }: { reviewId: string; milestoneId: string | null },
): Promise<boolean> {
  const found = await tx
    .selectFrom("reviewWords")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("reviewId", "=", reviewId)
    .where("personId", "=", actor.personId)
    .where("kind", "=", "fine")
    .where("milestoneId", milestoneId === null ? "is" : "=", milestoneId)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
