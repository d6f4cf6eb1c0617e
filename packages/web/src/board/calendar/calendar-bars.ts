import type { BoardCard } from "../../lib/board-query.ts";
import { daysBetween } from "../../lib/dates.ts";

/** A card in one week: over which of its days it lies, and in which line below the dates. */
export interface Bar {
  card: BoardCard;
  /** 0 is the first day of the week. */
  from: number;
  to: number;
  line: number;
  /** It began before this week, or goes on after it. */
  before: boolean;
  after: boolean;
}

/** Cards on their due day, or from start to due; long ones first, so that they keep a line. */
export function barsOf(week: readonly string[], cards: readonly BoardCard[]): Bar[] {
  const [first = "", last = ""] = [week[0], week.at(-1)];
  const lines: number[] = [];
  const found = cards.flatMap((card) => {
    const { dueOn } = card;
    if (!dueOn) return [];
    const startOn = card.startOn && card.startOn < dueOn ? card.startOn : dueOn;
    if (dueOn < first || startOn > last) return [];
    return [{ card, startOn, dueOn }];
  });
  found.sort(
    (one, other) =>
      compare(one.startOn, other.startOn) ||
      compare(other.dueOn, one.dueOn) ||
      compare(one.card.position, other.card.position) ||
      compare(one.card.id, other.card.id),
  );
  return found.map(({ card, startOn, dueOn }) => {
    const from = Math.max(0, daysBetween(first, startOn));
    const to = Math.min(week.length - 1, daysBetween(first, dueOn));
    const free = lines.findIndex((taken) => taken < from);
    const line = free < 0 ? lines.length : free;
    lines[line] = to;
    return { card, from, to, line, before: startOn < first, after: dueOn > last };
  });
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
