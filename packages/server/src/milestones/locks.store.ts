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

/** Whoever else changes this milestone or its lists waits until this transaction is done; tells the state it has now. */
export async function lockMilestone(scope: Scope, id: string): Promise<string | null> {
  return (await stateOf(scope, id).forNoKeyUpdate().executeTakeFirst())?.state ?? null;
}

/** Nobody ends this milestone before this transaction is done, others may add to it; tells the state it has now. */
export async function holdMilestone(scope: Scope, id: string): Promise<string | null> {
  return (await stateOf(scope, id).forShare().executeTakeFirst())?.state ?? null;
}

function stateOf({ tx, actor }: Scope, id: string) {
  return tx
    .selectFrom("milestones")
    .select("state")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id);
}
