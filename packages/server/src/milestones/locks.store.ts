import type { Scope } from "../access/scope.ts";

/** Whoever else rearranges the plan of this project waits until this transaction is done. */
export async function lockPlan({ tx, actor }: Scope, projectId: string): Promise<void> {
  await tx
    .selectFrom("projects")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", projectId)
    .forNoKeyUpdate()
    .execute();
}

/** Whoever else changes the lists of this milestone waits until this transaction is done. */
export async function lockMilestone({ tx, actor }: Scope, id: string): Promise<void> {
  await tx
    .selectFrom("milestones")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .forNoKeyUpdate()
    .execute();
}
