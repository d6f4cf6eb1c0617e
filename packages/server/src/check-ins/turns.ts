import {
  createCalendar,
  type LocalTime,
  nextOccurrence,
  type Occurrence,
  previousOccurrence,
  type Recurrence,
} from "@milepost/planning";
import type { WorkCalendar } from "../milestones/work-calendar.ts";
import { timeOfPerson } from "../plan/people-calendars.ts";
import type { WorkTimes } from "../plan/work-times.store.ts";
import { rhythmNamed } from "../projects/rhythm.ts";
import { localTimeOf, minuteOfDate } from "../reviews/occurrences.ts";
import type { AskedRow, CheckInRow } from "./check-ins.store.ts";

type Common = Pick<CheckInRow, "cadence" | "everyDays" | "startsOn" | "atMinutes">;
type Own = Pick<AskedRow, "cadence" | "everyDays" | "startsOn" | "atMinutes">;

/** Their own schedule, or the project's; an own one is whole. */
export function seriesOf(common: Common, own: Own): Recurrence {
  const { startsOn, atMinutes } = own;
  if (own.cadence === null || startsOn === null || atMinutes === null)
    return { ...common, cadence: rhythmNamed(common.cadence) };
  return { cadence: rhythmNamed(own.cadence), everyDays: own.everyDays, startsOn, atMinutes };
}

/** The clock and the working days of one person. */
export function localTimeOfPerson(
  { zone, times, startsOn }: { zone: string; times: WorkTimes | undefined; startsOn: string },
  { spec, calendar: common, today }: WorkCalendar,
  now: Date,
): LocalTime {
  const own = timeOfPerson(times, { projectId: null, workspace: spec, today }).calendar;
  const calendar = own === null ? common : createCalendar(own);
  return localTimeOf({ zone, calendar }, { startsOn, milestoneDays: [] }, now);
}

export function turnsAround(
  series: Recurrence,
  local: LocalTime,
  now: Date,
): { last: Occurrence | null; next: Occurrence | null } {
  const minute = minuteOfDate(now);
  return {
    last: previousOccurrence(series, local, minute),
    next: nextOccurrence(series, local, minute),
  };
}

export function momentOf({ at }: Occurrence): Date {
  return new Date(at * 60_000);
}
