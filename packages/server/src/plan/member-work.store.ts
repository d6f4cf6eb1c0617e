import type { Scope } from "../access/scope.ts";
import { notInTrash } from "../db/trash.ts";

/** Open cards that carry a person, in the projects that go on. */
export async function countOpenCards({ tx, actor }: Scope, personId: string): Promise<number> {
  const { count } = await tx
    .selectFrom("cardPeople as cp")
    .innerJoin("cards as c", (on) =>
      on.onRef("c.workspaceId", "=", "cp.workspaceId").onRef("c.id", "=", "cp.cardId"),
    )
    .innerJoin("projects as p", (on) =>
      on.onRef("p.workspaceId", "=", "c.workspaceId").onRef("p.id", "=", "c.projectId"),
    )
    .select((row) => row.fn.countAll<string>().as("count"))
    .where("cp.workspaceId", "=", actor.workspaceId)
    .where("cp.personId", "=", personId)
    .where("c.doneAt", "is", null)
    .where("c.archivedAt", "is", null)
    .where("p.archivedAt", "is", null)
    .where(notInTrash("c.workspaceId", "c.id"))
    .where(notInTrash("p.workspaceId", "p.id"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Milestones that a person owns and that are neither reached nor dropped. */
export async function countOpenMilestones({ tx, actor }: Scope, personId: string): Promise<number> {
  const { count } = await tx
    .selectFrom("milestones as m")
    .innerJoin("projects as p", (on) =>
      on.onRef("p.workspaceId", "=", "m.workspaceId").onRef("p.id", "=", "m.projectId"),
    )
    .select((row) => row.fn.countAll<string>().as("count"))
    .where("m.workspaceId", "=", actor.workspaceId)
    .where("m.ownerId", "=", personId)
    .where("m.state", "not in", ["accepted", "dropped"])
    .where("p.archivedAt", "is", null)
    .where(notInTrash("m.workspaceId", "m.id"))
    .where(notInTrash("p.workspaceId", "p.id"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The projects that a person leads, by name. */
export async function ledProjects({ tx, actor }: Scope, personId: string) {
  return tx
    .selectFrom("projects as p")
    .select(["p.key", "p.name"])
    .where("p.workspaceId", "=", actor.workspaceId)
    .where("p.leadId", "=", personId)
    .where("p.archivedAt", "is", null)
    .where(notInTrash("p.workspaceId", "p.id"))
    .orderBy("p.name")
    .orderBy("p.key")
    .execute();
}
