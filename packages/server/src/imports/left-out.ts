import type { LeftOut } from "./imported-board.ts";

const WORDS = {
  stickers: "stickers on cards",
  votes: "votes on cards",
  covers: "cover colours and pictures",
  locations: "locations of cards",
  templates: "template cards",
  mirrors: "mirrored, link and separator cards",
  powerUps: "data of power-ups",
  reminders: "reminders of due dates",
  itemDates: "due dates of checklist items",
  itemPeople: "people on checklist items",
  badLinks: "attachments without a web address",
  uploads: "files that stay with Trello (their links were kept; they open only for people signed in there)",
  orphanComments: "comments on cards that are not in the file",
  orphanCards: "cards of lists that are not in the file",
  orphanParts: "checklists of cards that are not in the file",
  shortened: "long titles, shortened; the whole title stands in the card's text",
  cutTexts: "texts that were too long, cut",
  history: "entries of Trello's activity log",
  unmatched: "people without a match here, named in the text of their cards",
  skippedLists: "lists that you chose to skip",
  skippedCards: "cards of skipped lists",
  emptyValues: "custom field values that could not be read",
} as const;

export type Omission = keyof typeof WORDS;

/** Counts what does not come along, so that the report can name all of it. */
export class Omissions {
  readonly #counts = new Map<Omission, number>();

  add(what: Omission, count = 1): void {
    if (count > 0) this.#counts.set(what, (this.#counts.get(what) ?? 0) + count);
  }

  list(): LeftOut[] {
    return [...this.#counts].map(([what, count]) => ({ what, words: WORDS[what], count }));
  }
}
