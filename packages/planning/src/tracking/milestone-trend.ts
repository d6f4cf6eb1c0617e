import type { Calendar } from "../calendar/calendar.ts";
import { fromEpochDay, toEpochDay } from "../calendar/civil-date.ts";
import { groupBy } from "../grouping.ts";
import type { CivilDate } from "../plan.ts";
import { compareText } from "../schedule/graph.ts";
import { type Slip, slip } from "./slip.ts";
import { classOf, firstWarning, type TrendClass, willSlip } from "./trend-class.ts";
import { leaderOf, type TrendLink } from "./trend-leader.ts";
import { crossing, type DayPoint, movesOf, theilSen } from "./trend-line.ts";

/** What was said about one milestone on one day. Of two reports of a day the later in the list counts. */
export interface TrendReport {
  readonly milestoneId: string;
  readonly on: CivilDate;
  readonly plannedOn: CivilDate;
}

export interface TrendInput {
  /** In any order. Baselines taken later add reports and take none away, so old lines stay. */
  readonly reports: readonly TrendReport[];
  /** By milestone: the day on which it was reached. Later reports do not count. */
  readonly reachedOn?: ReadonlyMap<string, CivilDate>;
  /** Which milestone comes before which; without links any may be the one that another follows. */
  readonly links?: readonly TrendLink[];
}

export interface TrendPoint {
  /** x: the day of the report. */
  readonly on: CivilDate;
  /** y: the day that was planned. A reached line ends on the diagonal, where both are the same. */
  readonly plannedOn: CivilDate;
}

/** Facts for one sentence: "M3 moved 3 times, +14 d; M4 follows it". */
export type TrendFact =
  | { readonly code: "moved"; readonly times: number; readonly slip: Slip }
  | { readonly code: "follows"; readonly milestoneId: string }
  | { readonly code: "will_slip"; readonly since: CivilDate }
  | { readonly code: "reached"; readonly on: CivilDate; readonly slip: Slip };

export interface TrendLine {
  readonly milestoneId: string;
  /** Oldest first. */
  readonly points: readonly TrendPoint[];
  readonly class: TrendClass;
  /** Days by which the date moves each day (Theil-Sen). */
  readonly slope: number;
  readonly reachedOn: CivilDate | null;
  /** Where the line meets the diagonal if it goes on so; the day it was reached; `null` = never at this pace. */
  readonly crossesOn: CivilDate | null;
  /** It will be reached later than it says now. */
  readonly willSlip: boolean;
  /** When that could first be said, even if no longer true. */
  readonly warnedOn: CivilDate | null;
  readonly facts: readonly TrendFact[];
}

export interface MilestoneTrend {
  /** In the order of the dates that they name now. */
  readonly lines: readonly TrendLine[];
  /** The 45-degree line: the days that both axes span; `null` without reports. */
  readonly diagonal: { readonly from: CivilDate; readonly to: CivilDate } | null;
}

/**
 * How did the dates drift from report to report? The data of a milestone trend chart: one line a milestone, report day across, planned
 * day up; rising = later and later, flat = on time, falling = earlier, and a line ends on the diagonal when its milestone is reached.
 *
 * Source: the milestone trend analysis of German project practice (DIN 69900).
 * @example milestoneTrend({ reports }, calendar).lines[0]
 * // { milestoneId: "m3", class: "drifting", slope: 0.5, willSlip: true, facts: [{ code: "moved", times: 3, slip: {...} }], ... }
 */
export function milestoneTrend(
  { reports, reachedOn, links }: TrendInput,
  calendar: Calendar,
): MilestoneTrend {
  const lines = new Map(
    [...groupBy(reports, ({ milestoneId }) => milestoneId)].map(([id, own]) => [
      id,
      pointsOf(own, reachedOn?.get(id) ?? null),
    ]),
  );
  const drawn = [...lines].map(([id, points]) =>
    lineOf(id, points, reachedOn?.get(id) ?? null, leaderOf(id, lines, links ?? null), calendar),
  );
  return { lines: drawn.sort(byPlannedDay), diagonal: diagonalOf([...lines.values()].flat()) };
}

function pointsOf(reports: readonly TrendReport[], reachedOn: CivilDate | null): DayPoint[] {
  const days = new Map(reports.map(({ on, plannedOn }) => [toEpochDay(on), toEpochDay(plannedOn)]));
  const end = reachedOn === null ? null : toEpochDay(reachedOn);
  const points = [...days].map(([on, planned]) => ({ on, planned })).sort((a, b) => a.on - b.on);
  return end === null ? points : points.filter(({ on }) => on < end);
}

function lineOf(
  milestoneId: string,
  points: readonly DayPoint[],
  reachedOn: CivilDate | null,
  leader: string | null,
  calendar: Calendar,
): TrendLine {
  const last = points.at(-1);
  const slope = theilSen(points);
  const meets = last === undefined ? null : crossing(last, slope);
  const warning = firstWarning(points);
  const warnedOn = warning === null ? null : fromEpochDay(warning.on);
  const slipping = reachedOn === null && willSlip(points);
  const drawn = points.map(({ on, planned }) => ({ on: fromEpochDay(on), plannedOn: fromEpochDay(planned) }));
  const ended = reachedOn === null ? drawn : [...drawn, { on: reachedOn, plannedOn: reachedOn }];
  return {
    milestoneId,
    points: ended,
    class: classOf(points),
    slope,
    reachedOn,
    crossesOn: reachedOn ?? (meets === null ? null : fromEpochDay(meets)),
    willSlip: slipping,
    warnedOn,
    facts: [
      ...movedFact(points, calendar),
      ...(leader === null ? [] : [{ code: "follows", milestoneId: leader } as const]),
      ...(slipping && warnedOn !== null ? [{ code: "will_slip", since: warnedOn } as const] : []),
      ...reachedFact(points, reachedOn, calendar),
    ],
  };
}

function movedFact(points: readonly DayPoint[], calendar: Calendar): TrendFact[] {
  const [first, last, times] = [points[0], points.at(-1), movesOf(points).length];
  if (first === undefined || last === undefined || times === 0) return [];
  return [
    { code: "moved", times, slip: slip(calendar, fromEpochDay(first.planned), fromEpochDay(last.planned)) },
  ];
}

function reachedFact(points: readonly DayPoint[], on: CivilDate | null, calendar: Calendar): TrendFact[] {
  const [first] = points;
  if (first === undefined || on === null) return [];
  return [{ code: "reached", on, slip: slip(calendar, fromEpochDay(first.planned), on) }];
}

function byPlannedDay(a: TrendLine, b: TrendLine): number {
  const [dayA, dayB] = [a.points.at(-1)?.plannedOn ?? "", b.points.at(-1)?.plannedOn ?? ""];
  return compareText(dayA, dayB) || compareText(a.milestoneId, b.milestoneId);
}

function diagonalOf(points: readonly DayPoint[]): MilestoneTrend["diagonal"] {
  if (points.length === 0) return null;
  const days = points.flatMap(({ on, planned }) => [on, planned]);
  const [from, to] = days.reduce(
    ([low, high], day) => [Math.min(low, day), Math.max(high, day)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  return { from: fromEpochDay(from ?? 0), to: fromEpochDay(to ?? 0) };
}
