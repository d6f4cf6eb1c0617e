import type { ProjectRole } from "../access/roles.ts";
import type { Scope } from "../access/scope.ts";
import { invalid, notFound, refused } from "../kit/errors.ts";
import { member } from "../people/members.ts";
import type { ProjectAccess } from "./project-access.store.ts";
import { recordOnProject } from "./project-events.ts";
import {
  addProjectMember,
  deleteProjectMember,
  leadBecomesMember,
  listProjectMembers,
  type ProjectMemberRow,
  writeLead,
} from "./project-members.store.ts";

export async function setProjectMember(
  scope: Scope,
  project: ProjectAccess,
  personId: string,
  part: { role: ProjectRole; seesMoney?: boolean | undefined },
): Promise<ProjectMemberRow> {
  const { role: workspaceRole } = await member(scope, personId);
  if (workspaceRole === "guest" && (part.role === "lead" || part.seesMoney))
    throw refused(
      "guest-cannot-lead",
      "A guest works on cards only: they cannot lead a project or see its money.",
    );
  if (part.role === "lead") await handOver(scope, project.id, personId);
  else if (project.leadId === personId) await writeLead(scope, project.id, null);
  await addProjectMember(scope, project.id, personId, part.role, part.seesMoney);
  await recordOnProject(scope, project.id, "project.memberSet", { personId, role: part.role });
  const found = (await listProjectMembers(scope, project.id)).find((row) => row.personId === personId);
  if (!found) throw notFound();
  return found;
}

export async function removeProjectMember(
  scope: Scope,
  project: ProjectAccess,
  personId: string,
): Promise<void> {
  if (!(await deleteProjectMember(scope, project.id, personId))) throw notFound();
  if (project.leadId === personId) await writeLead(scope, project.id, null);
  await recordOnProject(scope, project.id, "project.memberRemoved", { personId });
}

/** A lead is somebody who works here; a foreign or removed person is as good as none. */
export async function refuseForeignLead(scope: Scope, leadId: string | null | undefined): Promise<void> {
  if (!leadId) return;
  const { role } = await member(scope, leadId);
  if (role === "guest") throw invalid([{ path: "leadId", message: "A guest cannot lead a project." }]);
}

export async function handOver(scope: Scope, projectId: string, leadId: string | null): Promise<void> {
  // The project's row comes first: of two hand-overs at once the second sees what the first made.
  await writeLead(scope, projectId, leadId);
  await leadBecomesMember(scope, projectId);
  if (leadId) await addProjectMember(scope, projectId, leadId, "lead");
}
