import type { CivilDate, MinuteInterval, WeekPattern, WorkWeek } from "../plan.ts";
import { addDays } from "./civil-date.ts";

/** A week that holds from a date on, or for a time; `null` = since ever, until further notice. */
export interface DatedWeek {
  readonly week: WeekPattern;
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
}

/** A part of somebody's time that belongs to a project, or with `projectId: null` to something outside. */
export interface Allocation {
  readonly projectId: string | null;
  readonly percent: number;
  readonly from: CivilDate;
  /** The last day; `null` = until further notice. */
  readonly to: CivilDate | null;
}

export interface WorkingTime {
  readonly week: WeekPattern;
  readonly workWeeks: readonly WorkWeek[];
  /** Share of that time, 0-100, where it is the same on every day; else 100, and the weeks hold only what is left of them. */
  readonly percent: number;
}

/**
 * When somebody works: which week holds on which days, and how much of it is for the matter at hand. Of two weeks that hold on one day the
 * one that begins later wins. Days before `since` are not told apart. A share that changes shortens the days from their end.
 * @param shareOn percent of the time that is for this matter on a day, such as {@link shareOf} answers
 * @example workingTime({ usual: DEFAULT_WEEK, patterns: [{ week: part, from: "2026-05-01", to: null }], allocations: [], since: "2026-03-02" }, () => 100)
 * // { week: part, workWeeks: [{ from: "2026-03-02", to: "2026-04-30", week: DEFAULT_WEEK }], percent: 100 }
 */
export function workingTime(
  { usual, patterns, allocations, since }: WorkingTimeInput,
  shareOn: (day: CivilDate) => number,
): WorkingTime {
  const begins = beginnings([...patterns, ...allocations], since);
  const parts = begins.map((from) => ({
    from,
    week: weekOn(patterns, from) ?? usual,
    percent: Math.min(100, Math.max(0, shareOn(from))),
  }));
  const percent = parts[0]?.percent ?? 100;
  const steady = parts.every((part) => part.percent === percent);
  const weeks = parts.map((part) => (steady ? part.week : shortened(part.week, part.percent)));
  const workWeeks = parts.flatMap(({ from }, i): WorkWeek[] => {
    const next = parts[i + 1];
    return next === undefined ? [] : [{ from, to: addDays(next.from, -1), week: weeks[i] ?? {} }];
  });
  const week = weeks.at(-1) ?? usual;
  return {
    week,
    workWeeks: workWeeks.every((each) => each.week === week) ? [] : workWeeks,
    percent: steady ? percent : 100,
  };
}

export interface WorkingTimeInput {
  /** The week where no other holds. */
  readonly usual: WeekPattern;
  readonly patterns: readonly DatedWeek[];
  readonly allocations: readonly Allocation[];
  readonly since: CivilDate;
}

/**
 * How much of somebody's time is for a project on a day, 0-100: what is allocated to it, else what the other allocations leave. Asked
 * with `null`: what is left for all projects together.
 * @example shareOf([{ projectId: null, percent: 50, from: "2026-01-01", to: null }], "p1", "2026-05-04") // 50
 */
export function shareOf(
  allocations: readonly Allocation[],
  projectId: string | null,
  day: CivilDate,
): number {
  const now = allocations.filter((each) => holdsOn(each, day));
  const elsewhere = sumOf(now.filter((each) => each.projectId === null));
  if (projectId === null) return Math.max(0, 100 - elsewhere);
  const own = sumOf(now.filter((each) => each.projectId === projectId));
  return own > 0 ? Math.min(100, own) : Math.max(0, 100 - sumOf(now));
}

/** Days on which more than 100 % of somebody's time is given away. */
export interface OverAllocation {
  readonly from: CivilDate;
  readonly to: CivilDate | null;
  readonly percent: number;
}

/**
 * When is more than all of somebody's time allocated? From `since` on, in order.
 * @example overAllocations([{ projectId: "p1", percent: 60, from: "2026-05-04", to: null }, { projectId: null, percent: 50, from: "2026-01-01", to: null }], "2026-03-02")
 * // [{ from: "2026-05-04", to: null, percent: 110 }]
 */
export function overAllocations(allocations: readonly Allocation[], since: CivilDate): OverAllocation[] {
  const begins = beginnings(allocations, since);
  return begins.flatMap((from, i): OverAllocation[] => {
    const percent = sumOf(allocations.filter((each) => holdsOn(each, from)));
    const next = begins[i + 1];
    return percent > 100 ? [{ from, to: next === undefined ? null : addDays(next, -1), percent }] : [];
  });
}

interface Period {
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
}

/** `since`, and each later day on which something begins or has just ended. */
function beginnings(periods: readonly Period[], since: CivilDate): CivilDate[] {
  const days = periods.flatMap(({ from, to }) => [from ?? since, to === null ? since : addDays(to, 1)]);
  return [...new Set([since, ...days.filter((day) => day > since)])].sort((a, b) => (a < b ? -1 : 1));
}

function weekOn(patterns: readonly DatedWeek[], day: CivilDate): WeekPattern | undefined {
  let latest: DatedWeek | undefined;
  for (const each of patterns)
    if (holdsOn(each, day) && (latest === undefined || (each.from ?? "") >= (latest.from ?? "")))
      latest = each;
  return latest?.week;
}

function holdsOn({ from, to }: Period, day: CivilDate): boolean {
  return (from === null || from <= day) && (to === null || day <= to);
}

function sumOf(allocations: readonly Allocation[]): number {
  return allocations.reduce((sum, { percent }) => sum + percent, 0);
}

function shortened(week: WeekPattern, percent: number): WeekPattern {
  const days = Object.entries(week).map(([day, intervals]) => [day, firstPart(intervals, percent)]);
  return Object.fromEntries(days);
}

/** The first `percent` of a day's working minutes. */
function firstPart(intervals: readonly MinuteInterval[], percent: number): MinuteInterval[] {
  const total = intervals.reduce((sum, [from, to]) => sum + to - from, 0);
  let rest = Math.floor((total * percent) / 100);
  return intervals.flatMap(([from, to]): MinuteInterval[] => {
    const taken = Math.min(rest, to - from);
    rest -= taken;
    return taken > 0 ? [[from, from + taken]] : [];
  });
}
