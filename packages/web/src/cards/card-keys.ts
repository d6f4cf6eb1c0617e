import type { Key } from "../lib/keyboard.ts";

export type CardField =
  | "title"
  | "column"
  | "people"
  | "labels"
  | "dates"
  | "estimate"
  | "milestone"
  | "time";

const FIELDS: [string, CardField, string][] = [
  ["t", "title", "Title"],
  ["s", "column", "Column"],
  ["a", "people", "People"],
  ["l", "labels", "Labels"],
  ["d", "dates", "Dates"],
  ["e", "estimate", "Estimate"],
  ["v", "milestone", "Milestone"],
  ["o", "time", "Write down time"],
];

/** The board's letters on an opened card: each goes to its field; one says whether to hear of it. */
export const FIELD_KEYS: readonly Key[] = [
  ...FIELDS.map(([keys, field, label]) => ({ keys, label, run: () => goTo(field) })),
  {
    keys: "w",
    label: "Watch, or no longer",
    run: () => document.querySelector<HTMLElement>("[data-card-watch]")?.click(),
  },
  {
    keys: "shift+o",
    label: "Start or stop your clock",
    run: () => document.querySelector<HTMLElement>('[data-card-field="time"] [data-clock]')?.click(),
  },
];

const ENTRIES = ["[data-autofocus]", "input, select, textarea", "summary"];

function goTo(field: CardField): void {
  const place = document.querySelector<HTMLElement>(`[data-card-field="${field}"]`);
  const folded = place?.querySelector("details");
  if (folded) folded.open = true;
  const entry = ENTRIES.map((each) => place?.querySelector<HTMLElement>(each)).find(Boolean);
  entry?.focus();
}
