import { z } from "zod";
import { pageOf } from "../kit/fields.ts";
import { THING_KINDS } from "./happenings.ts";
import { CATEGORIES, PILES, REASONS } from "./reasons.ts";

export const STATES = ["open", "snoozed", "done"] as const;

export const InboxItem = z
  .object({
    id: z.string(),
    category: z.enum(CATEGORIES),
    reason: z.enum(REASONS),
    /** What happened last, and why this person hears of it; null where the first says so. */
    what: z.string(),
    because: z.string().nullable(),
    thing: z.object({
      kind: z.enum(THING_KINDS),
      id: z.string(),
      ref: z.string().nullable(),
      title: z.string(),
      /** Where the team's app shows it. */
      path: z.string(),
    }),
    /** The milestone that it belongs to, where it is not one itself. */
    milestone: z.object({ ref: z.string(), title: z.string() }).nullable(),
    project: z.object({ id: z.string(), key: z.string(), name: z.string() }),
    happenings: z.int(),
    at: z.iso.datetime(),
    readAt: z.iso.datetime().nullable(),
    doneAt: z.iso.datetime().nullable(),
    snoozedUntil: z.iso.datetime().nullable(),
    muted: z.object({ thing: z.boolean(), project: z.boolean() }),
  })
  .meta({ id: "InboxItem" });

const InboxCounts = z
  .object({ unread: z.int(), open: z.int(), snoozed: z.int(), piles: z.record(z.enum(PILES), z.int()) })
  .meta({ id: "InboxCounts" });

export const InboxPage = pageOf(InboxItem).extend({ counts: InboxCounts }).meta({ id: "InboxPage" });

/** The thing itself in short: what it says, and what is asked. */
export const InboxGist = z
  .object({
    item: InboxItem,
    /** What was said last, in whose words. */
    words: z.object({ by: z.string().nullable(), text: z.string() }).nullable(),
    /** The day that the thing is about: due, target or date. */
    on: z.string().nullable(),
  })
  .meta({ id: "InboxGist" });

export type InboxItemView = z.infer<typeof InboxItem>;
export type InboxGistView = z.infer<typeof InboxGist>;
