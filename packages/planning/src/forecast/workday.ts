import { weekdayOf } from "../calendar/civil-date.ts";

const PER_WEEK = 5;

/** Days Monday to Friday before this day, counted from the week of 1970-01-01; a weekend has the number of its next Monday. */
export function workdaysBefore(day: number): number {
  const weekday = weekdayOf(day);
  return ((day - weekday + 3) / 7) * PER_WEEK + Math.min(weekday, PER_WEEK);
}

/** The day Monday to Friday before which there are so many. @example dayOfWorkday(workdaysBefore(monday)) // monday */
export function dayOfWorkday(workday: number): number {
  const week = Math.floor(workday / PER_WEEK);
  return week * 7 - 3 + (workday - week * PER_WEEK);
}
