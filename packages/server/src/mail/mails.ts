import type { Tx } from "../db/database.ts";
import type { Kit } from "../kit/context.ts";
import { newId } from "../kit/id.ts";
import { type Mail, subjectOf } from "./letters.ts";
import { insertMail } from "./mails.store.ts";

export interface Addressee {
  workspaceId: string;
  personId: string | null;
  email: string;
  language?: string;
  /** The project that it is about. */
  projectId?: string;
  /** It waits until then: for what is held, or for another day. */
  notBefore?: Date;
}

/**
 * The one way out for mail: a row in the transaction that causes it. `dedupe` names the happening and the addressee.
 * Without a mail server it stays in the outbox, for the team to see.
 */
export async function queueMail(tx: Tx, kit: Kit, to: Addressee, mail: Mail, dedupe: string): Promise<void> {
  await insertMail(tx, {
    workspaceId: to.workspaceId,
    id: newId(),
    personId: to.personId,
    projectId: to.projectId ?? null,
    toEmail: to.email,
    language: to.language ?? "en",
    kind: mail.kind,
    subject: subjectOf(mail, to.language ?? "en"),
    data: JSON.stringify(mail.data),
    state: kit.mail.configured ? "queued" : "outbox",
    nextTryAt: to.notBefore ?? kit.clock.now(),
    lastError: null,
    sentAt: null,
    dedupe: `${mail.kind}:${dedupe}`,
  });
}

/** The row's own kind and data, written only by `queueMail`. */
export function mailOf(row: { kind: string; data: unknown }): Mail {
  return { kind: row.kind, data: row.data } as Mail;
}
