import type { ScheduledTask, TaskPlan, TaskSchedule } from "@milepost/planning";
import { XMLBuilder } from "fast-xml-parser";
import { momentOf } from "./mspdi-values.ts";
import { Uids } from "./uids.ts";
import { writeAssignments } from "./write-assignments.ts";
import { writeCalendars } from "./write-calendars.ts";
import { writeTasks } from "./write-tasks.ts";

export type Scheduled = Extract<TaskSchedule, { ok: true }>;

/**
 * Writes a plan with its dates as MS Project's XML (MSPDI); moments go out as they are, in the plan's own time. Ids that are numbers
 * stay, others are numbered. What the format cannot say is left out: zones, and lags on any calendar but the successor's or 24 hours.
 */
export function writeMspdi(plan: TaskPlan, schedule: Scheduled): string {
  const uids = {
    calendars: new Uids(plan.calendars),
    people: new Uids(plan.people),
    tasks: new Uids(plan.tasks),
  };
  const dates = new Map(schedule.tasks.map((task): [string, ScheduledTask] => [task.id, task]));
  const project = {
    ...headOf(plan, schedule),
    CalendarUID: uids.calendars.of(plan.project.calendarId),
    Calendars: { Calendar: writeCalendars(plan, uids.calendars) },
    Tasks: { Task: writeTasks(plan, dates, uids) },
    Resources: {
      Resource: plan.people.map(({ id, name, calendarId }) => ({
        UID: uids.people.of(id),
        ID: uids.people.of(id),
        ...(name === undefined ? {} : { Name: name }),
        Type: 1,
        CalendarUID: uids.calendars.of(calendarId),
      })),
    },
    Assignments: { Assignment: writeAssignments(plan, dates, uids) },
  };
  const builder = new XMLBuilder({ format: true, ignoreAttributes: false, suppressEmptyNode: true });
  return builder.build({
    "?xml": { "@_version": "1.0", "@_encoding": "UTF-8", "@_standalone": "yes" },
    Project: { "@_xmlns": "http://schemas.microsoft.com/project", ...project },
  });
}

function headOf({ project }: TaskPlan, schedule: Scheduled) {
  const { name, from, statusAt } = project;
  return {
    SaveVersion: 14,
    ...(name === undefined ? {} : { Title: name }),
    ScheduleFromStart: from === "start" ? 1 : 0,
    ...momentIfAny("StartDate", project.startAt ?? schedule.startAt),
    ...momentIfAny("FinishDate", project.finishAt ?? schedule.finishAt),
    ...momentIfAny("StatusDate", statusAt),
  };
}

function momentIfAny(element: string, at: number | undefined) {
  return at === undefined ? {} : { [element]: momentOf(at) };
}
