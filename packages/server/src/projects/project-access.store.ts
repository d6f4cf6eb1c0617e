import { sql } from "kysely";
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

type FoundProject = Omit<ProjectAccess, "role" | "seesMoney"> & {
  role: string | null;
  seesMoney: boolean | null;
};

/** The project as far as this person may see it; 404 for everybody else, as if it did not exist. */
export async function visibleProject(scope: Scope, projectId: string): Promise<{ project: ProjectAccess }> {
  const { actor, tx } = scope;
  const { rows } = await sql<FoundProject>`
    select p.id, p.key, p.lead_id, p.client_id, p.currency, p.state, p.archived_at, m.role, m.sees_money
    from projects p
    left join project_members m on m.workspace_id = p.workspace_id and m.project_id = p.id and m.person_id = ${actor.personId}
    where p.workspace_id = ${actor.workspaceId} and p.id = ${projectId} and ${notInTrash("p.workspaceId", "p.id")}`.execute(
    tx,
  );
  const row = rows[0];
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
