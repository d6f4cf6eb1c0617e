import type { Scope } from "../access/scope.ts";
import { revokeLinks } from "../clients/contact-access.store.ts";
import { contact } from "../clients/contacts.ts";
import { notFound, refused } from "../kit/errors.ts";
import type { ProjectAccess } from "./project-access.store.ts";
import { deleteContactRole, deleteContactRoles, upsertContactRole } from "./project-contacts.store.ts";
import { recordOnProject } from "./project-events.ts";

export async function setContactRole(
  scope: Scope,
  project: ProjectAccess,
  personId: string,
  role: string,
): Promise<void> {
  const { clientId } = await contact(scope, personId);
  if (clientId !== project.clientId)
    throw refused(
      "contact-of-another-client",
      "This person belongs to another client and must not see this project.",
    );
  await upsertContactRole(scope, project.id, personId, role);
  await recordOnProject(scope, project.id, "project.contactSet", { personId, role });
}

export async function removeContactRole(
  scope: Scope,
  project: ProjectAccess,
  personId: string,
): Promise<void> {
  if (!(await deleteContactRole(scope, project.id, personId))) throw notFound();
  await closeWaysIn(scope, project.id, personId);
  await recordOnProject(scope, project.id, "project.contactRemoved", { personId });
}

/** Another company's people have no business here. */
export async function removeContactRoles(scope: Scope, projectId: string): Promise<void> {
  for (const personId of await deleteContactRoles(scope, projectId))
    await closeWaysIn(scope, projectId, personId);
}

/** A link that was mailed stays shut, also when this person comes back one day. */
function closeWaysIn({ tx, actor, now }: Scope, projectId: string, personId: string): Promise<void> {
  return revokeLinks(tx, { workspaceId: actor.workspaceId, personId, projectId }, now);
}
