import type { Insertable, Selectable, Updateable } from "kysely";
import type { Scope } from "../access/scope.ts";
import { updateSeen } from "../db/revisions.ts";
import type { ObjectivesTable } from "../db/schema.ts";
import { notInTrash } from "../db/trash.ts";

export type ObjectiveRow = Selectable<ObjectivesTable>;

/** A guest sees the objectives behind the cards that carry them. */
function visibleObjectives({ tx, actor }: Scope) {
  const query = tx
    .selectFrom("objectives as o")
    .selectAll("o")
    .where("o.workspaceId", "=", actor.workspaceId)
    .where(notInTrash("o.workspaceId", "o.id"));
  if (actor.role !== "guest") return query;
  return query.where((is) =>
    is.exists(
      is
        .selectFrom("milestoneObjectives as mo")
        .innerJoin("cards as c", (on) =>
          on.onRef("c.workspaceId", "=", "mo.workspaceId").onRef("c.milestoneId", "=", "mo.milestoneId"),
        )
        .innerJoin("cardPeople as cp", (on) =>
          on.onRef("cp.workspaceId", "=", "c.workspaceId").onRef("cp.cardId", "=", "c.id"),
        )
        .whereRef("mo.workspaceId", "=", "o.workspaceId")
        .whereRef("mo.objectiveId", "=", "o.id")
        .where("cp.personId", "=", actor.personId)
        .where("c.archivedAt", "is", null)
        .where(notInTrash("c.workspaceId", "c.id"))
        .where(notInTrash("mo.workspaceId", "mo.milestoneId")),
    ),
  );
}

export async function listObjectives(scope: Scope, projectId: string): Promise<ObjectiveRow[]> {
  return visibleObjectives(scope).where("o.projectId", "=", projectId).orderBy("o.position").execute();
}

export async function findObjective(scope: Scope, id: string): Promise<ObjectiveRow | undefined> {
  return visibleObjectives(scope).where("o.id", "=", id).executeTakeFirst();
}

export async function insertObjective({ tx }: Scope, objective: Insertable<ObjectivesTable>): Promise<void> {
  await tx.insertInto("objectives").values(objective).execute();
}

/** Only over the revision that was seen; false when somebody else was faster. */
export function updateObjective(
  { tx, actor }: Scope,
  id: string,
  revision: number,
  change: Updateable<ObjectivesTable>,
): Promise<boolean> {
  return updateSeen(tx, "objectives", { workspaceId: actor.workspaceId, id, revision }, change);
}

export async function placeObjective({ tx, actor }: Scope, id: string, position: string): Promise<void> {
  await tx
    .updateTable("objectives")
    .set({ position })
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** Every place that is taken, things in the trash included: they keep theirs. */
export async function takenPlaces(
  { tx, actor }: Scope,
  projectId: string,
): Promise<{ id: string; position: string }[]> {
  return tx
    .selectFrom("objectives")
    .select(["id", "position"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .orderBy("position")
    .execute();
}
