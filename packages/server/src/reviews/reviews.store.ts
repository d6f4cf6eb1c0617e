import type { Insertable, Selectable, Updateable } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { ReviewsTable } from "../db/follow-up-schema.ts";

export type ReviewRow = Omit<Selectable<ReviewsTable>, "snapshot">;

const HEAD = [
  "r.workspaceId",
  "r.id",
  "r.projectId",
  "r.leaderId",
  "r.milestoneId",
  "r.heldBy",
  "r.skippedBy",
  "r.publicationId",
  "r.dueAt",
  "r.dueOn",
  "r.remindedAt",
  "r.openedAt",
  "r.clientPartAt",
  "r.heldAt",
  "r.skippedAt",
  "r.skipReason",
  "r.note",
  "r.untoldReason",
  "r.hash",
  "r.revision",
  "r.createdAt",
] as const;

function reviews({ tx, actor }: Scope) {
  return tx.selectFrom("reviews as r").select(HEAD).where("r.workspaceId", "=", actor.workspaceId);
}

export async function findReview(scope: Scope, id: string): Promise<ReviewRow | undefined> {
  return reviews(scope).where("r.id", "=", id).executeTakeFirst();
}

/** The one that is going on. */
export async function runningReview(scope: Scope, projectId: string): Promise<ReviewRow | undefined> {
  return reviews(scope)
    .where("r.projectId", "=", projectId)
    .where("r.openedAt", "is not", null)
    .where("r.heldAt", "is", null)
    .where("r.skippedAt", "is", null)
    .orderBy("r.openedAt")
    .limit(1)
    .executeTakeFirst();
}

/** The newest date of the cadence that has come, or that people were told of, and is not held yet. */
export async function dueReview(
  scope: Scope,
  projectId: string,
  today: string,
): Promise<ReviewRow | undefined> {
  return reviews(scope)
    .where("r.projectId", "=", projectId)
    .where("r.openedAt", "is", null)
    .where("r.heldAt", "is", null)
    .where("r.skippedAt", "is", null)
    .where((is) => is.or([is("r.dueOn", "<=", today), is("r.remindedAt", "is not", null)]))
    .orderBy("r.dueAt", "desc")
    .limit(1)
    .executeTakeFirst();
}

export async function insertReview({ tx }: Scope, row: Insertable<ReviewsTable>): Promise<void> {
  await tx.insertInto("reviews").values(row).execute();
}

/** Only while it is neither held nor skipped; false when it is over. */
export async function changeReview(
  { tx, actor }: Scope,
  id: string,
  change: Updateable<ReviewsTable>,
): Promise<boolean> {
  const result = await tx
    .updateTable("reviews")
    .set(change)
    .set((row) => ({ revision: row("revision", "+", 1) }))
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .where("heldAt", "is", null)
    .where("skippedAt", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** What was frozen when it was held, byte by byte. */
export async function frozenReview({ tx, actor }: Scope, id: string): Promise<string | null> {
  const row = await tx
    .selectFrom("reviews")
    .select("snapshot")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row?.snapshot ?? null;
}

/** The last one that was held, before this one was. */
export async function lastHeld(
  { tx, actor }: Scope,
  projectId: string,
): Promise<{ id: string; heldAt: Date; snapshot: string } | null> {
  const row = await tx
    .selectFrom("reviews")
    .select(["id", "heldAt", "snapshot"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .where("heldAt", "is not", null)
    .orderBy("heldAt", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!row?.heldAt || row.snapshot === null) return null;
  return { id: row.id, heldAt: row.heldAt, snapshot: row.snapshot };
}

/** Whoever was here before is seen again; true for who comes in. */
export async function attend({ tx, actor, now }: Scope, reviewId: string): Promise<boolean> {
  const { workspaceId, personId } = actor;
  const here = await tx
    .updateTable("reviewAttendance")
    .set({ seenAt: now })
    .where("workspaceId", "=", workspaceId)
    .where("reviewId", "=", reviewId)
    .where("personId", "=", personId)
    .executeTakeFirst();
  if (here.numUpdatedRows === 1n) return false;
  await tx
    .insertInto("reviewAttendance")
    .values({ workspaceId, reviewId, personId, seenAt: now })
    .onConflict((conflict) => conflict.columns(["workspaceId", "reviewId", "personId"]).doNothing())
    .execute();
  return true;
}

export async function attendanceOf({ tx, actor }: Scope, reviewId: string) {
  return tx
    .selectFrom("reviewAttendance")
    .select(["personId", "seenAt"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("reviewId", "=", reviewId)
    .orderBy("createdAt")
    .execute();
}

/** Names of these people, whether they still work here or not. */
