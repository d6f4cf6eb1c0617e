import type { Database } from "../db/database.ts";
import type { Kit } from "../kit/context.ts";
import { privateParts } from "./letters.ts";
import { withHead } from "./mail-head.ts";
import { renderMail } from "./mail-render.ts";
import { isFinal, type MailTransport, reasonOf } from "./mail-transport.ts";
import { claimMail, closeMail, dueMails, type MailRow } from "./mails.store.ts";
import { mailOf } from "./mails.ts";

const BATCH = 20;
const MINUTE = 60_000;
const LEASE_MS = 5 * MINUTE;
/** Waits after the first, second, ... failure; after the last one the mail counts as failed. */
const WAITS = [1, 5, 15, 60, 240, 720, 1440].map((minutes) => minutes * MINUTE);

export interface Sent {
  sent: number;
  failed: number;
  later: number;
}

/** Sends what is due. Two processes never hold the same mail, and a mail keeps its Message-ID over all tries. */
export async function sendDueMails(database: Database, kit: Kit, transport: MailTransport): Promise<Sent> {
  const result: Sent = { sent: 0, failed: 0, later: 0 };
  for (const due of await dueMails(database.maintenance, kit.clock.now(), BATCH)) {
    const now = kit.clock.now();
    const mail = await claimMail(database.maintenance, due, now, new Date(now.getTime() + LEASE_MS));
    if (mail) result[await sendWhole(database, kit, transport, mail)] += 1;
  }
  return result;
}

async function sendWhole(
  database: Database,
  kit: Kit,
  transport: MailTransport,
  row: MailRow,
): Promise<keyof Sent> {
  const whole = await withHead(database, row);
  return whole
    ? send(database, kit, transport, whole)
    : later(database, kit, row, new Error("What it tells of is not sealed yet."));
}

async function send(
  database: Database,
  kit: Kit,
  transport: MailTransport,
  row: MailRow,
): Promise<keyof Sent> {
  try {
    const mail = mailOf(row);
    const { html, text } = await renderMail(mail, row.language, privateParts(kit, mail));
    const messageId = `<${row.id}@${new URL(kit.baseUrl).hostname}>`;
    await transport.send({
      from: kit.mail.from,
      to: row.toEmail,
      subject: row.subject,
      html,
      text,
      messageId,
    });
    await closeMail(database.maintenance, row, { state: "sent", sentAt: kit.clock.now(), lastError: null });
    return "sent";
  } catch (error) {
    return later(database, kit, row, error);
  }
}

async function later(
  database: Database,
  kit: Kit,
  row: MailRow,
  error: unknown,
): Promise<"failed" | "later"> {
  const lastError = reasonOf(error);
  const wait = WAITS[row.tries - 1];
  kit.log.warn({ mail: row.id, kind: row.kind, tries: row.tries }, "mail not sent");
  if (wait === undefined || isFinal(error)) {
    await closeMail(database.maintenance, row, { state: "failed", lastError });
    return "failed";
  }
  const nextTryAt = new Date(kit.clock.now().getTime() + wait);
  await closeMail(database.maintenance, row, { state: "queued", nextTryAt, lastError });
  return "later";
}
