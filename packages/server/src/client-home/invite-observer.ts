import { z } from "zod";
import type { Scope } from "../access/scope.ts";
import { isMemberAddress, listContacts } from "../clients/contacts.store.ts";
import { addContact, contact } from "../clients/contacts.ts";
import { record } from "../events/events.ts";
import { forbidden, refused, tooMany } from "../kit/errors.ts";
import { email, title } from "../kit/fields.ts";
import { queueMail } from "../mail/mails.ts";
import { mayAsk } from "../people/session-throttle.ts";
import { contactScope } from "../portal/contact-scope.ts";
import { mailFollower } from "../portal/home-link.ts";
import type { PortalForm } from "../portal/portal-form.ts";
import type { Redirect } from "../portal/portal-page.ts";
import { portalHref, type Visit } from "../portal/visit.ts";
import { countInvited, insertObserver } from "../projects/project-contacts.store.ts";
import { findLead } from "./invite-observer.store.ts";

const Follower = z.object({ name: title(120), email: email() });
type Follower = z.infer<typeof Follower>;

/** So often within a quarter of an hour, and so many for one project. */
const ASKS = 5;
const MOST = 20;

/**
 * Whoever decides lets a colleague read along. What they are told is the same whoever has that address: it is no way to
 * find out whom the workspace knows.
 */
export async function inviteObserver(visit: Visit, form: PortalForm): Promise<Redirect> {
  const { project, visitor, services } = visit;
  if (project.role !== "approver" || visitor.side !== "client") throw forbidden();
  const follower = Follower.parse({ name: form.one("name"), email: form.one("email").trim() });
  const { workspaceId, personId } = visitor;
  if (!(await mayAsk(services, ["follower", workspaceId, personId], ASKS))) throw tooMany(900);
  await services.database.inWorkspace(workspaceId, (tx) => letIn(visit, contactScope(visit, tx), follower));
  return { to: `${portalHref(visit)}?done=invited#follow` };
}

async function letIn({ project, visitor }: Visit, scope: Scope, follower: Follower): Promise<void> {
  if ((await countInvited(scope, project.id)) >= MOST)
    throw refused("many-followers", "You have invited many people already. Ask us to add more.");
  const { clientId } = await contact(scope, visitor.personId);
  const known = (await listContacts(scope, { email: follower.email }))[0];
  const foreign = known ? known.clientId !== clientId : await isMemberAddress(scope, follower.email);
  if (foreign) return tell(scope, project.id, "contact.invitationNotTaken", { reason: "known-elsewhere" });
  const { language } = visitor;
  const { personId, name } = known ?? (await addContact(scope, { ...follower, clientId, language }));
  if (!(await insertObserver(scope, { projectId: project.id, personId }))) return;
  const { handedOverBy } = visitor;
  await tell(scope, project.id, "contact.invited", { personId, ...(handedOverBy ? { handedOverBy } : {}) });
  const { workspaceId } = scope.actor;
  await mailFollower(scope.tx, scope.kit, { workspaceId, personId, projectId: project.id }, scope.actor.name);
  await tellLead(scope, project.id, { personId, name });
}

async function tell(
  scope: Scope,
  projectId: string,
  verb: `contact.${string}`,
  data: Record<string, unknown>,
): Promise<void> {
  const { personId } = scope.actor;
  await record(scope, { verb, subject: { kind: "person", id: personId }, projectId, data });
}

async function tellLead(
  { tx, kit, actor }: Scope,
  projectId: string,
  follower: { personId: string; name: string },
): Promise<void> {
  const { workspaceId, name: inviter } = actor;
  const lead = await findLead(tx, { workspaceId, projectId });
  if (!lead) return;
  const { key, project, ...to } = lead;
  const path: `/${string}` = `/p/${key.toLowerCase()}/edit`;
  const data = { inviter, follower: follower.name, project, path };
  await queueMail(
    tx,
    kit,
    { workspaceId, ...to, projectId },
    { kind: "follower", data },
    `${projectId}:${follower.personId}`,
  );
}
