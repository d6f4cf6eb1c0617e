import type { Scope } from "../access/scope.ts";
import { findAsker } from "../approvals/askers.store.ts";
import { cut } from "../kit/cut.ts";
import { queueMail } from "../mail/mails.ts";
import { makePersonLink } from "../portal/person-links.ts";
import { findReader } from "../portal/readers.store.ts";
import type { ChangeRow } from "./change-requests.store.ts";

const EXCERPT = 400;

/** Who leads the project hears that a client asks for more, unless they wrote it down themselves. */
export async function mailWish(scope: Scope, change: ChangeRow): Promise<void> {
  const lead = await leadOf(scope, change);
  if (!lead || lead.to.personId === change.personId) return;
  const { title, words, askedByName, id } = change;
  const data = {
    author: askedByName ?? "Somebody",
    project: lead.project,
    subject: title,
    excerpt: cut(words || title, EXCERPT),
    path: lead.path,
  };
  await queueMail(scope.tx, scope.kit, lead.to, { kind: "clientWords", data }, `${id}:${lead.to.personId}`);
}

/** Whoever of the client asked reads the team's no with its reason. */
export async function mailDeclined(scope: Scope, change: ChangeRow): Promise<void> {
  const { workspaceId, id, projectId, personId, title, answer, answeredByName } = change;
  if (personId === null) return;
  const reader = await findReader(scope.tx, { workspaceId, personId, projectId });
  if (!reader) return;
  const { email, language, project } = reader;
  const person = { id: personId, email };
  const link = { workspaceId, kind: "home" as const, person, projectId };
  const linkId = await makePersonLink(scope.tx, scope.kit, link);
  const excerpt = `${title}: ${cut(answer, EXCERPT)}`;
  const data = { linkId, author: answeredByName ?? project, project, excerpt };
  const to = { workspaceId, personId, email, language, projectId };
  await queueMail(scope.tx, scope.kit, to, { kind: "answer", data }, `${id}:declined`);
}

async function leadOf(scope: Scope, { workspaceId, projectId }: ChangeRow) {
  const lead = await findAsker(scope, { projectId, askedBy: null });
  if (!lead) return undefined;
  const { id: personId, email, project, key } = lead;
  const path: `/${string}` = `/p/${key.toLowerCase()}/requests`;
  return { to: { workspaceId, personId, email, projectId }, project, path };
}
