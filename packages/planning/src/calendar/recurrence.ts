import type { CivilDate } from "../plan.ts";
import type { Calendar } from "./calendar.ts";
import {
  addDays,
  dayOfMinute,
  daysBetween,
  firstMinuteOf,
  fromEpochDay,
  LAST_DAY,
  toEpochDay,
} from "./civil-date.ts";
import { previousWorkingDay, workingDayFrom } from "./working-days.ts";
import type { Zone } from "./zone.ts";

export const CADENCES = ["weekly", "fortnightly", "monthly", "days", "milestone"] as const;

export type Cadence = (typeof CADENCES)[number];

/** Of what comes back with the calendar alone, whatever the plan says; `workdays` is every working day. */
export const RHYTHMS = ["workdays", "weekly", "fortnightly", "monthly", "days"] as const;

export type Rhythm = (typeof RHYTHMS)[number];

/** What comes back: `days` every so many days, `milestone` on the target day of each open milestone. */
export interface Recurrence {
  readonly cadence: Cadence | Rhythm;
  /** Set where the cadence is `days`. */
  readonly everyDays: number | null;
  /** The first day; it says the weekday, and the day of the month. */
  readonly startsOn: CivilDate;
  /** Minutes of the local day, 600 = 10:00. */
  readonly atMinutes: number;
}

/** What decides which moment a local day and time is. */
export interface LocalTime {
  /** Its transitions reach over the time that is asked about. */
  readonly zone: Zone;
  readonly calendar: Calendar;
  /** Target days of open milestones, in any order; read where the cadence is `milestone`. */
  readonly milestoneDays: readonly CivilDate[];
}

export interface Occurrence {
  /** The day that local calendars show. */
  readonly on: CivilDate;
  /** The minute of UTC since 1970. */
  readonly at: number;
}

/** Reminders leave at 17:00: late enough to say how the day ended, early enough to be read before leaving. */
const EVENING = 17 * 60;

/** Every day is meant where working days are: those off fall on the next working day, which is there once. */
const STEP: Partial<Record<Cadence | Rhythm, number>> = { workdays: 1, weekly: 7, fortnightly: 14 };

/**
 * The first occurrence after a minute of UTC; `null` where nothing more comes, as after the last milestone.
 * The clock time is local: ten o'clock stays ten o'clock when the clocks change. A month without the day has it on its last one. An
 * occurrence on a day off moves to the next working day, because somebody has to be there: "every 10 days" would fall on a Sunday again
 * and again. The count goes on from the day that was meant, so that one holiday moves one occurrence.
 * @example nextOccurrence({ cadence: "monthly", everyDays: null, startsOn: "2026-01-31", atMinutes: 600 }, local, 0)?.on // '2026-02-02', as the 31st is a Saturday
 */
export function nextOccurrence(series: Recurrence, local: LocalTime, after: number): Occurrence | null {
  const days = meantDays(series, local);
  return occurrence(series, local, days(firstAfter(series, local, days, after)));
}

/** The last occurrence at or before a minute of UTC; `null` before the first. As {@link nextOccurrence}. */
export function previousOccurrence(series: Recurrence, local: LocalTime, upTo: number): Occurrence | null {
  const days = meantDays(series, local);
  const next = firstAfter(series, local, days, upTo);
  return next === 0 ? null : occurrence(series, local, days(next - 1));
}

/** The next so many occurrences, each at a moment of its own. */
export function occurrencesAfter(
  series: Recurrence,
  local: LocalTime,
  after: number,
  count: number,
): Occurrence[] {
  const found: Occurrence[] = [];
  for (let from = after; found.length < count; ) {
    const next = nextOccurrence(series, local, from);
    if (next === null) break;
    found.push(next);
    from = next.at;
  }
  return found;
}

/** 17:00 of the last working day before a day, as a minute of UTC: when people are reminded of what happens on it. */
export function eveningBefore(on: CivilDate, { zone, calendar }: Omit<LocalTime, "milestoneDays">): number {
  const before = addDays(on, -1);
  const worked = previousWorkingDay(calendar, before);
  // A calendar without any working day has none before either.
  return minuteOf(zone, daysBetween(worked, before) > 366 || worked > before ? before : worked, EVENING);
}

