import { counted } from "../lib/counted.ts";
import { dayText, todayIn } from "../lib/dates.ts";

/** By how much the latest of its dates is later. */
export function daysText(effect: readonly { days: number }[]): string {
  const most = Math.max(0, ...effect.map(({ days }) => days));
  return most === 0 ? "no date moves" : `${counted(most, "working day")} later`;
}

/** The day of an instant where the reader is. */
export function dayOf(instant: string): string {
  return dayText(todayIn(undefined, new Date(instant)));
}
