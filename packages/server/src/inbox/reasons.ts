import type { MailKind } from "../mail/letters.ts";

/** What an item is about, the one that matters most first: a thing that was there for several reasons shows that one. */
export const CATEGORIES = [
  "decision",
  "mention",
  "question",
  "review",
  "notice",
  "warning",
  "assigned",
  "watched",
] as const;
export type Category = (typeof CATEGORIES)[number];

/** The filters of the page: what was decided or waits for an answer; who speaks to you or asks; what is yours; reviews, notices and warnings; what you watch. */
export const PILES = ["decisions", "mentions", "assigned", "reviews", "watched"] as const;
export type Pile = (typeof PILES)[number];

const PILE_OF = {
  decision: "decisions",
  mention: "mentions",
  question: "mentions",
  assigned: "assigned",
  watched: "watched",
  review: "reviews",
  notice: "reviews",
  warning: "reviews",
} as const satisfies Record<Category, Pile>;

export function pileOf(category: Category): Pile {
  return PILE_OF[category];
}

interface Meaning {
  category: Category;
  /** It is asked of this person alone: who mutes the thing hears of it all the same. */
  personal?: true;
  /** Told by a mail of its own, at once; the bundle leaves it out. Of a decision only who asked is mailed. */
  mail?: { kind: MailKind; butOwner?: true };
}

const MEANINGS = {
  mentioned: { category: "mention", personal: true, mail: { kind: "mention" } },
  client_wrote: { category: "mention", mail: { kind: "clientWords" } },
  named: { category: "mention", personal: true, mail: { kind: "mention" } },
  replied: { category: "mention" },
  checked_in: { category: "question" },
  question_asked: { category: "mention" },
  decided: { category: "decision", mail: { kind: "decided", butOwner: true } },
  changes_requested: { category: "decision", mail: { kind: "decided", butOwner: true } },
  taken_back: { category: "decision" },
  unanswered: { category: "decision", personal: true },
  answered: { category: "decision", personal: true, mail: { kind: "requestNews", butOwner: true } },
  wished: { category: "decision", personal: true, mail: { kind: "clientWords" } },
  wish_waits: { category: "decision", personal: true },
  proposed: { category: "decision", personal: true },
  counter_agreed: { category: "decision" },
  message: { category: "notice" },
  notice: { category: "notice", mail: { kind: "notice" } },
  review_due: { category: "review" },
  review_overdue: { category: "review" },
  warned: { category: "warning" },
  approval_offered: { category: "decision", personal: true },
  still_blocked: { category: "warning" },
  untouched: { category: "warning" },
  due_not_begun: { category: "warning" },
  estimate_missing: { category: "assigned" },
  owner: { category: "assigned" },
  lead: { category: "assigned" },
  assigned: { category: "assigned" },
  watched_talk: { category: "watched" },
  watched_done: { category: "watched" },
  watched_dates: { category: "watched" },
} as const satisfies Record<string, Meaning>;

export type Reason = keyof typeof MEANINGS;
export const REASONS = Object.keys(MEANINGS).filter((key): key is Reason => key in MEANINGS);

export function meaningOf(reason: Reason): Meaning {
  return MEANINGS[reason];
}
