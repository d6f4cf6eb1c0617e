import type { Tx } from "../db/database.ts";
import type { Kit } from "../kit/context.ts";
import { newId } from "../kit/id.ts";
import { clientBudget } from "./client-budget.ts";
import { heedsQuiet, type Mail, type MailKind, optionalOf, subjectOf } from "./letters.ts";
import { insertMail } from "./mails.store.ts";
import { afterQuietHours } from "./quiet-hours.ts";
import { refusedKinds } from "./refusals.store.ts";

export interface Addressee {
  workspaceId: string;
  personId: string | null;
  email: string;
  language?: string;
  /** The project that it is about. */
  projectId?: string;
  /** It waits until then: for what is held, or for another day. */
  notBefore?: Date;
  /** The milestone, approval or other thing of that project that it is about: answers go there. */
  subjectId?: string;
}

/** Addresses at this end belong to nobody (RFC 2606): the people of the sample project have them. */
export const isNobody = (email: string) => email.endsWith(".invalid");

/**
 * The one way out for mail: a row in the transaction that causes it. `dedupe` names the happening and the addressee.
 * Without a mail server it stays in the outbox, for the team to see; so does what its reader has switched off.
 */
export async function queueMail(tx: Tx, kit: Kit, to: Addressee, mail: Mail, dedupe: string): Promise<void> {
  if (isNobody(to.email)) return;
  const { refused, leavesAt } = await readersWish(tx, kit, to, mail.kind);
  await insertMail(tx, {
    workspaceId: to.workspaceId,
    id: newId(),
    personId: to.personId,
    projectId: to.projectId ?? null,
    subjectId: to.subjectId ?? null,
    toEmail: to.email,
    language: to.language ?? "en",
    kind: mail.kind,
    subject: subjectOf(mail, to.language ?? "en"),
    data: JSON.stringify(mail.data),
    state: refused ? "refused" : kit.mail.configured ? "queued" : "outbox",
    nextTryAt: leavesAt,
    lastError: null,
    sentAt: null,
    bouncedAt: null,
    dedupe: `${mail.kind}:${dedupe}`,
  });
}

/** Whether its reader wants such mails, and when this one may leave: after their quiet hours, and on a day that has room for it. */
async function readersWish(
  tx: Tx,
  kit: Kit,
  { workspaceId, personId, projectId, notBefore }: Addressee,
  kind: MailKind,
): Promise<{ refused: boolean; leavesAt: Date }> {
  const ready = notBefore ?? kit.clock.now();
  const from =
    personId && heedsQuiet(kind) ? await afterQuietHours(tx, { workspaceId, personId }, ready) : ready;
  if (!personId || !optionalOf(kind)) return { refused: false, leavesAt: from };
  if ((await refusedKinds(tx, workspaceId, personId)).includes(kind))
    return { refused: true, leavesAt: from };
  const leavesAt = projectId ? await clientBudget(tx, { workspaceId, personId, projectId }, from) : from;
  return { refused: false, leavesAt };
}

/** The row's own kind and data, written only by `queueMail`. */
export function mailOf(row: { kind: string; data: unknown }): Mail {
  return { kind: row.kind, data: row.data } as Mail;
}
