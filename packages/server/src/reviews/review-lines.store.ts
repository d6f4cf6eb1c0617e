import type { Insertable, Selectable } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { ReviewLinesTable } from "../db/follow-up-schema.ts";

export type LineRow = Selectable<ReviewLinesTable>;

export async function linesOf({ tx, actor }: Scope, reviewId: string): Promise<LineRow[]> {
  return tx
    .selectFrom("reviewLines")
    .selectAll()
    .where("workspaceId", "=", actor.workspaceId)
    .where("reviewId", "=", reviewId)
    .execute();
}

/** One that is there already stays as it is. */
export async function insertLines(
  { tx }: Scope,
  rows: readonly Insertable<ReviewLinesTable>[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto("reviewLines")
    .values([...rows])
    .onConflict((conflict) => conflict.columns(["workspaceId", "reviewId", "milestoneId"]).doNothing())
    .execute();
}

const REMEMBERED = 12;

/** How milestones stood in the last reviews that were held, oldest first. */
export async function earlierLines({ tx, actor }: Scope, projectId: string) {
  return tx
    .selectFrom("reviewLines as l")
    .innerJoin(
      (from) =>
        from
          .selectFrom("reviews")
          .select(["workspaceId", "id", "heldAt"])
          .where("workspaceId", "=", actor.workspaceId)
          .where("projectId", "=", projectId)
          .where("heldAt", "is not", null)
          .orderBy("heldAt", "desc")
          .limit(REMEMBERED)
          .as("r"),
      (on) => on.onRef("r.workspaceId", "=", "l.workspaceId").onRef("r.id", "=", "l.reviewId"),
    )
    .select(["l.milestoneId", "l.computed", "l.likelyOn", "l.safeOn", "l.targetOn", "r.heldAt"])
    .orderBy("r.heldAt")
    .$narrowType<{ heldAt: Date }>()
    .execute();
}
