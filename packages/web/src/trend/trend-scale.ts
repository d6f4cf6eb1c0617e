import { fromEpochDay, toEpochDay } from "@milepost/planning";
import { scaleLinear } from "d3-scale";
import type { TrendMilestone } from "./trend.api.ts";

/** Both axes span the same days, so that the line on which a date is today rises at 45 degrees. */
export interface TrendScale {
  from: string;
  to: string;
  /** Report days go to the right, planned days upwards. */
  x: (day: string) => number;
  y: (day: string) => number;
  months: { day: string; label: string }[];
}

const MARGIN_DAYS = 7;

export function trendScale(
  { milestones, today }: { milestones: readonly TrendMilestone[]; today: string },
  box: { left: number; side: number },
): TrendScale {
  const days = milestones.flatMap(({ points }) => points.flatMap(({ on, targetOn }) => [on, targetOn]));
  const numbers = [...days, today].map(toEpochDay);
  const first = Math.min(...numbers) - MARGIN_DAYS;
  const last = Math.max(...numbers) + MARGIN_DAYS;
  const right = scaleLinear([first, last], [box.left, box.left + box.side]);
  const up = scaleLinear([first, last], [box.side, 0]);
  return {
    from: fromEpochDay(first),
    to: fromEpochDay(last),
    x: (day) => right(toEpochDay(day)),
    y: (day) => up(toEpochDay(day)),
    months: monthsOf(fromEpochDay(first), fromEpochDay(last)),
  };
}

/** The beginnings of months for an axis, eight at most. */
export function monthsOf(from: string, to: string): TrendScale["months"] {
  const months: TrendScale["months"] = [];
  for (let month = next(from); month <= to; month = next(month))
    months.push({ day: month, label: monthName(month) });
  const step = Math.ceil(months.length / 8);
  return months.filter((_, at) => at % step === 0);
}

function next(day: string): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
}

function monthName(day: string): string {
  return new Intl.DateTimeFormat(undefined, { month: "short", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** Labels in the order of their heights, moved apart so that each has its line; above `bottom` as long as they fit there. */
export function apart(
  heights: readonly number[],
  least: number,
  bottom = Number.POSITIVE_INFINITY,
): number[] {
  const order = heights.map((y, at) => ({ y, at })).sort((a, b) => a.y - b.y || a.at - b.at);
  const placed: number[] = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const { y, at } of order) {
    before = Math.max(y, before + least);
    placed[at] = before;
  }
  let after = bottom + least;
  for (const { at } of order.toReversed()) {
    after = Math.min(placed[at] ?? 0, after - least);
    placed[at] = after;
  }
  return placed;
}
