import { z } from "zod";
import { page, uuid } from "../kit/fields.ts";
import { plainText } from "./envelope.ts";
import { letterOf, MAIL_KINDS } from "./letters.ts";
import type { MailRow } from "./mails.store.ts";
import { mailOf } from "./mails.ts";

const MAIL_STATES = ["waiting", "sent", "came-back", "failed", "outbox", "refused"] as const;

/** Which mails a list shows. */
export const MailFilter = z.strictObject({
  ...page,
  cursor: uuid().optional(),
  state: z.enum(MAIL_STATES).optional(),
  personId: uuid().optional(),
});

/** A mail as the team may see it: its text without the link, and what became of it. */
export const MailView = z
  .object({
    id: z.string(),
    to: z.string(),
    kind: z.enum(MAIL_KINDS),
    subject: z.string(),
    text: z.string(),
    /** `outbox`: no mail server is set; `failed`: given up, see lastError; `refused`: its reader has switched such mails off. */
    state: z.enum(["queued", "sending", "sent", "failed", "outbox", "refused"]),
    tries: z.int(),
    lastError: z.string().nullable(),
    createdAt: z.iso.datetime(),
    sentAt: z.iso.datetime().nullable(),
    /** It was sent and came back: the address does not take it. */
    bouncedAt: z.iso.datetime().nullable(),
    projectId: z.string().nullable(),
    personId: z.string().nullable(),
  })
  .meta({ id: "Mail" });

export function presentMail(row: MailRow): z.infer<typeof MailView> {
  const { language } = row;
  const envelope = { language, house: null, own: null, picture: null, leave: null, answerable: false };
  return MailView.parse({
    ...row,
    to: row.toEmail,
    text: plainText(letterOf(mailOf(row), language), envelope),
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
    bouncedAt: row.bouncedAt?.toISOString() ?? null,
  });
}

export function presentMails(rows: readonly MailRow[], limit: number) {
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(presentMail),
    nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}
