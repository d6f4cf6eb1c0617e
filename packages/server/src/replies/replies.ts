import { Readable } from "node:stream";
import type { Services } from "../access/route.ts";
import type { Tx } from "../db/database.ts";
import { recordFor } from "../events/events.ts";
import { type Blob, keepBlob } from "../files/blobs.ts";
import { addClientFile } from "../files/client-files.ts";
import { fileName } from "../files/file-name.ts";
import { NAME_LENGTH } from "../files/limits.ts";
import { newId } from "../kit/id.ts";
import { addClientComment } from "../talk/client-comments.ts";
import type { SubjectRef } from "../talk/subject.ts";
import type { Incoming } from "./incoming.ts";
import type { IncomingFile } from "./mail-parts.ts";
import {
  type AnsweredMail,
  findAnsweredMail,
  findWorkspaceOfMail,
  insertInbound,
  isKnown,
  linkComment,
  markBounced,
  type NewInbound,
} from "./replies.store.ts";
import { soundsLikeYes } from "./reply-text.ts";

type KeptFile = { name: string; blob: Blob };
type Verdict = Pick<NewInbound, "state" | "reason">;

const ONLY_FILES = "(Sent by mail, without words.)";

/** Takes one mail in, once, whatever happens; false for what answers no mail of ours. */
export async function takeIn({ database, kit }: Services, incoming: Incoming): Promise<boolean> {
  const { mailId, messageId } = incoming;
  const workspaceId = mailId && (await findWorkspaceOfMail(database.maintenance, mailId));
  if (!workspaceId) return false;
  const known = await database.inWorkspace(workspaceId, async (tx) => {
    if (await isKnown(tx, workspaceId, messageId)) return null;
    return findAnsweredMail(tx, workspaceId, mailId);
  });
  if (!known) return true;
  const { state } = verdictOn(known, incoming);
  // Bytes are safe on the disk before the database may speak of them.
  const files = state === "comment" && known.maySend ? await keep(kit.dataDir, incoming.files) : [];
  await database.inWorkspace(workspaceId, async (tx) => {
    // Asked again: somebody may have been removed meanwhile.
    const mail = await findAnsweredMail(tx, workspaceId, mailId);
    if (mail) await settle(tx, mail, incoming, files, kit.clock.now());
  });
  return true;
}

async function settle(
  tx: Tx,
  mail: AnsweredMail,
  incoming: Incoming,
  files: readonly KeptFile[],
  now: Date,
): Promise<void> {
  const { workspaceId, id: mailId } = mail;
  const verdict = verdictOn(mail, incoming);
  const inbound: NewInbound = {
    ...verdict,
    workspaceId,
    id: newId(),
    mailId,
    personId: verdict.state === "comment" ? mail.personId : null,
    messageId: incoming.messageId,
    fromEmail: incoming.from,
    subject: incoming.subject,
    text: incoming.text,
    approvalId: verdict.state === "comment" && soundsLikeYes(incoming.text) ? mail.approvalId : null,
  };
  if (!(await insertInbound(tx, inbound))) return;
  if (verdict.state === "bounce") return comeBack(tx, mail, now);
  const { projectId, personId } = mail;
  if (verdict.state === "comment" && projectId && personId)
    return comment(tx, { ...mail, projectId, personId }, inbound, files, now);
  await tell(tx, mail, now, "mail.answerNotTaken", null, { state: verdict.state });
}

function verdictOn(mail: AnsweredMail, { kind, from, text, files }: Incoming): Verdict {
  if (kind === "bounce") return { state: "bounce", reason: "" };
  if (kind === "delay") return { state: "refused", reason: "It only says that the mail is late." };
  if (kind === "automatic") return { state: "refused", reason: "It was written by a machine." };
  if (from !== mail.toEmail.toLowerCase())
    return { state: "unknown", reason: "It came from another address than the mail went to." };
  if (!mail.projectId) return { state: "refused", reason: "The mail that it answers is about no project." };
  if (!mail.takesPart) return { state: "refused", reason: "Its writer has no part in the project any more." };
  if (!mail.mayComment)
    return { state: "refused", reason: "Its writer reads along: observers do not comment here." };
  const taken = mail.maySend ? files.length : 0;
  if (text === "" && taken === 0)
    return { state: "refused", reason: files.length > 0 ? "Observers send no files." : "It says nothing." };
  return {
    state: "comment",
    reason: taken < files.length ? "Its files were left out: observers send none." : "",
  };
}

async function comeBack(tx: Tx, mail: AnsweredMail, now: Date): Promise<void> {
  if (await markBounced(tx, mail, now)) await tell(tx, mail, now, "mail.bounced", null, {});
}

async function comment(
  tx: Tx,
  mail: AnsweredMail & { projectId: string; personId: string },
  inbound: NewInbound,
  files: readonly KeptFile[],
  now: Date,
): Promise<void> {
  const { workspaceId, personId, projectId } = mail;
  const { approvalId } = inbound;
  const writing = { tx, actor: { workspaceId, personId }, now };
  const subject = subjectOf(mail);
  const commentId = await addClientComment(writing, projectId, subject, inbound.text || ONLY_FILES);
  await linkComment(tx, inbound, commentId);
  for (const file of files) await addClientFile(writing, projectId, subject, file);
  if (approvalId) await tell(tx, mail, now, "mail.approvalProposed", personId, { approvalId, commentId });
}

function subjectOf({
  clientMessageId,
  milestoneId,
  projectId,
}: AnsweredMail & { projectId: string }): SubjectRef {
  if (clientMessageId) return { kind: "message", id: clientMessageId };
  return milestoneId ? { kind: "milestone", id: milestoneId } : { kind: "project", id: projectId };
}

async function keep(dataDir: string, files: readonly IncomingFile[]): Promise<KeptFile[]> {
  const kept: KeptFile[] = [];
  for (const { name, content } of files)
    kept.push({
      name: shortName(name),
      blob: await keepBlob(dataDir, Readable.from([Buffer.from(content)]), () => undefined),
    });
  return kept;
}

/** A name that is too long loses its beginning: its end says what kind of file it is. */
function shortName(name: string | null): string {
  return fileName([...(name ?? "")].slice(-NAME_LENGTH / 2).join(""));
}

async function tell(
  tx: Tx,
  { workspaceId, id, personId, projectId }: AnsweredMail,
  at: Date,
  verb: `mail.${string}`,
  actorId: string | null,
  facts: Record<string, unknown>,
): Promise<void> {
  await recordFor(
    tx,
    { workspaceId, actorId, at },
    { verb, subject: { kind: "mail", id }, projectId, data: { ...facts, personId } },
  );
}
