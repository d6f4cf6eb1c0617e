import type { Insertable, Selectable, Updateable } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { ReviewLinesTable } from "../db/follow-up-schema.ts";
import { updateSeen } from "../db/revisions.ts";

export type LineRow = Selectable<ReviewLinesTable>;

export async function linesOf({ tx, actor }: Scope, reviewId: string): Promise<LineRow[]> {
  return tx
    .selectFrom("reviewLines")
    .selectAll()
    .where("workspaceId", "=", actor.workspaceId)
    .where("reviewId", "=", reviewId)
    .execute();
}

export async function findLine(
  { tx, actor }: Scope,
  reviewId: string,
  milestoneId: string,
): Promise<LineRow | undefined> {
  return tx
    .selectFrom("reviewLines")
    .selectAll()
    .where("workspaceId", "=", actor.workspaceId)
    .where("reviewId", "=", reviewId)
    .where("milestoneId", "=", milestoneId)
    .executeTakeFirst();
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

export async function changeLine(
  { tx, actor }: Scope,
  id: string,
  revision: number,
  change: Updateable<ReviewLinesTable>,
): Promise<boolean> {
  return updateSeen(tx, "reviewLines", { workspaceId: actor.workspaceId, id, revision }, change);
}

/** What was true when the review was held: the trend is read from here, what was seen before stays in the record. */
export async function closeLine(
  { tx, actor }: Scope,
  { reviewId, milestoneId }: { reviewId: string; milestoneId: string },
  standing: Pick<LineRow, "computed" | "likelyOn" | "safeOn" | "targetOn" | "stated" | "decision">,
): Promise<void> {
  await tx
    .updateTable("reviewLines")
    .set(standing)
    .where("workspaceId", "=", actor.workspaceId)
    .where("reviewId", "=", reviewId)
    .where("milestoneId", "=", milestoneId)
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
