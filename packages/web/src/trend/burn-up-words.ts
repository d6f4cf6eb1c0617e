import { counted } from "../lib/counted.ts";
import { addDays, dayText, todayIn } from "../lib/dates.ts";
import type { BurnUp, BurnUpPoint } from "./burn-up.api.ts";

export type Count = "cards" | "hours";

export interface Amounts {
  scope: number;
  done: number;
}

const LATELY = 14;
/** More rows than that are a table nobody reads. */
const MOST_ROWS = 30;

/** Cards, or whole hours. */
export function amountsOf(point: BurnUpPoint | undefined, count: Count): Amounts {
  if (!point) return { scope: 0, done: 0 };
  if (count === "cards") return { scope: point.scopeCards, done: point.doneCards };
  return { scope: point.scopeMinutes / 60, done: point.doneMinutes / 60 };
}

/** What held at the end of a day. */
function amountsOn(points: readonly BurnUpPoint[], day: string, count: Count): Amounts {
  return amountsOf(
    points.findLast(({ on }) => on <= day),
    count,
  );
}

/** "18 of 32 cards done (56 %). Since baseline 1 (Tue 12 May) the scope has grown by 4 cards. In the last 14 days ..." */
export function burnUpSentence(
  { points, today }: BurnUp,
  count: Count,
  baseline: { n: number; at: string } | null,
): string {
  const now = amountsOf(points.at(-1), count);
  if (now.scope === 0) return "";
  const before = amountsOn(points, addDays(today, -LATELY), count);
  return [
    `${of(now, count)} done (${Math.floor((100 * now.done) / now.scope)} %).`,
    ...(baseline ? [sinceBaseline(points, now, count, baseline)] : []),
    `In the last ${LATELY} days ${lately(now, before, count)}.`,
  ].join(" ");
}

function of({ done, scope }: Amounts, count: Count): string {
  return `${number(done)} of ${amountText(scope, count)}`;
}

function sinceBaseline(
  points: readonly BurnUpPoint[],
  now: Amounts,
  count: Count,
  { n, at }: { n: number; at: string },
): string {
  const day = todayIn(undefined, new Date(at));
  const grown = Math.round(now.scope - amountsOn(points, day, count).scope);
  const since = `Since baseline ${n} (${dayText(day)}) the scope`;
  if (grown === 0) return `${since} is the same.`;
  return `${since} has ${grown > 0 ? "grown" : "shrunk"} by ${amountText(Math.abs(grown), count)}.`;
}

function lately(now: Amounts, before: Amounts, count: Count): string {
  const done = Math.round(now.done - before.done);
  const added = Math.round(now.scope - before.scope);
  const finished = done > 0 ? `${amountText(done, count)} got done` : "nothing got done";
  if (added === 0) return finished;
  return `${finished} and ${amountText(Math.abs(added), count)} ${added > 0 ? "came in" : "went out"}`;
}

export function amountText(amount: number, count: Count): string {
  return count === "cards" ? counted(amount, "card") : `${number(amount)} h`;
}

function number(amount: number): string {
  return new Intl.NumberFormat(undefined, { maximumFractionDigits: amount < 10 ? 1 : 0 }).format(amount);
}

/** The days for a table: all of them, or where they are many the last of each week. */
export function rowsOf(points: readonly BurnUpPoint[]): BurnUpPoint[] {
  if (points.length <= MOST_ROWS) return [...points];
  const weeks = Map.groupBy(points, ({ on }) => weekOf(on));
  return [...weeks.values()].flatMap((days) => days.slice(-1));
}

/** Weeks since a Monday. */
function weekOf(day: string): number {
  return Math.floor((Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 3) / 7);
}
