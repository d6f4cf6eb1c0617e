import { type CalendarSpec, personCalendar, projectCalendar } from "@milepost/planning";
import { holidaysOf, weekPattern } from "../milestones/work-calendar.ts";
import type { WorkingPerson } from "./plan-people.store.ts";

/** When somebody works: their own week, country and days off; null where all of it is the workspace's. */
export function calendarOfPerson(
  { week, daysOff, holidays }: WorkingPerson,
  workspace: CalendarSpec,
): CalendarSpec | null {
  const own = weekPattern(week);
  if (own === null && daysOff.length === 0 && holidays === null) return null;
  const theirs = holidays === null ? (workspace.daysOff ?? []) : holidaysOf(holidays);
  return personCalendar(own ?? workspace.week, theirs, daysOff);
}

/** When the client answers: the usual week without the holidays of its country; null where nobody has said which it is. */
export function clientCalendar(
  holidays: WorkingPerson["holidays"],
  workspace: CalendarSpec,
): CalendarSpec | null {
  return holidays === null ? null : projectCalendar(workspace.week, holidaysOf(holidays));
}
