import { addDays } from "../../lib/dates.ts";
import { weekOf } from "../../lib/weeks.ts";
import type { Scale } from "./calendar-search.ts";

export const WEEK = 7;

/** The weeks that are shown around a day, each by its days. */
export function weeksAround(day: string, scale: Scale, first: number): string[][] {
  const [start, end] = scale === "week" ? [day, day] : [firstOf(day), lastOf(day)];
  const weeks: string[][] = [];
  for (let week = weekOf(start, first); week <= end; week = addDays(week, WEEK))
    weeks.push(Array.from({ length: WEEK }, (_, at) => addDays(week, at)));
  return weeks;
}

/** The same day one month or week on or back. */
export function stepped(day: string, scale: Scale, step: 1 | -1): string {
  if (scale === "week") return addDays(day, WEEK * step);
  const first = firstOf(day);
  const next = step > 0 ? addDays(lastOf(day), 1) : firstOf(addDays(first, -1));
  const wanted = Number(day.slice(8));
  return `${next.slice(0, 8)}${String(Math.min(wanted, Number(lastOf(next).slice(8)))).padStart(2, "0")}`;
}

function firstOf(day: string): string {
  return `${day.slice(0, 8)}01`;
}

function lastOf(day: string): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
