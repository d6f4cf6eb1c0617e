import { WORKSPACE_ROLES, type WorkspaceRole } from "../access/roles.ts";
import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { forbidden, notFound, refused } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import { linkAddress } from "../mail/mail-link.ts";
import { mailStates } from "../mail/mails.store.ts";
import { queueMail } from "../mail/mails.ts";
import {
  existingProjects,
  type InvitationRow,
  insertInvitation,
  listInvitations,
  openInvitationsTo,
  personAt,
  revokeInvitation,
  workspaceFacts,
} from "./invitations.store.ts";
import { mailedLinks, supersedeLinks } from "./links.store.ts";
import { makeLink } from "./links.ts";

const INVITATION_MS = 7 * 86_400_000;

export interface NewInvitation {
  email: string;
  role: WorkspaceRole;
  projectIds: string[];
}

/** Mails a link that makes its addressee a member. A newer invitation to the same address replaces the older one. */
export async function invite(scope: Scope, wanted: NewInvitation): Promise<string> {
  const { actor, tx, kit, now } = scope;
  if (rank(wanted.role) < rank(actor.role)) throw forbidden("Nobody can invite to a role above their own.");
  await refuseKnown(scope, wanted.email);
  const projectIds = [...new Set(wanted.projectIds)];
  if ((await existingProjects(scope, projectIds)).length !== projectIds.length) throw notFound();
  for (const older of await openInvitationsTo(scope, wanted.email)) await close(scope, older);
  const id = newId();
  await insertInvitation(scope, {
    workspaceId: actor.workspaceId,
    id,
    invitedBy: actor.personId,
    email: wanted.email,
    role: wanted.role,
    projectIds: JSON.stringify(projectIds),
    expiresAt: new Date(now.getTime() + INVITATION_MS),
    acceptedAt: null,
    revokedAt: null,
  });
  const linkId = await makeInvitationLink(scope, id, wanted.email);
  const { name: workspace } = await workspaceFacts(tx, actor.workspaceId);
  const to = { workspaceId: actor.workspaceId, personId: null, email: wanted.email };
  await queueMail(
    tx,
    kit,
    to,
    { kind: "invitation", data: { linkId, inviter: actor.name, workspace } },
    linkId,
  );
  await record(scope, {
    verb: "invitation.made",
    subject: { kind: "invitation", id },
    data: { role: wanted.role },
  });
  return id;
}

export async function revoke(scope: Scope, id: string): Promise<void> {
  if (!(await close(scope, id))) throw notFound();
  await record(scope, { verb: "invitation.revoked", subject: { kind: "invitation", id } });
}

/** For when no mail arrives: a fresh link, shown once to the member who hands it over, and recorded with them. */
export async function handOver(scope: Scope, id: string): Promise<{ url: string; expiresAt: Date }> {
  const { kit, actor, tx, now } = scope;
  const found = await invitation(scope, id);
  const state = (await mailStatesOf(scope, [found])).get(id);
  if (stateOf(found, now) !== "open") throw notFound();
  if (kit.mail.configured && state !== "failed")
    throw refused(
      "mailed",
      "The invitation was mailed; its link is only for its addressee. Invite again to mail a new one.",
    );
  if (rank(found.role) < rank(actor.role)) throw forbidden("Nobody can invite to a role above their own.");
  await supersedeLinks(tx, actor.workspaceId, { invitationId: id }, now);
  const linkId = await makeInvitationLink(scope, id, found.email, actor.personId);
  await record(scope, { verb: "invitation.handedOver", subject: { kind: "invitation", id } });
  return {
    url: linkAddress(kit, "invitation", linkId),
    expiresAt: new Date(now.getTime() + INVITATION_MS),
  };
}

export async function invitation(scope: Scope, id: string): Promise<InvitationRow> {
  const found = (await listInvitations(scope, id))[0];
  if (!found) throw notFound();
  return found;
}

export function stateOf(row: InvitationRow, now: Date): "open" | "accepted" | "revoked" | "expired" {
  if (row.acceptedAt) return "accepted";
  if (row.revokedAt) return "revoked";
  return row.expiresAt <= now ? "expired" : "open";
}

/** What became of each invitation's mail, by invitation. */
export async function mailStatesOf(
  scope: Scope,
  rows: readonly InvitationRow[],
): Promise<Map<string, string>> {
  const { tx, actor } = scope;
  const links = await mailedLinks(
    tx,
    actor.workspaceId,
    rows.map((row) => row.id),
  );
  const states = await mailStates(
    tx,
    actor.workspaceId,
    links.map((link) => `invitation:${link.id}`),
  );
  return new Map(
    links.map((link) => [link.invitationId ?? "", states.get(`invitation:${link.id}`) ?? "outbox"]),
  );
}

function makeInvitationLink(
  { tx, kit, actor }: Scope,
  invitationId: string,
  email: string,
  handedOverBy?: string,
): Promise<string> {
  const handed = handedOverBy ? { handedOverBy } : {};
  const { workspaceId } = actor;
  return makeLink(tx, kit, {
    workspaceId,
    kind: "invitation",
    email,
    invitationId,
    lastsMs: INVITATION_MS,
    ...handed,
  });
}

async function close(scope: Scope, id: string): Promise<boolean> {
  if (!(await revokeInvitation(scope, id))) return false;
  await supersedeLinks(scope.tx, scope.actor.workspaceId, { invitationId: id }, scope.now);
  return true;
}

async function refuseKnown({ tx, actor }: Scope, email: string): Promise<void> {
  const known = await personAt(tx, actor.workspaceId, email);
  if (known?.clientId)
    throw refused(
      "is-contact",
      "This address belongs to a client's contact, who cannot be a member as well.",
    );
  if (known?.status === "active") throw refused("already-member", "This person is a member already.");
}

/** 0 is the highest. */
function rank(role: string): number {
  const roles: readonly string[] = WORKSPACE_ROLES;
  return roles.indexOf(role);
}
