import type { Trend, TrendMilestone } from "./trend.api.ts";
import { numbersOf, type TrendSearch } from "./trend-search.ts";

/** So many lines can still be told from one another. */
export const MOST_LINES = 12;

/** The lines of the chart, in the order of the plan; where there are few, all of them. */
export function linesShown(milestones: Trend["milestones"], search: TrendSearch): TrendMilestone[] {
  if (milestones.length <= MOST_LINES || search.show === "all") return milestones;
  if (search.show === "choose") {
    const chosen = new Set(numbersOf(search));
    return milestones.filter(({ number }) => chosen.has(number));
  }
  const order = search.show === "next" ? milestones.toSorted(byNext) : milestones.toSorted(byMoved);
  const first = new Set(order.slice(0, MOST_LINES));
  return milestones.filter((milestone) => first.has(milestone));
}

/** Those of these lines that bear a name, where there is room for so many. */
export function linesNamed(lines: readonly TrendMilestone[], room: number): Set<TrendMilestone> {
  return new Set(lines.toSorted(byMoved).slice(0, Math.max(0, room)));
}

/** The furthest moved first; those that have held by what is next. */
function byMoved(one: TrendMilestone, other: TrendMilestone): number {
  return (
    Number(other.moves > 0) - Number(one.moves > 0) ||
    Math.abs(other.slipDays) - Math.abs(one.slipDays) ||
    other.moves - one.moves ||
    byNext(one, other)
  );
}

/** Open ones by their dates, then what is reached, the latest first. */
function byNext(one: TrendMilestone, other: TrendMilestone): number {
  if (one.reachedOn && other.reachedOn) return other.reachedOn.localeCompare(one.reachedOn);
  if (one.reachedOn || other.reachedOn) return one.reachedOn ? 1 : -1;
  return (one.targetOn ?? "9999").localeCompare(other.targetOn ?? "9999") || one.number - other.number;
}
