import { z } from "zod";
import { MAIL_KINDS } from "./letters.ts";

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
  })
  .meta({ id: "Mail" });