/**
 * The minute of UTC at which local clocks show a time. A time that the clocks skip is as much later as they jump (02:30 becomes 03:30); one
 * that they show twice is the first of the two.
 *
 * Source: RFC 5545, 3.3.5, local time that does not exist or occurs twice.
 */
export function minuteOf({ transitions }: Zone, on: CivilDate, minutesOfDay: number): number {
  const local = firstMinuteOf(toEpochDay(on)) + minutesOfDay;
  let before = transitions[0]?.offset ?? 0;
  for (const { from, offset } of transitions.slice(1)) {
    // Still shown by the old clock, or skipped by the jump that begins here.
    if (local - before < from || local - offset < from) return local - before;
    before = offset;
  }
  return local - before;
}

/**
 * The most calendar days between two reviews of a series: fixed by its cadence, or the widest gap among the milestones ahead; `null` where
 * none comes.
 * @example daysBetweenReviews({ cadence: "milestone", ... }, ["2026-05-20", "2026-06-10"], "2026-05-12") // 21
 */
export function daysBetweenReviews(
  { cadence, everyDays }: Pick<Recurrence, "cadence" | "everyDays">,
  milestoneDays: readonly CivilDate[],
  today: CivilDate,
): number | null {
  if (cadence === "monthly") return 30;
  if (cadence !== "milestone") return STEP[cadence] ?? everyDays;
  let last = today;
  let widest: number | null = null;
  for (const day of ascending(milestoneDays)) {
    if (day < today) continue;
    widest = Math.max(widest ?? 1, daysBetween(last, day));
    last = day;
  }
  return widest;
}

/** The n-th day that is meant, from 0 on; `null` past the last. */
type MeantDays = (n: number) => number | null;

function meantDays({ cadence, everyDays, startsOn }: Recurrence, { milestoneDays }: LocalTime): MeantDays {
  if (cadence === "milestone") {
    const days = ascending(milestoneDays).filter((day) => day >= startsOn);
    return (n) => {
      const day = days[n];
      return day === undefined ? null : toEpochDay(day);
    };
  }
  if (cadence === "monthly") return (n) => monthsLater(startsOn, n);
  const first = toEpochDay(startsOn);
  const step = STEP[cadence] ?? Math.max(1, everyDays ?? 1);
  return (n) => first + n * step;
}

/** The same day so many months later; the last of the month where it has no such day. */
function monthsLater(from: CivilDate, months: number): number {
  const month = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + months;
  const first = (n: number) =>
    toEpochDay(`${String(Math.floor(n / 12)).padStart(4, "0")}-${String((n % 12) + 1).padStart(2, "0")}-01`);
  return Math.min(first(month) + Number(from.slice(8, 10)) - 1, first(month + 1) - 1);
}

/** The smallest n whose occurrence is after a minute: occurrences never run backwards, so halving finds it. */
function firstAfter(series: Recurrence, local: LocalTime, days: MeantDays, after: number): number {
  const comesAfter = (n: number) => {
    const next = occurrence(series, local, days(n));
    return next === null || next.at > after;
  };
  let high = 1;
  while (!comesAfter(high)) high *= 2;
  let low = 0;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (comesAfter(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function occurrence(
  { atMinutes }: Recurrence,
  { zone, calendar }: LocalTime,
  meant: number | null,
): Occurrence | null {
  if (meant === null || meant > LAST_DAY - 400) return null;
  const worked = workingDayFrom(calendar, meant);
  const at = minuteOf(zone, fromEpochDay(worked >= LAST_DAY ? meant : worked), atMinutes);
  return { on: fromEpochDay(dayOfMinute(at + offsetAt(zone, at))), at };
}

function offsetAt({ transitions }: Zone, at: number): number {
  return (transitions.findLast(({ from }) => from <= at) ?? transitions[0])?.offset ?? 0;
}

function ascending(days: readonly CivilDate[]): CivilDate[] {
  return [...new Set(days)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
