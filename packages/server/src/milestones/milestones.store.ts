import type { Insertable, Selectable, Updateable } from "kysely";
import type { Scope } from "../access/scope.ts";
import { updateSeen } from "../db/revisions.ts";
import type { MilestonesTable } from "../db/schema.ts";
import { notInTrash } from "../db/trash.ts";

export type MilestoneRow = Selectable<MilestonesTable>;

/** Milestones that this person may see: a guest sees those of the cards that carry them. */
export function visibleMilestones({ tx, actor }: Scope) {
  const query = tx
    .selectFrom("milestones as m")
    .where("m.workspaceId", "=", actor.workspaceId)
    .where(notInTrash("m.workspaceId", "m.id"));
  if (actor.role !== "guest") return query;
  return query.where((is) =>
    is.exists(
      is
        .selectFrom("cards as c")
        .innerJoin("cardPeople as cp", (on) =>
          on.onRef("cp.workspaceId", "=", "c.workspaceId").onRef("cp.cardId", "=", "c.id"),
        )
        .whereRef("c.workspaceId", "=", "m.workspaceId")
        .whereRef("c.milestoneId", "=", "m.id")
        .where("cp.personId", "=", actor.personId)
        .where("c.archivedAt", "is", null)
        .where(notInTrash("c.workspaceId", "c.id")),
    ),
  );
}

export async function findMilestone(scope: Scope, id: string): Promise<MilestoneRow | undefined> {
  return visibleMilestones(scope).selectAll("m").where("m.id", "=", id).executeTakeFirst();
}

export async function lastMilestonePlace({ tx, actor }: Scope, projectId: string): Promise<string | null> {
  const row = await tx
    .selectFrom("milestones")
    .select("position")
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .orderBy("position", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.position ?? null;
}

/** Who is part of whom in a project, things in the trash included: they may come back. */
export async function milestoneParents(
  { tx, actor }: Scope,
  projectId: string,
): Promise<Map<string, string | null>> {
  const rows = await tx
    .selectFrom("milestones")
    .select(["id", "parentId"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .execute();
  return new Map(rows.map(({ id, parentId }) => [id, parentId]));
}

export async function insertMilestone({ tx }: Scope, milestone: Insertable<MilestonesTable>): Promise<void> {
  await tx.insertInto("milestones").values(milestone).execute();
}

/** Only over the revision that was seen; false when somebody else was faster. */
export function updateMilestone(
  { tx, actor }: Scope,
  id: string,
  revision: number,
  change: Updateable<MilestonesTable>,
): Promise<boolean> {
  return updateSeen(tx, "milestones", { workspaceId: actor.workspaceId, id, revision }, change);
}

/** One step of its life, only from the state that was seen; false when it is elsewhere by now. */
export async function stepMilestone(
  { tx, actor }: Scope,
  id: string,
  expected: string,
  step: Pick<Updateable<MilestonesTable>, "state" | "reachedOn" | "droppedReason">,
): Promise<boolean> {
  const result = await tx
    .updateTable("milestones")
    .set(step)
    .set((row) => ({ revision: row("revision", "+", 1) }))
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .where("state", "=", expected)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export interface MilestoneDates {
  startOn: string | null;
  targetOn: string | null;
}

/** New dates, only over the dates that were seen and only while it is open. */
export async function moveDates(
  { tx, actor }: Scope,
  id: string,
  seen: MilestoneDates,
  dates: MilestoneDates,
): Promise<boolean> {
  const result = await tx
    .updateTable("milestones")
    .set(dates)
    .set((row) => ({ revision: row("revision", "+", 1) }))
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .where("startOn", seen.startOn === null ? "is" : "=", seen.startOn)
    .where("targetOn", seen.targetOn === null ? "is" : "=", seen.targetOn)
    .where("state", "not in", ["accepted", "dropped"])
    .where(notInTrash("milestones.workspaceId", "milestones.id"))
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
