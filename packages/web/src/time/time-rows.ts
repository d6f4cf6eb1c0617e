import { addDays } from "../lib/dates.ts";
import type { TimeEntry } from "./time.api.ts";

export interface CardName {
  id: string;
  ref: string;
  title: string;
}

export interface TimeRow {
  key: string;
  cardId: string;
  /** Null where whoever looks does not see the card any more. */
  card: CardName | null;
  personId: string;
  /** What stands on each day of the week, Monday first. */
  days: readonly (readonly TimeEntry[])[];
  minutes: number;
}

export const WEEK = [0, 1, 2, 3, 4, 5, 6] as const;

/** A line a card and person, in the order of the cards; cards that were asked for have one from the start. */
export function rowsOf(
  entries: readonly TimeEntry[],
  { monday, wanted, me }: { monday: string; wanted: readonly CardName[]; me: string },
): TimeRow[] {
  const found = new Map<
    string,
    { cardId: string; card: CardName | null; personId: string; entries: TimeEntry[] }
  >();
  for (const card of wanted)
    found.set(`${card.id} ${me}`, { cardId: card.id, card, personId: me, entries: [] });
  for (const entry of entries) {
    const { cardId, card, personId } = entry;
    const key = `${cardId} ${personId}`;
    const row = found.get(key) ?? { cardId, card, personId, entries: [] };
    row.entries.push(entry);
    found.set(key, row);
  }
  const rows = [...found].map(([key, { cardId, card, personId, entries: own }]) => ({
    key,
    cardId,
    card,
    personId,
    days: WEEK.map((at) => own.filter(({ onDate }) => onDate === addDays(monday, at))),
    minutes: sumOf(own),
  }));
  const byRef = new Intl.Collator("en", { numeric: true });
  // What nobody can open stands last.
  return rows.toSorted((one, other) => {
    if (!one.card || !other.card) return Number(!one.card) - Number(!other.card);
    return byRef.compare(one.card.ref, other.card.ref);
  });
}

export function sumOf(entries: readonly { minutes: number }[]): number {
  return entries.reduce((sum, { minutes }) => sum + minutes, 0);
}
