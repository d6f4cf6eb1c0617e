import type { PolicyObject } from "../access/roles.ts";
import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { QUOTE_CONFIRMED } from "../evidence/check-delivery.ts";
import { conflict, notFound } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import { sha256 } from "../kit/secret.ts";
import { dropWaiting } from "../mail/mails.store.ts";
import { queueMail } from "../mail/mails.ts";
import { whoTakesLink } from "../portal/client-access.ts";
import { handOver, makePersonLink } from "../portal/person-links.ts";
import { findReader } from "../portal/readers.store.ts";
import { type ProjectAccess, visibleProject } from "../projects/project-access.store.ts";
import {
  type ClientQuoteRow,
  deleteQuote,
  findQuote,
  insertQuote,
  linksOfQuote,
  listQuotes,
  writeConfirmed,
  writeDeclined,
} from "./client-quotes.store.ts";
import type { ClientQuoteView } from "./client-quotes.view.ts";

export interface QuoteAccess extends PolicyObject {
  project: ProjectAccess;
  quote: ClientQuoteRow;
}

export async function quotesOf(scope: Scope, project: ProjectAccess): Promise<ClientQuoteView[]> {
  return (await listQuotes(scope, project.id)).map(present);
}

export async function visibleQuote(scope: Scope, id: string): Promise<QuoteAccess> {
  const quote = await findQuote(scope, id);
  if (!quote) throw notFound();
  return { ...(await visibleProject(scope, quote.projectId)), quote };
}

/** Asks somebody of the client whether they may be quoted with a sentence; one at a time. */
export async function askForQuote(
  scope: Scope,
  project: ProjectAccess,
  { contactId, words }: { contactId: string; words: string },
): Promise<ClientQuoteView> {
  const { tx, actor } = scope;
  const reader = await findReader(tx, {
    workspaceId: actor.workspaceId,
    personId: contactId,
    projectId: project.id,
  });
  if (!reader) throw notFound("This person is not on the project.");
  const open = (await listQuotes(scope, project.id)).find(
    (one) => one.personId === contactId && stateOf(one) === "asked",
  );
  if (open) throw conflict("quote-asked", `${reader.name} has been asked already and has not answered yet.`);
  const id = newId();
  await insertQuote(scope, { id, projectId: project.id, personId: contactId, words });
  await tell(scope, { id, projectId: project.id }, "clientQuote.asked", { contactId });
  await mailQuote(scope, await oneQuote(scope, id), contactId);
  return present(await oneQuote(scope, id));
}

/** The question goes by mail to their address; whoever has no part in the project any more gets none. */
export async function mailQuote(
  scope: Scope,
  { workspaceId, id, projectId, words, askedByName }: ClientQuoteRow,
  personId: string,
): Promise<void> {
  const { tx, kit } = scope;
  const reader = await findReader(tx, { workspaceId, personId, projectId });
  if (!reader) return;
  const { project, email, language } = reader;
  const person = { id: personId, email };
  const linkId = await makePersonLink(tx, kit, {
    ...{ workspaceId, kind: "quote", person, projectId, subjectId: id },
  });
  const data = { linkId, project, asker: askedByName ?? reader.house.name, words };
  const to = { workspaceId, personId, email, language, projectId, subjectId: id };
  await queueMail(tx, kit, to, { kind: "clientQuote", data }, linkId);
}

/** As if it had never been asked, as long as nobody has answered. */
export async function takeQuoteBack(scope: Scope, { quote }: QuoteAccess): Promise<void> {
  const links = await linksOfQuote(scope, quote.id);
  if (!(await deleteQuote(scope, quote.id)))
    throw conflict("quote-answered", "It has been answered: it stays as it is.");
  await dropWaiting(scope.tx, scope.actor.workspaceId, links);
  await tell(scope, quote, "clientQuote.takenBack", {});
}

/** A link for where mail does not arrive: shown once, and named with what is said through it. */
export async function handOverQuote(scope: Scope, { project, quote }: QuoteAccess): Promise<{ url: string }> {
  const { id, workspaceId, projectId, personId } = quote;
  if (personId === null || stateOf(quote) !== "asked")
    throw conflict("quote-answered", "It has been answered: it stays as it is.");
  const { email } = await whoTakesLink(scope, project, personId);
  const url = await handOver(scope.tx, scope.kit, {
    ...{ workspaceId, kind: "quote", person: { id: personId, email }, projectId, subjectId: id },
    handedOverBy: scope.actor.personId,
  });
  await tell(scope, quote, "clientQuote.linkHandedOver", { personId });
  return { url };
}

export interface Confirmed {
  words: string;
  nameHidden: boolean;
  handedOverBy: string | null;
}

/** Its author says so, in words of their own if they like; what they said is sealed by the hash of these words. */
export async function confirmQuote(
  scope: Scope,
  { id, projectId }: { id: string; projectId: string },
  { words, nameHidden, handedOverBy }: Confirmed,
): Promise<void> {
  if (await writeConfirmed(scope, id, { confirmedWords: words, nameHidden, handedOverBy }))
    await tell(scope, { id, projectId }, QUOTE_CONFIRMED, { hash: sha256(words) });
}

/** No; or no longer: then it stands in no record that is made from now on. */
export async function declineQuote(
  scope: Scope,
  { id, projectId }: { id: string; projectId: string },
  handedOverBy: string | null,
): Promise<void> {
  if (await writeDeclined(scope, id, handedOverBy))
    await tell(scope, { id, projectId }, "clientQuote.declined", {});
}

export async function oneQuote(scope: Scope, id: string): Promise<ClientQuoteRow> {
  const found = await findQuote(scope, id);
  if (!found) throw notFound();
  return found;
}

function present(row: ClientQuoteRow): ClientQuoteView {
  const state = stateOf(row);
  const { id, personId, contactName, words, askedAt, askedByName, confirmedWords, nameHidden } = row;
  return {
    id,
    contact: personId === null || contactName === null ? null : { id: personId, name: contactName },
    words,
    askedAt: askedAt.toISOString(),
    askedBy: askedByName,
    state,
    confirmedWords: state === "confirmed" ? confirmedWords : null,
    nameHidden,
    answeredAt: (row.declinedAt ?? row.confirmedAt)?.toISOString() ?? null,
    handedOverBy: row.handedOverByName,
  };
}

export function stateOf({
  confirmedAt,
  declinedAt,
}: {
  confirmedAt: Date | null;
  declinedAt: Date | null;
}): ClientQuoteView["state"] {
  if (declinedAt !== null) return "declined";
  return confirmedAt === null ? "asked" : "confirmed";
}

async function tell(
  scope: Scope,
  { id, projectId }: { id: string; projectId: string },
  verb: `clientQuote.${string}`,
  data: Record<string, unknown>,
): Promise<void> {
  await record(scope, { verb, subject: { kind: "clientQuote", id }, projectId, data });
}
