import { type RawBuilder, sql } from "kysely";
import type { Scope } from "../access/scope.ts";

/** Members who may be given work in a project or be named in it: its people, its lead, and owners and admins. */
export function peopleOfProject({ actor }: Scope, projectId: string): RawBuilder<unknown> {
  return sql`select m.person_id from members m
    where m.workspace_id = ${actor.workspaceId} and m.status = 'active' and (
      m.role in ('owner', 'admin')
      or exists (select from project_members pm where pm.workspace_id = m.workspace_id and pm.project_id = ${projectId} and pm.person_id = m.person_id)
      or exists (select from projects p where p.workspace_id = m.workspace_id and p.id = ${projectId} and p.lead_id = m.person_id))`;
}
