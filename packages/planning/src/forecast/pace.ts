import { createCalendar } from "../calendar/calendar.ts";
import { toEpochDay } from "../calendar/civil-date.ts";
import type { CalendarSpec, CivilDate } from "../plan.ts";
import type { DurationTable } from "./duration-table.ts";
import type { Draws } from "./network-input.ts";
import { forecastThroughput } from "./throughput-forecast.ts";

const RECENT_WEEKS = 12;
const DAYS_A_WEEK = 7;

/** How fast cards of a project get done, whatever was estimated. */
export interface Pace {
  /** On average over the last twelve weeks, or over as many as there are. */
  readonly cardsPerWeek: number;
  /** Whole and begun weeks of finished work that it rests on. */
  readonly weeks: number;
  /** Working days until so many cards are done. */
  daysFor(cards: number): DurationTable;
}

/**
 * How fast do cards get done here? Counted from the first finished card on, by working day; what was done on a free day counts for the working day before.
 * `null` where too little is finished to say (see `forecastThroughput`).
 * @param finishedOn a day for each finished card, in any order
 * @example paceOf(finishedOn, { week: DEFAULT_WEEK }, "2026-05-12", { samples: 1_000, seed: 7 })?.daysFor(20).at(0.8)
 */
export function paceOf(
  finishedOn: readonly CivilDate[],
  calendar: CalendarSpec,
  today: CivilDate,
  draws: Draws,
): Pace | null {
  const base = toEpochDay(today);
  const days = finishedOn.map(toEpochDay).filter((day) => day < base);
  const first = days.reduce((least, day) => Math.min(least, day), base);
  const donePerDay = donePerWorkingDay(days, first, base, calendar);
  if (forecastThroughput(donePerDay, 1, { ...draws, samples: 1 })?.basis !== "history") return null;
  const weeks = Math.ceil((base - first) / DAYS_A_WEEK);
  const recent = Math.min(RECENT_WEEKS, weeks);
  const known = new Map<number, DurationTable>();
  return {
    cardsPerWeek: days.filter((day) => day >= base - recent * DAYS_A_WEEK).length / recent,
    weeks,
    daysFor(cards) {
      const table = known.get(cards) ?? forecastThroughput(donePerDay, cards, draws)?.days;
      if (table === undefined) throw new Error("a pace has finished cards");
      known.set(cards, table);
      return table;
    },
  };
}

function donePerWorkingDay(
  done: readonly number[],
  first: number,
  today: number,
  spec: CalendarSpec,
): number[] {
  const { days } = createCalendar(spec);
  const before = days.worked(first);
  const counts = new Array<number>(Math.max(0, days.worked(today) - before)).fill(0);
  for (const day of done) {
    const place = Math.max(0, days.worked(day + 1) - 1 - before);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}
