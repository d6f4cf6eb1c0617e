import type { Actor, ProjectRole } from "../access/roles.ts";
import type { Scope } from "../access/scope.ts";
import { notInTrash } from "../db/trash.ts";
import { notFound } from "../kit/errors.ts";

export interface ProjectAccess {
  id: string;
  key: string;
  role: ProjectRole | null;
  seesMoney: boolean;
  leadId: string | null;
  clientId: string | null;
  currency: string;
  state: string;
  archivedAt: Date | null;
}

/** The project as far as this person may see it; 404 for everybody else, as if it did not exist. */
export async function visibleProject(scope: Scope, projectId: string): Promise<{ project: ProjectAccess }> {
  const { actor, tx } = scope;
  const row = await tx
    .selectFrom("projects as p")
    .leftJoin("projectMembers as m", (join) =>
      join
        .onRef("m.workspaceId", "=", "p.workspaceId")
        .onRef("m.projectId", "=", "p.id")
        .on("m.personId", "=", actor.personId),
    )
    .select([
      "p.id",
      "p.key",
      "p.leadId",
      "p.clientId",
      "p.currency",
      "p.state",
      "p.archivedAt",
      "m.role",
      "m.seesMoney",
    ])
    .where("p.workspaceId", "=", actor.workspaceId)
    .where("p.id", "=", projectId)
    .where(notInTrash("p.workspaceId", "p.id"))
    .executeTakeFirst();
  if (!row) throw notFound();
  const role = projectRole(actor, row);
  if (!role && !seesAllProjects(actor)) throw notFound();
  return { project: { ...row, role, seesMoney: row.seesMoney ?? false } };
}

export function seesAllProjects(actor: Actor): boolean {
  return actor.role === "owner" || actor.role === "admin";
}

export function projectRole(
  actor: Actor,
  row: { leadId: string | null; role: string | null },
): ProjectRole | null {
  if (row.leadId === actor.personId) return "lead";
  return row.role === "lead" || row.role === "member" ? row.role : null;
}
