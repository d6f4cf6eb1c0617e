import type { CalendarSpec, DaysOff, MinuteInterval, WeekPattern } from "../plan.ts";
import { type DayEdges, type DayPattern, dayPattern, lengthOf, WEEKDAYS } from "./day-pattern.ts";
import { DaySums } from "./day-sums.ts";
import { DayTimeline, MinuteTimeline } from "./local-timelines.ts";
import { CONTINUOUS, type Timeline } from "./timeline.ts";
import { ZonedTimeline } from "./zone.ts";

/** A calendar made ready for questions; build it once with {@link createCalendar} and keep it. */
export interface Calendar {
  readonly days: Timeline;
  readonly minutes: Timeline;
  /** Minutes of a usual working day (the median of the week's): what "one day" of lag or effort means in minutes. */
  readonly minutesPerDay: number;
  isWorking(day: number): boolean;
}

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
 * Makes a calendar ready. An extra day wins over a day off, a day off over a dated week, that over the usual week. A week without any
 * working time is allowed: such a calendar answers 9999-12-31 to "when is it done?". With a zone the minute timeline is asked in minutes
 * of UTC, without one in minutes of the plan's own time; days are local days either way.
 * @example createCalendar({ week: DEFAULT_WEEK }).isWorking(toEpochDay('2026-05-12')) // true
 */
export function createCalendar(spec: CalendarSpec): Calendar {
  const local = calendarOf(dayPattern(spec));
  return spec.zone === undefined ? local : { ...local, minutes: new ZonedTimeline(local.minutes, spec.zone) };
}

/** The calendar of a pattern of days, in local time. */
export function calendarOf({ week, exceptions }: DayPattern): Calendar {
  const special = [...exceptions].sort(([a], [b]) => a - b);
  const specialDays = Float64Array.from(special, ([day]) => day);
  const sumsOf = (amount: (edges: DayEdges) => number) =>
    new DaySums(
      week.map(amount),
      specialDays,
      Float64Array.from(special, ([, edges]) => amount(edges)),
    );
  const minutes = new MinuteTimeline(sumsOf(lengthOf), [...week, ...special.map(([, edges]) => edges)]);
  return {
    minutesPerDay: median(week.map(lengthOf).filter((length) => length > 0)),
    isWorking: (day) => minutes.isWorking(day),
    days: new DayTimeline(sumsOf((edges) => (lengthOf(edges) > 0 ? 1 : 0))),
    minutes,
  };
}

/** {@link ELAPSED}, made ready. */
export const ELAPSED_CALENDAR: Calendar = { ...createCalendar(ELAPSED), minutes: CONTINUOUS };

function median(values: readonly number[]): number {
  const ascending = [...values].sort((a, b) => a - b);
  return ascending[ascending.length >> 1] ?? 480;
}
