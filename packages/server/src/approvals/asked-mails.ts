import type { Scope } from "../access/scope.ts";
import type { AboutDecision } from "../mail/letters/decision.ts";
import type { Mail } from "../mail/letters.ts";
import type { MailPicture } from "../mail/mail-picture.ts";
import { mailStates } from "../mail/mails.store.ts";
import { queueMail } from "../mail/mails.ts";
import { findLevel } from "../portal/client-access.store.ts";
import { makePersonLink } from "../portal/person-links.ts";
import { findReader, type Reader } from "../portal/readers.store.ts";
import { securityLevelOf } from "../portal/visitor.ts";
import type { ApprovalSnapshotView } from "./approval-snapshot.view.ts";
import type { ApprovalRow } from "./approvals.store.ts";
import { newestLink } from "./decision-links.store.ts";

export type AskedRow = Pick<
  ApprovalRow,
  "workspaceId" | "id" | "projectId" | "number" | "kind" | "round" | "title" | "dueOn" | "opensAt"
>;

type Words = Pick<ApprovalSnapshotView, "question" | "changed" | "files">;

/** Asks this person to decide: a link of their own, and the mail with it. A link that is there is used again. */
export async function mailDecision(
  scope: Scope,
  approval: AskedRow,
  words: Words,
  personId: string,
  part: "decide" | "stand-in" | "advise" = "decide",
): Promise<void> {
  const { question, changed, files } = words;
  const picture = await pictureFor(scope, approval, words);
  await send(scope, approval, personId, `${approval.id}:${personId}:${part}`, (about) => ({
    kind: "decision",
    data: { ...about, part, question, changed, files: files.length, picture },
  }));
}

/** The first picture that was frozen; none where a link alone opens nothing, as the mail would show it to whoever has it. */
async function pictureFor(
  scope: Scope,
  { projectId }: AskedRow,
  { files }: Words,
): Promise<MailPicture | null> {
  if (securityLevelOf(await findLevel(scope, projectId)) === "account") return null;
  const first = files.find(({ mediaType }) => mediaType.startsWith("image/"));
  if (!first) return null;
  const { name, sha256, bytes, mediaType } = first;
  return { name, sha256, bytes, mediaType };
}

/** The same link again, to the address that is known. */
export async function mailLinkAgain(
  scope: Scope,
  approval: AskedRow,
  words: Words,
  personId: string,
): Promise<void> {
  const key = `${approval.id}:${personId}:again:${scope.now.toISOString().slice(0, 15)}`;
  const { question, changed, files } = words;
  const picture = await pictureFor(scope, approval, words);
  await send(scope, approval, personId, key, (about) => ({
    kind: "decision",
    data: { ...about, part: "decide", question, changed, files: files.length, picture },
  }));
}

/** False when this reminder went out before. */
export async function mailNudge(
  scope: Scope,
  approval: AskedRow,
  question: string,
  {
    personId,
    key,
    ...more
  }: { personId: string; key: string; acceptsOn: string | null; wroteOn: string | null },
): Promise<boolean> {
  const dedupe = `${approval.id}:${personId}:${key}`;
  const known = await mailStates(scope.tx, approval.workspaceId, [`nudge:${dedupe}`]);
  if (known.size > 0) return false;
  await send(scope, approval, personId, dedupe, (about) => ({
    kind: "nudge",
    data: { ...about, question, ...more },
  }));
  return true;
}

export async function mailSuperseded(
  scope: Scope,
  approval: AskedRow,
  next: AskedRow,
  personId: string,
): Promise<void> {
  await send(scope, next, personId, `${approval.id}:${personId}`, (about) => ({
    kind: "superseded",
    data: { ...about, question: "" },
  }));
}

async function send(
  scope: Scope,
  approval: AskedRow,
  personId: string,
  dedupe: string,
  letter: (about: AboutDecision) => Mail,
): Promise<void> {
  const { workspaceId, projectId, opensAt } = approval;
  const reader = await findReader(scope.tx, { workspaceId, personId, projectId });
  if (!reader) return;
  const { name, email, language, project } = reader;
  const linkId = await linkOf(scope, approval, personId, reader);
  const { title, round, dueOn, kind } = approval;
  await queueMail(
    scope.tx,
    scope.kit,
    {
      workspaceId,
      personId,
      email,
      language,
      projectId,
      subjectId: approval.id,
      notBefore: opensAt > scope.now ? opensAt : scope.now,
    },
    letter({ linkId, project, name, title, question: "", round, dueOn, kind }),
    dedupe,
  );
}

/** One link per person and request, so that every mail about it leads to the same place. */
async function linkOf(
  scope: Scope,
  { workspaceId, id, projectId }: AskedRow,
  personId: string,
  { email }: Reader,
): Promise<string> {
  const known = await newestLink(scope, { personId, subjectId: id, email });
  if (known) return known;
  const person = { id: personId, email };
  return makePersonLink(scope.tx, scope.kit, {
    workspaceId,
    kind: "decision",
    person,
    projectId,
    subjectId: id,
  });
}
