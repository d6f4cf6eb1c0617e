import type { Scope } from "../access/scope.ts";
import { type Mail, subjectOf } from "../mail/letters.ts";
import { rewriteMail, waitingMail } from "../mail/waiting-mails.store.ts";
import { mailWithHomeLink } from "../portal/home-link.ts";
import { sayIn } from "../words/say.ts";
import type { News } from "./news.ts";
import { draftText } from "./publication-words.ts";
import { askedAbout, type PublicationRow, type Recipient, recipientsOf } from "./publications.store.ts";

type Letter = Extract<Mail, { kind: "publication" }>;

/** Answers with all who are told. One mail for each contact of the project, in their language; while one still waits for its day, it tells of this too. */
export async function mailPublication(
  scope: Scope,
  publication: PublicationRow,
  project: string,
  news: News,
): Promise<Recipient[]> {
  const asked = await askedAbout(scope, publication.id);
  const recipients = await recipientsOf(scope, publication.projectId);
  for (const recipient of recipients.filter(({ id }) => !asked.has(id))) {
    const letter = letterOf(publication, project, news, recipient.language);
    if (!(await addToWaiting(scope, publication, recipient, letter)))
      await queueNew(scope, publication, recipient, letter);
  }
  return recipients;
}

type Words = Omit<Letter["data"], "linkId">;

function letterOf(publication: PublicationRow, project: string, news: News, language: string): Words {
  const { clientText, author } = publication;
  const text = clientText.trim() === "" ? draftText(sayIn(language), news) : clientText;
  const what = news.first ? "first" : news.changes.length > 0 ? "changed" : "same";
  return { project, author, news: what, texts: [text] };
}

async function addToWaiting(
  { tx, actor, now }: Scope,
  { projectId }: PublicationRow,
  { id: personId, language }: Recipient,
  words: Words,
): Promise<boolean> {
  const { workspaceId } = actor;
  const waiting = await waitingMail(tx, { workspaceId, personId, projectId, kind: "publication" }, now);
  if (!waiting) return false;
  // Written by this module alone.
  const before = waiting.data as Letter["data"];
  const news = before.news === "same" ? words.news : before.news;
  const data = { ...before, ...words, news, texts: [...before.texts, ...words.texts] };
  const subject = subjectOf({ kind: "publication", data }, language);
  await rewriteMail(tx, { workspaceId, id: waiting.id }, { subject, data: JSON.stringify(data) });
  return true;
}

async function queueNew(
  { tx, kit, actor }: Scope,
  { id, projectId }: PublicationRow,
  { id: personId, email, language }: Recipient,
  words: Words,
): Promise<void> {
  await mailWithHomeLink(
    tx,
    kit,
    { workspaceId: actor.workspaceId, personId, email, language, projectId },
    (linkId) => ({ kind: "publication", data: { linkId, ...words } }),
    `${id}:${personId}`,
  );
}
