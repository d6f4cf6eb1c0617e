import {
  type LocalTime,
  nextOccurrence,
  type Occurrence,
  occurrencesAfter,
  previousOccurrence,
  type Recurrence,
} from "@milepost/planning";
import type { WorkCalendar } from "../milestones/work-calendar.ts";
import { rhythmNamed } from "../projects/rhythm.ts";
import { localTimeOf, minuteOfDate } from "../reviews/occurrences.ts";
import type { RecurringRow } from "./recurring-cards.store.ts";

type Stored = Pick<RecurringRow, "cadence" | "everyDays" | "startsOn" | "atMinutes" | "endsOn">;

/** One rhythm on the clock and the calendar of its workspace. */
export interface Turns {
  /** The first after now, within its end. */
  next: Occurrence | null;
  /** The last that has come, within its end. */
  last: Occurrence | null;
  /** So many that lie ahead. */
  ahead: (count: number) => Occurrence[];
}

export function turnsOf(stored: Stored, work: WorkCalendar, now: Date): Turns {
  const { everyDays, startsOn, atMinutes } = stored;
  const series: Recurrence = { cadence: rhythmNamed(stored.cadence), everyDays, startsOn, atMinutes };
  const local: LocalTime = localTimeOf(work, { startsOn, milestoneDays: [] }, now);
  const minute = minuteOfDate(now);
  const within = (one: Occurrence | null) => (one && !isOver(stored, one.on) ? one : null);
  return {
    next: within(nextOccurrence(series, local, minute)),
    last: lastWithin(stored, series, local, minute),
    ahead: (count) => occurrencesAfter(series, local, minute, count).filter(({ on }) => !isOver(stored, on)),
  };
}

export function momentOf({ at }: Occurrence): Date {
  return new Date(at * 60_000);
}

/** After an end that passed while nobody was there, the last before it still counts. */
function lastWithin(stored: Stored, series: Recurrence, local: LocalTime, minute: number): Occurrence | null {
  let last = previousOccurrence(series, local, minute);
  while (last && isOver(stored, last.on)) last = previousOccurrence(series, local, last.at - 1);
  return last;
}

function isOver({ endsOn }: Pick<Stored, "endsOn">, on: string): boolean {
  return endsOn !== null && on > endsOn;
}
