import type { MilestoneState } from "@milepost/planning";
import type { Updateable } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { ProjectsTable } from "../db/schema.ts";
import { notInTrash } from "../db/trash.ts";

export async function milestoneStates(
  { tx, actor }: Scope,
  projectId: string,
): Promise<{ id: string; state: MilestoneState }[]> {
  const rows = await tx
    .selectFrom("milestones as m")
    .select(["m.id", "m.state"])
    .where("m.workspaceId", "=", actor.workspaceId)
    .where("m.projectId", "=", projectId)
    .where(notInTrash("m.workspaceId", "m.id"))
    .execute();
  // The states are written through planning's own steps.
  return rows as { id: string; state: MilestoneState }[];
}

/** A step of the project's life: not text, so the revision that editors hold stays good. */
export async function writeLife(
  { tx, actor }: Scope,
  projectId: string,
  change: Updateable<ProjectsTable>,
): Promise<void> {
  await tx
    .updateTable("projects")
    .set(change)
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", projectId)
    .execute();
}
