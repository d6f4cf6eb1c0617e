import type { Scope } from "../access/scope.ts";

/** The next number of a project's milestones, as in `ACME-M3`; never given twice. */
export async function nextMilestoneNumber({ tx, actor }: Scope, projectId: string): Promise<number> {
  const { milestoneCount } = await tx
    .updateTable("projects")
    .set((row) => ({ milestoneCount: row("milestoneCount", "+", 1) }))
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", projectId)
    .returning("milestoneCount")
    .executeTakeFirstOrThrow();
  return milestoneCount;
}
