import type { Scope } from "../access/scope.ts";

/** Which of these people work on the project: owner and admins, its lead and its members; nobody who was removed. */
export async function membersAmong(
  { tx, actor }: Scope,
  projectId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .selectFrom("members as m")
    .innerJoin("projects as p", (on) =>
      on.onRef("p.workspaceId", "=", "m.workspaceId").on("p.id", "=", projectId),
    )
    .leftJoin("projectMembers as pm", (on) =>
      on
        .onRef("pm.workspaceId", "=", "m.workspaceId")
        .onRef("pm.projectId", "=", "p.id")
        .onRef("pm.personId", "=", "m.personId"),
    )
    .select("m.personId")
    .where("m.workspaceId", "=", actor.workspaceId)
    .where("m.personId", "in", ids)
    .where("m.status", "=", "active")
    .where((is) =>
      is.or([
        is("m.role", "in", ["owner", "admin"]),
        is("pm.personId", "is not", null),
        is("p.leadId", "=", is.ref("m.personId")),
      ]),
    )
    .execute();
  return new Set(rows.map(({ personId }) => personId));
}

/** Which of these people stand for the client on the project. */
export async function contactsAmong(
  { tx, actor }: Scope,
  projectId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .selectFrom("contactRoles")
    .select("personId")
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .where("personId", "in", ids)
    .execute();
  return new Set(rows.map(({ personId }) => personId));
}
