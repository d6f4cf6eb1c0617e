import type { Database } from "../db/database.ts";
import type { Kit } from "../kit/context.ts";
import type { Envelope } from "./envelope.ts";
import { houseFor, takesAnswers } from "./house.store.ts";
import { type Mail, optionalOf, pictureOf, privateParts } from "./letters.ts";
import { answerAddress, messageIdOf } from "./mail-address.ts";
import { withHead } from "./mail-head.ts";
import { attachedPicture } from "./mail-picture.ts";
import { renderMail } from "./mail-render.ts";
import { isFinal, type MailTransport, type Message, reasonOf } from "./mail-transport.ts";
import { claimMail, closeMail, dueMails, type MailRow } from "./mails.store.ts";
import { mailOf } from "./mails.ts";
import { unsubscribeAddress } from "./unsubscribe.ts";

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
    await transport.send(await messageOf(database, kit, row));
    await closeMail(database.maintenance, row, { state: "sent", sentAt: kit.clock.now(), lastError: null });
    return "sent";
  } catch (error) {
    return later(database, kit, row, error);
  }
}

/** The mail as it leaves, whole. */
export async function messageOf(database: Database, kit: Kit, row: MailRow): Promise<Message> {
  const mail = mailOf(row);
  const house = await houseFor(database.maintenance, row);
  const leave = leaveAddress(kit, row, mail);
  const replyTo =
    house && (await takesAnswers(database.maintenance, row)) ? answerAddress(kit, row.id) : null;
  const picture = await attachedPicture(kit, pictureOf(mail));
  const envelope: Envelope = {
    language: row.language,
    house,
    own: privateParts(kit, mail),
    picture: picture?.cid ?? null,
    leave,
    answerable: replyTo !== null,
  };
  return {
    from: house ? { name: house.name, address: bareAddress(kit.mail.from) } : kit.mail.from,
    to: row.toEmail,
    subject: row.subject,
    messageId: messageIdOf(kit, row.id),
    ...(await renderMail(mail, envelope)),
    ...(picture ? { attachments: [picture] } : {}),
    ...(replyTo ? { replyTo } : {}),
    ...comesBackTo(kit, row),
    headers: leave
      ? { "list-unsubscribe": `<${leave}>`, "list-unsubscribe-post": "List-Unsubscribe=One-Click" }
      : {},
  };
}

function leaveAddress(kit: Kit, { workspaceId, personId }: MailRow, { kind }: Mail): string | null {
  return personId && optionalOf(kind) ? unsubscribeAddress(kit, { workspaceId, personId, kind }) : null;
}

/**
 * What cannot be delivered comes back to the mailbox that answers come to, where that belongs to the sender's own domain:
 * receivers refuse senders of another one (SPF, DMARC).
 */
function comesBackTo(kit: Kit, { id, toEmail }: MailRow): Pick<Message, "envelope"> {
  const from = answerAddress(kit, id);
  const isOwnDomain = from && domainOf(from) === domainOf(bareAddress(kit.mail.from));
  return isOwnDomain ? { envelope: { from, to: toEmail } } : {};
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}

/** `Studio <plan@example.org>` without the name. */
function bareAddress(from: string): string {
  return /<([^<>]+)>$/.exec(from)?.[1] ?? from;
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
