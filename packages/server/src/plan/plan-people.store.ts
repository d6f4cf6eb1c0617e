import type { Scope } from "../access/scope.ts";

export interface WorkingPerson {
  id: string;
  name: string;
}

/** Everybody who works on the project. */
export async function workingPeople({ tx, actor }: Scope, projectId: string): Promise<WorkingPerson[]> {
  return tx
    .selectFrom("members as m")
    .innerJoin("persons as p", (on) =>
      on.onRef("p.workspaceId", "=", "m.workspaceId").onRef("p.id", "=", "m.personId"),
    )
    .select(["p.id", "p.name"])
    .where("m.workspaceId", "=", actor.workspaceId)
    .where("m.status", "=", "active")
    .where((is) =>
      is.or([
        is("m.role", "in", ["owner", "admin"]),
        is.exists(
          is
            .selectFrom("projectMembers as pm")
            .whereRef("pm.workspaceId", "=", "m.workspaceId")
            .whereRef("pm.personId", "=", "m.personId")
            .where("pm.projectId", "=", projectId),
        ),
        is.exists(
          is
            .selectFrom("projects as pr")
            .whereRef("pr.workspaceId", "=", "m.workspaceId")
            .whereRef("pr.leadId", "=", "m.personId")
            .where("pr.id", "=", projectId),
        ),
      ]),
    )
    .orderBy("p.id")
    .execute();
}

/** Who works here today: an owner or assignee who has left is as good as none. */
export async function memberIds({ tx, actor }: Scope): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom("members")
    .select("personId")
    .where("workspaceId", "=", actor.workspaceId)
    .where("status", "=", "active")
    .execute();
  return new Set(rows.map(({ personId }) => personId));
}

/** The client's people: with their part in the project, or without one. */
export async function clientPeople(
  { tx, actor }: Scope,
  { id, clientId }: { id: string; clientId: string | null },
): Promise<{ id: string; name: string; role: string | null }[]> {
  if (clientId === null) return [];
  return tx
    .selectFrom("contacts as c")
    .innerJoin("persons as p", (on) =>
      on.onRef("p.workspaceId", "=", "c.workspaceId").onRef("p.id", "=", "c.personId"),
    )
    .leftJoin("contactRoles as r", (on) =>
      on
        .onRef("r.workspaceId", "=", "c.workspaceId")
        .onRef("r.personId", "=", "c.personId")
        .on("r.projectId", "=", id),
    )
    .select(["p.id", "p.name", "r.role"])
    .where("c.workspaceId", "=", actor.workspaceId)
    .where("c.clientId", "=", clientId)
    .orderBy("p.id")
    .execute();
}
