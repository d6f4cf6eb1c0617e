import type { CivilDate } from "../plan.ts";

/** 9999-12-31, the last day that civil date text can hold: the answer to "when?" where the answer is "never". */
export const LAST_DAY = 2_932_896;

export const MINUTES_PER_DAY = 1440;

/**
 * The number of a civil date, counted from 1970-01-01 = 0.
 * Integer arithmetic on the proleptic Gregorian calendar; the text must be a real date (see {@link isCivilDate}).
 *
 * Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
 * @example toEpochDay('2026-05-12') // 20585
 */
export function toEpochDay(date: CivilDate): number {
  const month = Number(date.slice(5, 7));
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(date.slice(8, 10)) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/**
 * The civil date of a day number: the inverse of {@link toEpochDay}. Days after 9999-12-31 are shown as 9999-12-31.
 *
 * Source: H. Hinnant, as above, `civil_from_days`.
 * @example fromEpochDay(20585) // '2026-05-12'
 */
export function fromEpochDay(day: number): CivilDate {
  const shifted = Math.min(day, LAST_DAY) + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  const dayOfMonth = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const text = year < 1000 ? String(year).padStart(4, "0") : String(year);
  return `${text}-${month < 10 ? "0" : ""}${month}-${dayOfMonth < 10 ? "0" : ""}${dayOfMonth}`;
}

/**
 * Is this text a date that exists, written `YYYY-MM-DD`?
 * @example isCivilDate('2026-02-29') // false
 */
export function isCivilDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && fromEpochDay(toEpochDay(text)) === text;
}

/**
 * The weekday of a day number, Monday = 0 ... Sunday = 6 (ISO 8601 less one).
 * @example weekdayOf(toEpochDay('2026-05-12')) // 1, a Tuesday
 */
export function weekdayOf(day: number): number {
  return day + 3 - 7 * Math.floor((day + 3) / 7);
}

/**
 * The civil date `days` calendar days later (earlier when negative).
 * @example addDays('2026-02-27', 2) // '2026-03-01'
 */
export function addDays(date: CivilDate, days: number): CivilDate {
  return fromEpochDay(toEpochDay(date) + days);
}

/**
 * Calendar days from one date to another, negative when `to` is earlier.
 * @example daysBetween('2026-05-12', '2026-05-19') // 7
 */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return toEpochDay(to) - toEpochDay(from);
}

/** The minute at which a day begins, counted from 1970-01-01T00:00 in the plan's own zone. */
export function firstMinuteOf(day: number): number {
  return day * MINUTES_PER_DAY;
}

/** The day that holds a minute. */
export function dayOfMinute(minute: number): number {
  return Math.floor(minute / MINUTES_PER_DAY);
}
