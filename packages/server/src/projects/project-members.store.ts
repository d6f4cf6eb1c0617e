import type { ProjectRole } from "../access/roles.ts";
import type { Scope } from "../access/scope.ts";

export interface ProjectMemberRow {
  personId: string;
  name: string;
  role: string;
  workspaceRole: string;
  seesMoney: boolean;
}

export async function listProjectMembers(
  { tx, actor }: Scope,
  projectId: string,
): Promise<ProjectMemberRow[]> {
  return tx
    .selectFrom("projectMembers as part")
    .innerJoin("members as m", (join) =>
      join.onRef("m.workspaceId", "=", "part.workspaceId").onRef("m.personId", "=", "part.personId"),
    )
    .innerJoin("persons as p", (join) =>
      join.onRef("p.workspaceId", "=", "m.workspaceId").onRef("p.id", "=", "m.personId"),
    )
    .select(["p.id as personId", "p.name", "part.role", "m.role as workspaceRole", "part.seesMoney"])
    .where("part.workspaceId", "=", actor.workspaceId)
    .where("part.projectId", "=", projectId)
    .where("m.status", "=", "active")
    .orderBy("p.name")
    .orderBy("p.id")
    .execute();
}

export async function addProjectMember(
  { tx, actor }: Scope,
  projectId: string,
  personId: string,
  role: ProjectRole,
  seesMoney?: boolean,
): Promise<void> {
  const money = seesMoney === undefined ? {} : { seesMoney };
  await tx
    .insertInto("projectMembers")
    .values({ workspaceId: actor.workspaceId, projectId, personId, role, ...money })
    .onConflict((conflict) =>
      conflict.columns(["workspaceId", "projectId", "personId"]).doUpdateSet({ role, ...money }),
    )
    .execute();
}

/** A project has one lead: whoever led it before works on as a member. */
export async function leadBecomesMember({ tx, actor }: Scope, projectId: string): Promise<void> {
  await tx
    .updateTable("projectMembers")
    .set({ role: "member" })
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .where("role", "=", "lead")
    .execute();
}

export async function writeLead(
  { tx, actor }: Scope,
  projectId: string,
  leadId: string | null,
): Promise<void> {
  await tx
    .updateTable("projects")
    .set({ leadId })
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", projectId)
    .execute();
}

export async function deleteProjectMember(
  { tx, actor }: Scope,
  projectId: string,
  personId: string,
): Promise<boolean> {
  const result = await tx
    .deleteFrom("projectMembers")
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .where("personId", "=", personId)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}
