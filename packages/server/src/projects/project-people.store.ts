import type { Scope } from "../access/scope.ts";

export interface ProjectPerson {
  id: string;
  name: string;
  kind: "member" | "contact";
  /** Workspace role of a member; approver or observer of a contact. */
  role: string;
  /** Part in this project; null for owners and admins who only look in, and for contacts. */
  projectRole: string | null;
}

/** Everybody who can see this project and so can be given work or be mentioned: names, never addresses. */
export async function membersOfProject({ tx, actor }: Scope, projectId: string): Promise<ProjectPerson[]> {
  const rows = await tx
    .selectFrom("members as m")
    .innerJoin("persons as p", (join) =>
      join.onRef("p.workspaceId", "=", "m.workspaceId").onRef("p.id", "=", "m.personId"),
    )
    .leftJoin("projectMembers as part", (join) =>
      join
        .onRef("part.workspaceId", "=", "m.workspaceId")
        .onRef("part.personId", "=", "m.personId")
        .on("part.projectId", "=", projectId),
    )
    .select(["p.id", "p.name", "m.role", "part.role as projectRole"])
    .where("m.workspaceId", "=", actor.workspaceId)
    .where("m.status", "=", "active")
    .where((is) => is.or([is("m.role", "in", ["owner", "admin"]), is("part.role", "is not", null)]))
    .orderBy("p.name")
    .orderBy("p.id")
    .execute();
  return rows.map((row) => ({ ...row, kind: "member" }));
}

export async function contactsOfProject({ tx, actor }: Scope, projectId: string): Promise<ProjectPerson[]> {
  const rows = await tx
    .selectFrom("contactRoles as r")
    .innerJoin("persons as p", (join) =>
      join.onRef("p.workspaceId", "=", "r.workspaceId").onRef("p.id", "=", "r.personId"),
    )
    .select(["p.id", "p.name", "r.role"])
    .where("r.workspaceId", "=", actor.workspaceId)
    .where("r.projectId", "=", projectId)
    .orderBy("p.name")
    .orderBy("p.id")
    .execute();
  return rows.map((row) => ({ ...row, kind: "contact", projectRole: null }));
}
