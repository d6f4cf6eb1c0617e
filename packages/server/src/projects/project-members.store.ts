import type { ProjectRole } from "../access/roles.ts";
import type { Scope } from "../access/scope.ts";

export async function addProjectMember(
  { tx, actor }: Scope,
  projectId: string,
  personId: string,
  role: ProjectRole,
): Promise<void> {
  await tx
    .insertInto("projectMembers")
    .values({ workspaceId: actor.workspaceId, projectId, personId, role })
    .onConflict((conflict) =>
      conflict.columns(["workspaceId", "projectId", "personId"]).doUpdateSet({ role }),
    )
    .execute();
}
