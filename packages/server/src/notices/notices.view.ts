import { z } from "zod";
import { Publication } from "../publications/publications.view.ts";

const moment = z.iso.datetime().nullable();

const NoticeRecipient = z.object({
  id: z.string(),
  name: z.string(),
  side: z.enum(["team", "client"]),
  sentAt: moment,
  readAt: moment,
  acknowledgedAt: moment,
  questionedAt: moment,
  question: z.string(),
  /** The member whose link they came by when they answered. */
  handedOverBy: z.string().nullable(),
  /** The mail that told them, for who may send it again; null where another mail told them, or none. */
  mail: z
    .object({
      id: z.string(),
      state: z.enum(["queued", "sending", "sent", "failed", "outbox", "refused"]),
      lastError: z.string().nullable(),
      bouncedAt: moment,
    })
    .nullable(),
});

/** A publication as it was told: in two texts, to people by name, with what each of them said to it. */
export const Notice = Publication.extend({
  recipients: z.array(NoticeRecipient),
  acknowledged: z.int(),
  /** What the one who asks has said to it; null where it was not sent to them. */
  mine: z.object({ readAt: moment, acknowledgedAt: moment, questionedAt: moment }).nullable(),
}).meta({ id: "Notice" });

export type NoticeView = z.infer<typeof Notice>;
