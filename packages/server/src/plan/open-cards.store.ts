import type { Scope } from "../access/scope.ts";
import { notInTrash } from "../db/trash.ts";

/** Cards of a milestone that are still to be done, those put off included. */
export async function openCardsOf({ tx, actor }: Scope, milestoneId: string) {
  return tx
    .selectFrom("cards as c")
    .select(["c.id", "c.number", "c.title"])
    .where("c.workspaceId", "=", actor.workspaceId)
    .where("c.milestoneId", "=", milestoneId)
    .where("c.doneAt", "is", null)
    .where("c.archivedAt", "is", null)
    .where(notInTrash("c.workspaceId", "c.id"))
    .orderBy("c.number")
    .execute();
}

/** Minor milestones of a phase that are neither reached nor dropped. */
export async function openMinorsOf({ tx, actor }: Scope, milestoneId: string) {
  return tx
    .selectFrom("milestones as m")
    .select(["m.id", "m.number", "m.title"])
    .where("m.workspaceId", "=", actor.workspaceId)
    .where("m.parentId", "=", milestoneId)
    .where("m.state", "not in", ["accepted", "dropped"])
    .where(notInTrash("m.workspaceId", "m.id"))
    .orderBy("m.number")
    .execute();
}
