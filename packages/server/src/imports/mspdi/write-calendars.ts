import {
  type CalendarSpec,
  type MinuteInterval,
  type NamedCalendar,
  type TaskPlan,
  type WeekPattern,
  withoutNightShifts,
} from "@milepost/planning";
import { WEEKDAYS } from "./mspdi-calendars.ts";
import { clockOf } from "./mspdi-values.ts";
import type { Uids } from "./uids.ts";

const MIDNIGHT = 1440;

/** Every calendar as a base calendar, whole. */
export function writeCalendars({ calendars }: TaskPlan, uids: Uids) {
  return calendars.map((calendar) => {
    const spec = hasNightShift(calendar) ? withoutNightShifts(calendar) : calendar;
    return {
      UID: uids.of(calendar.id),
      ...(calendar.name === undefined ? {} : { Name: calendar.name }),
      IsBaseCalendar: 1,
      BaseCalendarUID: -1,
      WeekDays: { WeekDay: writeWeek(spec.week) },
      Exceptions: { Exception: writeExceptions(spec) },
      WorkWeeks: {
        WorkWeek: (spec.workWeeks ?? []).map(({ from, to, week, why }) => ({
          TimePeriod: periodOf(from, to),
          ...(why === undefined ? {} : { Name: why }),
          WeekDays: { WeekDay: writeWeek(week) },
        })),
      },
    };
  });
}

function hasNightShift({ week, workWeeks, extraDays }: NamedCalendar): boolean {
  const weeks = [week, ...(workWeeks ?? []).map((dated) => dated.week)];
  const lists = [
    ...weeks.flatMap((each) => Object.values(each)),
    ...(extraDays ?? []).map(({ intervals }) => intervals),
  ];
  return lists.some((intervals) => intervals.some(([, to]) => to > MIDNIGHT));
}

function writeWeek(week: WeekPattern) {
  return WEEKDAYS.map((day, i) => ({ DayType: i + 1, ...timesOf(week[day] ?? []) }));
}

function writeExceptions({ daysOff, extraDays }: CalendarSpec) {
  const off = (daysOff ?? []).map(({ from, to, why }) => exceptionOf(from, to, [], why));
  return [...off, ...(extraDays ?? []).map(({ on, intervals }) => exceptionOf(on, on, intervals, undefined))];
}

function exceptionOf(
  from: string,
  to: string,
  intervals: readonly MinuteInterval[],
  why: string | undefined,
) {
  return {
    EnteredByOccurrences: 0,
    TimePeriod: periodOf(from, to),
    ...(why === undefined ? {} : { Name: why }),
    Type: 1,
    ...timesOf(intervals),
  };
}

function periodOf(from: string, to: string) {
  return { FromDate: `${from}T00:00:00`, ToDate: `${to}T23:59:00` };
}

function timesOf(intervals: readonly MinuteInterval[]) {
  if (intervals.length === 0) return { DayWorking: 0 };
  return {
    DayWorking: 1,
    WorkingTimes: {
      WorkingTime: intervals.map(([from, to]) => ({
        FromTime: clockOf(from),
        ToTime: clockOf(to % MIDNIGHT),
      })),
    },
  };
}
