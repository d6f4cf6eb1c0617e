import {
  type Allocation,
  addDays,
  type CalendarSpec,
  createCalendar,
  type DaysOff,
  type HalfDay,
  halfDays,
  isWorkingDay,
  type PlanPerson,
  projectCalendar,
  shareOf,
  type WeekPattern,
  type WorkerTime,
  workingTime,
} from "@milepost/planning";
import { holidaysOf, type WorkCalendar, weekPattern } from "../milestones/work-calendar.ts";
import type { HolidayRow, WorkTimes } from "./work-times.store.ts";

/** Before that nobody asks on which day which week held. */
const DAYS_BACK = 731;

export interface CalendarWish {
  /** Null asks for what is left for all projects together. */
  projectId: string | null;
  workspace: CalendarSpec;
  today: string;
}

/**
 * When somebody works for a project: their own weeks, country, days off and what their other commitments leave. The calendar
 * is null where all of it is the workspace's.
 */
export function timeOfPerson(
  times: WorkTimes | undefined,
  { projectId, workspace, today }: CalendarWish,
): Pick<PlanPerson, "calendar" | "percent"> {
  if (!times) return { calendar: null, percent: 100 };
  const allocations = allocationsOf(times);
  const { percent, ...weeks } = workingTime(
    { usual: workspace.week, patterns: patternsOf(times), allocations, since: addDays(today, -DAYS_BACK) },
    (day) => shareOf(allocations, projectId, day),
  );
  const plain = weeks.week === workspace.week && weeks.workWeeks.length === 0;
  if (plain && times.daysOff.length === 0 && times.holidays === null) return { calendar: null, percent };
  const holidays = times.holidays === null ? (workspace.daysOff ?? []) : holidaysOf(times.holidays);
  const spec = { ...weeks, daysOff: [...holidays, ...wholeDaysOff(times)] };
  return { calendar: { ...spec, extraDays: halvesOf(times, spec) }, percent };
}

/** When somebody works at all, and what of it is for which project: what the time that went into cards is measured by. */
export function workerTime(
  times: WorkTimes | undefined,
  { spec, calendar, today }: Pick<WorkCalendar, "spec" | "calendar" | "today">,
): WorkerTime {
  if (!times) return { calendar, allocations: [] };
  const whole = { ...times, allocations: [] };
  const own = timeOfPerson(whole, { projectId: null, workspace: spec, today }).calendar;
  return { calendar: own === null ? calendar : createCalendar(own), allocations: allocationsOf(times) };
}

function allocationsOf({ allocations }: WorkTimes): Allocation[] {
  return allocations.map(({ project, percent, from, to }) => ({ projectId: project, percent, from, to }));
}

/** When the client answers: the usual week without the holidays of its country; null where nobody has said which it is. */
export function clientCalendar(
  holidays: readonly HolidayRow[] | null,
  workspace: CalendarSpec,
): CalendarSpec | null {
  return holidays === null ? null : projectCalendar(workspace.week, holidaysOf(holidays));
}

/** Days as the client counts them: in its own zone, without the holidays of its country, where those are said. */
export function clientDays(
  { holidays, zone }: { holidays: readonly HolidayRow[] | null; zone: string | null },
  work: Pick<WorkCalendar, "spec" | "calendar" | "zone">,
): Pick<WorkCalendar, "calendar" | "zone"> {
  const own = clientCalendar(holidays, work.spec);
  return { calendar: own === null ? work.calendar : createCalendar(own), zone: zone ?? work.zone };
}

function patternsOf({ weeks }: WorkTimes) {
  return weeks.flatMap(
    ({ week, from, to }): { week: WeekPattern; from: string | null; to: string | null }[] => {
      const pattern = weekPattern(week);
      return pattern === null ? [] : [{ week: pattern, from, to }];
    },
  );
}

function wholeDaysOff({ daysOff }: WorkTimes): DaysOff[] {
  return daysOff.filter(({ part }) => part === "day").map(({ from, to }) => ({ from, to }));
}

/** Half days off on days that are worked at all. */
function halvesOf(
  { daysOff }: WorkTimes,
  spec: CalendarSpec & { workWeeks: NonNullable<CalendarSpec["workWeeks"]> },
) {
  const halves = daysOff.flatMap(({ from, part }): HalfDay[] =>
    part === "morning" || part === "afternoon" ? [{ on: from, half: part }] : [],
  );
  if (halves.length === 0) return [];
  const calendar = createCalendar(spec);
  return halfDays(
    spec,
    halves.filter(({ on }) => isWorkingDay(calendar, on)),
  );
}
