import { firstMinuteOf, fromEpochDay, toEpochDay } from "@milepost/planning";

/** MS Project counts lags, delays and slack in tenths of a minute. */
export const TENTHS = 10;

/**
 * The minute of a moment such as `2014-10-17T08:00:00`, counted from 1970 in the plan's own time; seconds are cut off.
 * @example minuteOf("1970-01-02T00:01:30") // 1441
 */
export function minuteOf(moment: string): number {
  return firstMinuteOf(toEpochDay(moment.slice(0, 10))) + minuteOfDay(moment.slice(11));
}

/** The same, of text that may be missing. */
export function minuteIfAny(moment: string | undefined): number | undefined {
  return moment === undefined ? undefined : minuteOf(moment);
}

/** @example momentOf(1441) // "1970-01-02T00:01:00" */
export function momentOf(minute: number): string {
  const day = Math.floor(minute / 1440);
  return `${fromEpochDay(day)}T${clockOf(minute - day * 1440)}`;
}

/** @example minuteOfDay("08:30:00") // 510 */
export function minuteOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** @example clockOf(510) // "08:30:00" */
export function clockOf(minute: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}:00`;
}

/** @example minutesIn("PT8H30M0S") // 510 */
export function minutesIn(span: string | undefined): number {
  const [, days, hours, minutes] = /^P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?/.exec(span ?? "") ?? [];
  return Number(days ?? 0) * 1440 + Number(hours ?? 0) * 60 + Number(minutes ?? 0);
}

/** @example spanOf(510) // "PT8H30M0S" */
export function spanOf(minutes: number): string {
  return `PT${Math.floor(minutes / 60)}H${minutes % 60}M0S`;
}

/** Formats of durations and lags that count day and night: elapsed minutes, hours, days, weeks, months, percent, and all of them as estimates. */
const ELAPSED_FORMATS = new Set([4, 6, 8, 10, 12, 20, 36, 38, 40, 42, 44, 52]);
const PERCENT_FORMATS = new Set([19, 20, 51, 52]);

export function isElapsed(format: number | undefined): boolean {
  return format !== undefined && ELAPSED_FORMATS.has(format);
}

export function isPercent(format: number | undefined): boolean {
  return format !== undefined && PERCENT_FORMATS.has(format);
}

export function dayOf(moment: string): number {
  return toEpochDay(moment.slice(0, 10));
}
