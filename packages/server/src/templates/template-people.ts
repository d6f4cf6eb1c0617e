import type { TemplateRole } from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import { invalid } from "../kit/errors.ts";
import type { ProjectAccess } from "../projects/project-access.store.ts";
import { setContactRole } from "../projects/project-contacts.ts";
import { listProjectMembers } from "../projects/project-members.store.ts";
import { setProjectMember } from "../projects/project-members.ts";

export interface RolePerson {
  role: string;
  personId: string;
}

/** Whoever takes a role comes onto the project: people of the team as members, the client's as approvers. */
export async function takeRoles(
  scope: Scope,
  project: ProjectAccess,
  roles: readonly TemplateRole[],
  people: readonly RolePerson[],
): Promise<ReadonlyMap<string, string>> {
  const taken = new Map<string, string>();
  const here = new Set((await listProjectMembers(scope, project.id)).map(({ personId }) => personId));
  for (const [n, { role: key, personId }] of people.entries()) {
    const role = roles.find((each) => each.key === key);
    if (role === undefined)
      throw invalid([{ path: `people.${n}.role`, message: "The template has no such role." }]);
    const known = [...taken.values()].includes(personId);
    if (!known && role.side === "client") await setContactRole(scope, project, personId, "approver");
    if (!known && role.side === "team" && personId !== project.leadId && !here.has(personId))
      await setProjectMember(scope, project, personId, { role: "member" });
    taken.set(key, personId);
  }
  return taken;
}
