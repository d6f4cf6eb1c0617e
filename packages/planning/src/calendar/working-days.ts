import type { CivilDate } from "../plan.ts";
import type { Calendar } from "./calendar.ts";
import { firstMinuteOf, fromEpochDay, toEpochDay } from "./civil-date.ts";

/**
 * Is anything worked on this day?
 * @example isWorkingDay(calendar, '2026-05-10') // false, a Sunday
 */
export function isWorkingDay(calendar: Calendar, date: CivilDate): boolean {
  return calendar.isWorking(toEpochDay(date));
}

/**
 * The date itself when it is worked, else the next day that is.
 * @example nextWorkingDay(calendar, '2026-05-10') // '2026-05-11'
 */
export function nextWorkingDay(calendar: Calendar, date: CivilDate): CivilDate {
  return fromEpochDay(workingDayFrom(calendar, toEpochDay(date)));
}

/** {@link nextWorkingDay} on day numbers. */
export function workingDayFrom(calendar: Calendar, day: number): number {
  return calendar.days.startAt(calendar.days.worked(day));
}

/**
 * The date itself when it is worked, else the last day before it that is.
 * @example previousWorkingDay(calendar, '2026-05-10') // '2026-05-08'
 */
export function previousWorkingDay(calendar: Calendar, date: CivilDate): CivilDate {
  const { days } = calendar;
  return fromEpochDay(days.startAt(days.worked(toEpochDay(date) + 1) - 1));
}

/**
 * The n-th working day after a date, before it when `n` is negative, the date itself when `n` is 0.
 * @example addWorkingDays(calendar, '2026-05-08', 1) // '2026-05-11', Friday to Monday
 */
export function addWorkingDays(calendar: Calendar, date: CivilDate, n: number): CivilDate {
  const { days } = calendar;
  const day = toEpochDay(date);
  if (n === 0) return date;
  return fromEpochDay(
    n > 0 ? days.startAt(days.worked(day + 1) + n - 1) : days.startAt(days.worked(day) + n),
  );
}

/**
 * How many working days later one date is than another: the days after `from` up to and including `to`; negative when `to` is
 * earlier. This is how a slip is counted.
 * @example workingDaysBetween(calendar, '2026-05-08', '2026-05-11') // 1
 */
export function workingDaysBetween(calendar: Calendar, from: CivilDate, to: CivilDate): number {
  const { days } = calendar;
  return days.worked(toEpochDay(to) + 1) - days.worked(toEpochDay(from) + 1);
}

/**
 * The length of a work window in working days, both ends included; 0 when it ends before it starts.
 * @example windowLength(calendar, '2026-05-11', '2026-05-15') // 5
 */
export function windowLength(calendar: Calendar, startOn: CivilDate, targetOn: CivilDate): number {
  return daysInWindow(calendar, toEpochDay(startOn), toEpochDay(targetOn));
}

/** {@link windowLength} on day numbers. */
export function daysInWindow(calendar: Calendar, start: number, target: number): number {
  return Math.max(0, calendar.days.worked(target + 1) - calendar.days.worked(start));
}

/**
 * The working minutes of a work window, both days included; 0 when it ends before it starts.
 * @example workingMinutesBetween(calendar, '2026-05-11', '2026-05-15') // 2400
 */
export function workingMinutesBetween(calendar: Calendar, startOn: CivilDate, targetOn: CivilDate): number {
  const { minutes } = calendar;
  const start = minutes.worked(firstMinuteOf(toEpochDay(startOn)));
  return Math.max(0, minutes.worked(firstMinuteOf(toEpochDay(targetOn) + 1)) - start);
}
