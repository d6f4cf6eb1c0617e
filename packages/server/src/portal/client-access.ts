import type { Scope } from "../access/scope.ts";
import { endAccess } from "../clients/contact-access.ts";
import { record } from "../events/events.ts";
import { notFound, refused } from "../kit/errors.ts";
import { keepsViewLog } from "../people/workspace-settings.ts";
import { findWorkspace } from "../people/workspaces.store.ts";
import type { ProjectAccess } from "../projects/project-access.store.ts";
import { type AccessRow, findLevel, type LastMail, lastMails, listAccess } from "./client-access.store.ts";
import type { ClientAccessView, ClientPersonView } from "./client-access.view.ts";
import { mailHomeLink } from "./home-link.ts";
import { HOME_LASTS_MS, handOver } from "./person-links.ts";
import { type SecurityLevel, securityLevelOf } from "./visitor.ts";

/** How the client's people come in to this project. */
export async function clientAccess(scope: Scope, { id }: ProjectAccess): Promise<ClientAccessView> {
  const people = await listAccess(scope, id);
  const level = securityLevelOf(await findLevel(scope, id));
  const mails = await lastMails(
    scope,
    people.map(({ personId }) => personId),
  );
  const { settings } = await findWorkspace(scope);
  return {
    level,
    viewLog: keepsViewLog(settings),
    people: people.map((row) => present(scope, row, level, mails.get(row.personId))),
  };
}

function present(
  { kit }: Scope,
  row: AccessRow,
  level: SecurityLevel,
  mail: LastMail | undefined,
): ClientPersonView {
  // What became of a mail to a former address says nothing about this one.
  const own = mail?.toEmail === row.email ? mail : undefined;
  const lost = own !== undefined && (own.state === "failed" || own.bouncedAt !== null);
  return {
    ...row,
    role: row.role === "approver" ? "approver" : "observer",
    openedAt: row.openedAt?.toISOString() ?? null,
    mail: own ? { state: lost ? "failed" : stateOf(own.state), at: own.createdAt.toISOString() } : null,
    handsOver: level === "easy" && (!kit.mail.configured || lost),
  };
}

function stateOf(state: string): "waiting" | "sent" | "outbox" {
  return state === "sent" || state === "outbox" ? state : "waiting";
}

/** Mails the person the link to their page; nobody of the team ever sees it. */
export async function sendLink(scope: Scope, project: ProjectAccess, personId: string): Promise<void> {
  await onProject(scope, project, personId);
  const { workspaceId } = scope.actor;
  await mailHomeLink(scope.tx, scope.kit, { workspaceId, personId, projectId: project.id });
  await tell(scope, project, personId, "contact.linkSent");
}

/** Only where mail cannot carry it, and where a link alone is enough; it carries the member's name from then on. */
export async function handOverLink(
  scope: Scope,
  project: ProjectAccess,
  personId: string,
): Promise<{ url: string; expiresAt: Date }> {
  const { kit, tx, now, actor } = scope;
  const { email } = await whoTakesLink(scope, project, personId);
  const url = await handOver(tx, kit, {
    workspaceId: actor.workspaceId,
    kind: "home",
    person: { id: personId, email },
    projectId: project.id,
    handedOverBy: actor.personId,
  });
  await tell(scope, project, personId, "contact.linkHandedOver");
  return { url, expiresAt: new Date(now.getTime() + HOME_LASTS_MS) };
}

/** The person whom a member may give a link by hand. */
export async function whoTakesLink(
  scope: Scope,
  project: ProjectAccess,
  personId: string,
): Promise<{ email: string }> {
  const row = await onProject(scope, project, personId);
  const level = securityLevelOf(await findLevel(scope, project.id));
  if (level !== "easy")
    throw refused(
      "proves-itself",
      "This project asks its people to prove who they are, so a link cannot be handed over.",
    );
  const mail = (await lastMails(scope, [personId])).get(personId);
  if (!present(scope, row, level, mail).handsOver)
    throw refused("mailed", "Mail reaches this person: send them their link instead.");
  return row;
}

/** All links, codes and sessions of this person at once; what they may see does not change. */
export async function endContactAccess(
  scope: Scope,
  project: ProjectAccess,
  personId: string,
): Promise<void> {
  await onProject(scope, project, personId);
  await endAccess(scope.tx, { workspaceId: scope.actor.workspaceId, personId }, scope.now);
  await tell(scope, project, personId, "contact.accessEnded");
}

async function onProject(scope: Scope, { id }: ProjectAccess, personId: string): Promise<AccessRow> {
  const [row] = await listAccess(scope, id, personId);
  if (!row) throw notFound();
  return row;
}

async function tell(
  scope: Scope,
  { id: projectId }: ProjectAccess,
  personId: string,
  verb: `contact.${string}`,
): Promise<void> {
  await record(scope, { verb, subject: { kind: "person", id: personId }, projectId });
}
