import type { Scope } from "../access/scope.ts";

/** Whether new milestones of this project are for the client to approve. */
export async function approvedByClient({ tx, actor }: Scope, projectId: string): Promise<boolean> {
  const row = await tx
    .selectFrom("projects")
    .select("clientApproval")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", projectId)
    .executeTakeFirst();
  return row?.clientApproval ?? false;
}
