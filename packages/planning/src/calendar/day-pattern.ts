import type { CalendarSpec, MinuteInterval, WeekPattern } from "../plan.ts";
import { fromEpochDay, toEpochDay, weekdayOf } from "./civil-date.ts";

/** The working intervals of one day as a flat list, ascending and apart: from, to, from, to ... */
export type DayEdges = readonly number[];

/** What every day is like: a week that repeats for ever, with exceptional days. */
export interface DayPattern {
  /** The seven weekdays, Monday first. */
  readonly week: readonly DayEdges[];
  readonly exceptions: ReadonlyMap<number, DayEdges>;
}

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

const MIDNIGHT = 1440;

/**
 * Reads a calendar: an extra day wins over a day off, a day off over a dated week, a later dated week over an earlier one and over the
 * usual week. A shift over midnight belongs to the day on which it begins: with that day off, all of it is off.
 */
export function dayPattern(spec: CalendarSpec): DayPattern {
  const week = weekOf(spec.week);
  const exceptions = new Map<number, DayEdges>();
  for (const dated of spec.workWeeks ?? []) {
    const own = weekOf(dated.week);
    forEachDay(dated, (day) => exceptions.set(day, own[weekdayOf(day)] ?? []));
  }
  for (const off of spec.daysOff ?? []) forEachDay(off, (day) => exceptions.set(day, []));
  for (const { on, intervals } of spec.extraDays ?? []) exceptions.set(toEpochDay(on), edgesOf(intervals));
  return cutAtMidnight({ week, exceptions });
}

/**
 * The same calendar said without shifts over midnight: what lies after it stands on the next day.
 * @example withoutNightShifts({ week: { mon: [[1320, 1800]] } }) // { week: { mon: [[1320, 1440]], tue: [[0, 360]] } }
 */
export function withoutNightShifts(spec: CalendarSpec): CalendarSpec {
  const { week, exceptions } = dayPattern(spec);
  return {
    ...(spec.zone === undefined ? {} : { zone: spec.zone }),
    week: Object.fromEntries(
      WEEKDAYS.flatMap((day, i) => (week[i]?.length ? [[day, pairsOf(week[i] ?? [])]] : [])),
    ),
    extraDays: [...exceptions].map(([day, edges]) => ({ on: fromEpochDay(day), intervals: pairsOf(edges) })),
  };
}

/** The intervals of one day. */
export function edgesOn({ week, exceptions }: DayPattern, day: number): DayEdges {
  return exceptions.get(day) ?? week[weekdayOf(day)] ?? [];
}

/** The time that is worked in both patterns. */
export function intersect(a: DayPattern, b: DayPattern): DayPattern {
  const days = new Set([...a.exceptions.keys(), ...b.exceptions.keys()]);
  return {
    week: a.week.map((edges, weekday) => intersectEdges(edges, b.week[weekday] ?? [])),
    exceptions: new Map([...days].map((day) => [day, intersectEdges(edgesOn(a, day), edgesOn(b, day))])),
  };
}

/** Working minutes of a day before its minute `minute`. */
export function minutesUpTo(edges: DayEdges, minute: number): number {
  let sum = 0;
  for (let i = 0; i < edges.length; i += 2) {
    const from = edges[i] ?? 0;
    if (minute <= from) break;
    sum += Math.min(minute, edges[i + 1] ?? 0) - from;
  }
  return sum;
}

export function lengthOf(edges: DayEdges): number {
  return minutesUpTo(edges, MIDNIGHT);
}

/** The minute of the day at which its working minute number `n` begins. */
export function minuteHolding(edges: DayEdges, n: number): number {
  let rest = n;
  for (let i = 0; i < edges.length; i += 2) {
    const from = edges[i] ?? 0;
    const length = (edges[i + 1] ?? 0) - from;
    if (rest < length) return from + rest;
    rest -= length;
  }
  return 0;
}

function weekOf(week: WeekPattern): DayEdges[] {
  return WEEKDAYS.map((day) => edgesOf(week[day] ?? []));
}

/** Intervals in any order; those that touch or overlap become one. */
function edgesOf(intervals: readonly MinuteInterval[]): DayEdges {
  const edges: number[] = [];
  for (const [from, to] of intervals.toSorted((a, b) => a[0] - b[0])) {
    const last = edges.length - 1;
    if (to <= from) continue;
    if (last > 0 && from <= (edges[last] ?? 0)) edges[last] = Math.max(edges[last] ?? 0, to);
    else edges.push(from, to);
  }
  return edges;
}

function forEachDay({ from, to }: { from: string; to: string }, visit: (day: number) => void): void {
  const last = toEpochDay(to);
  for (let day = toEpochDay(from); day <= last; day++) visit(day);
}

function cutAtMidnight({ week, exceptions }: DayPattern): DayPattern {
  const lists = [...week, ...exceptions.values()];
  if (lists.every((edges) => (edges.at(-1) ?? 0) <= MIDNIGHT)) return { week, exceptions };
  const own = (day: number) => edgesOn({ week, exceptions }, day);
  const cut = new Map<number, DayEdges>();
  for (const day of exceptions.keys()) {
    cut.set(day, withSpill(own(day), own(day - 1)));
    cut.set(day + 1, withSpill(own(day + 1), own(day)));
  }
  return { week: week.map((edges, i) => withSpill(edges, week[(i + 6) % 7] ?? [])), exceptions: cut };
}

/** A day with what the shifts of the day before leave for it. */
function withSpill(edges: DayEdges, before: DayEdges): DayEdges {
  const today = pairsOf(edges).map(([from, to]): MinuteInterval => [from, Math.min(to, MIDNIGHT)]);
  const rest = pairsOf(before).map(
    ([from, to]): MinuteInterval => [Math.max(from, MIDNIGHT) - MIDNIGHT, to - MIDNIGHT],
  );
  return edgesOf([...rest, ...today]);
}

function pairsOf(edges: DayEdges): MinuteInterval[] {
  const pairs: MinuteInterval[] = [];
  for (let i = 0; i < edges.length; i += 2) pairs.push([edges[i] ?? 0, edges[i + 1] ?? 0]);
  return pairs;
}

function intersectEdges(a: DayEdges, b: DayEdges): DayEdges {
  return edgesOf(
    pairsOf(a).flatMap(([from, to]) =>
      pairsOf(b).map(([start, end]): MinuteInterval => [Math.max(from, start), Math.min(to, end)]),
    ),
  );
}
