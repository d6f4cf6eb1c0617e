import type { CalendarSpec, DaysOff, MinuteInterval, WeekPattern } from "../plan.ts";
import { dayOfMinute, firstMinuteOf, toEpochDay } from "./civil-date.ts";
import { createDaySums, type DaySums } from "./day-sums.ts";

/**
 * Working time as a measure: how much of it lies before a moment, and the moment at which so much of it is over. A moment is a day
 * number on the day timeline and a minute number on the minute timeline, always the *beginning* of that day or minute.
 */
export interface Timeline {
  /** Working units before the moment; only differences mean something. */
  worked(moment: number): number;
  /** The latest moment with `n` units before it: where the next unit of work starts. */
  startAt(n: number): number;
  /** The earliest moment with `n` units before it: where the last unit of work ends. */
  finishAt(n: number): number;
}

/** A calendar made ready for questions; build it once with {@link createCalendar} and keep it. */
export interface Calendar {
  readonly days: Timeline;
  readonly minutes: Timeline;
  /** Minutes of a usual working day (the median of the week's): what "one day" of lag or effort means in minutes. */
  readonly minutesPerDay: number;
  isWorking(day: number): boolean;
}

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** Monday to Friday, 09:00-17:00: the calendar when nobody has said anything. */
export const DEFAULT_WEEK: WeekPattern = {
  mon: [[540, 1020]],
  tue: [[540, 1020]],
  wed: [[540, 1020]],
  thu: [[540, 1020]],
  fri: [[540, 1020]],
};

const ROUND_THE_CLOCK: readonly MinuteInterval[] = [[0, 1440]];

/** Every minute of every day: the calendar of elapsed time. */
export const ELAPSED: CalendarSpec = {
  week: Object.fromEntries(WEEKDAYS.map((day) => [day, ROUND_THE_CLOCK])),
};

/**
 * The project's calendar: the workspace's week, without its holidays and, where asked, without the client's.
 * @example projectCalendar(DEFAULT_WEEK, [{ from: '2026-12-25', to: '2026-12-25', why: 'Christmas' }])
 */
export function projectCalendar(
  week: WeekPattern,
  holidays: readonly DaysOff[],
  clientHolidays: readonly DaysOff[] = [],
): CalendarSpec {
  return { week, daysOff: [...holidays, ...clientHolidays] };
}

/**
 * A person's calendar: their own week without public holidays and without their days off.
 * @example personCalendar({ mon: [[540, 780]] }, [], [{ from: '2026-05-01', to: '2026-05-05' }])
 */
export function personCalendar(
  week: WeekPattern,
  holidays: readonly DaysOff[],
  daysOff: readonly DaysOff[],
): CalendarSpec {
  return { week, daysOff: [...holidays, ...daysOff] };
}

/**
 * Makes a calendar ready. An extra day wins over a day off, a day off over the week. A week without any working time is allowed:
 * such a calendar answers 9999-12-31 to "when is it done?".
 * @example createCalendar({ week: DEFAULT_WEEK }).isWorking(toEpochDay('2026-05-12')) // true
 */
export function createCalendar(spec: CalendarSpec): Calendar {
  const week = WEEKDAYS.map((day) => edgesOf(spec.week[day] ?? []));
  const exceptions = [...exceptionalDays(spec)].sort(([a], [b]) => a - b);
  const daysOfExceptions = Float64Array.from(exceptions, ([day]) => day);
  const sumsOf = (amount: (edges: readonly number[]) => number) =>
    createDaySums(
      week.map(amount),
      daysOfExceptions,
      Float64Array.from(exceptions, ([, edges]) => amount(edges)),
    );
  const minutes = sumsOf(lengthOf);
  const edgesByKind = [...week, ...exceptions.map(([, edges]) => edges)];
  const startAt = (n: number) => {
    const { day, rest, kind } = minutes.holding(n);
    return firstMinuteOf(day) + minuteHolding(edgesByKind[kind] ?? [], rest);
  };
  return {
    minutesPerDay: median(week.map(lengthOf).filter((length) => length > 0)),
    isWorking: (day) => lengthOf(edgesByKind[minutes.before(day).kind] ?? []) > 0,
    days: dayTimeline(sumsOf((edges) => (lengthOf(edges) > 0 ? 1 : 0))),
    minutes: {
      worked(moment) {
        const day = dayOfMinute(moment);
        const { sum, kind } = minutes.before(day);
        return sum + minutesUpTo(edgesByKind[kind] ?? [], moment - firstMinuteOf(day));
      },
      startAt,
      finishAt: (n) => startAt(n - 1) + 1,
    },
  };
}

function dayTimeline(sums: DaySums): Timeline {
  return {
    worked: (moment) => sums.before(moment).sum,
    startAt: (n) => sums.holding(n).day,
    finishAt: (n) => sums.holding(n - 1).day + 1,
  };
}

/** {@link ELAPSED}, made ready. */
export const ELAPSED_CALENDAR: Calendar = createCalendar(ELAPSED);

/** The intervals of a day as one flat list: from, to, from, to ... */
function edgesOf(intervals: readonly MinuteInterval[]): readonly number[] {
  return intervals.flat();
}

/** The days that differ from their weekday, with their intervals as one flat list. */
export function exceptionalDays(spec: CalendarSpec): Map<number, readonly number[]> {
  const exceptions = new Map<number, readonly number[]>();
  for (const { from, to } of spec.daysOff ?? []) {
    const last = toEpochDay(to);
    for (let day = toEpochDay(from); day <= last; day++) exceptions.set(day, []);
  }
  for (const { on, intervals } of spec.extraDays ?? []) exceptions.set(toEpochDay(on), edgesOf(intervals));
  return exceptions;
}

function lengthOf(edges: readonly number[]): number {
  return minutesUpTo(edges, 1440);
}

/** Working minutes of a day before its minute `minute`. */
function minutesUpTo(edges: readonly number[], minute: number): number {
  let sum = 0;
  for (let i = 0; i < edges.length; i += 2) {
    const from = edges[i] ?? 0;
    if (minute <= from) break;
    sum += Math.min(minute, edges[i + 1] ?? 0) - from;
  }
  return sum;
}

/** The minute of the day at which its working minute number `n` begins. */
function minuteHolding(edges: readonly number[], n: number): number {
  let rest = n;
  for (let i = 0; i < edges.length; i += 2) {
    const from = edges[i] ?? 0;
    const length = (edges[i + 1] ?? 0) - from;
    if (rest < length) return from + rest;
    rest -= length;
  }
  return 0;
}

function median(values: readonly number[]): number {
  const ascending = [...values].sort((a, b) => a - b);
  return ascending[ascending.length >> 1] ?? 480;
}
