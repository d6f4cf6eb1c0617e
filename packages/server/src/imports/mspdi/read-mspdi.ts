import { createCalendar, type PlanTask, type TaskPlan, type TaskProject } from "@milepost/planning";
import { isWorker, readAssignees } from "./mspdi-assignees.ts";
import { readCalendars } from "./mspdi-calendars.ts";
import { readPauses } from "./mspdi-pauses.ts";
import type { MspdiProject, MspdiTask } from "./mspdi-schema.ts";
import { readLinks, readTask, type TaskSurroundings } from "./mspdi-tasks.ts";
import { minuteIfAny } from "./mspdi-values.ts";
import { readMspdiXml, unreadable } from "./mspdi-xml.ts";
import { type StatedDates, statedDates } from "./stated-dates.ts";

export interface MspdiPlan {
  readonly plan: TaskPlan;
  /** What the file itself says about its tasks, by their ids. */
  readonly stated: ReadonlyMap<string, StatedDates>;
}

/**
 * Reads a plan from MS Project's XML (MSPDI). Moments are local, as in the file. Refuses, with one sentence, what is no such file.
 * Format: Microsoft, "Project XML Data Interchange Schema Reference".
 */
export function readMspdi(text: string): MspdiPlan {
  const project = readMspdiXml(text);
  const calendars = readCalendars(project);
  const calendarIds = new Set(calendars.map(({ id }) => id));
  const calendarId = String(project.CalendarUID ?? calendars[0]?.id);
  if (!calendarIds.has(calendarId)) throw unreadable("The file has no calendar for its project.");
  const rows = project.Tasks.flatMap((task) =>
    task.IsNull || task.UID === undefined ? [] : [{ task, uid: task.UID }],
  );
  const uids = new Set(rows.map(({ uid }) => uid));
  if (uids.size < rows.length) throw unreadable("The file has two tasks with the same number.");
  const { minutes } = createCalendar(calendars.find(({ id }) => id === calendarId) ?? { week: {} });
  const assignees = readAssignees(project, calendars);
  const pauses = readPauses(project, calendars);
  const parents = parentsOf(rows);
  const above = new Set(parents.values());
  const surroundings = (uid: number): TaskSurroundings => ({
    parentId: parents.get(uid),
    isParent: above.has(String(uid)),
    assignees: assignees.get(uid) ?? [],
    pauses: pauses.get(uid) ?? [],
    isCalendar: (id) => calendarIds.has(id),
    usualConstraint: project.ScheduleFromStart === "0" ? "ALAP" : "ASAP",
    workedBetween: (from, to) => minutes.worked(to) - minutes.worked(from),
  });
  const tasks = rows.map(({ task, uid }): PlanTask => readTask(task, uid, surroundings(uid)));
  return {
    plan: {
      project: projectOf(project, calendarId),
      calendars,
      people: project.Resources.filter(isWorker).map(({ UID, Name, CalendarUID }) => ({
        id: String(UID),
        ...(Name === undefined ? {} : { name: Name }),
        calendarId: calendarIds.has(String(CalendarUID)) ? String(CalendarUID) : calendarId,
      })),
      tasks,
      links: rows.flatMap(({ task, uid }) => readLinks(task, uid, (other) => uids.has(other))),
    },
    stated: new Map(rows.map(({ task, uid }) => [String(uid), statedDates(task)])),
  };
}

/** The task above each, by outline level: rows come in the order of the outline. */
function parentsOf(rows: readonly { task: MspdiTask; uid: number }[]): ReadonlyMap<number, string> {
  const parents = new Map<number, string>();
  const above: { level: number; uid: number }[] = [];
  for (const { task, uid } of rows) {
    const level = task.OutlineLevel ?? 1;
    while ((above.at(-1)?.level ?? -1) >= level) above.pop();
    const parent = above.at(-1);
    if (parent !== undefined) parents.set(uid, String(parent.uid));
    above.push({ level, uid });
  }
  return parents;
}

function projectOf(project: MspdiProject, calendarId: string): TaskProject {
  const name = project.Title ?? project.Name;
  const startAt = minuteIfAny(project.StartDate);
  const finishAt = minuteIfAny(project.FinishDate);
  const statusAt = minuteIfAny(project.StatusDate);
  return {
    ...(name === undefined ? {} : { name }),
    from: project.ScheduleFromStart === "0" ? "finish" : "start",
    ...(startAt === undefined ? {} : { startAt }),
    ...(finishAt === undefined ? {} : { finishAt }),
    calendarId,
    ...(statusAt === undefined ? {} : { statusAt }),
  };
}
