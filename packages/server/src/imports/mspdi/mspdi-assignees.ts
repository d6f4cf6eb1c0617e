import { type Assignee, type Calendar, createCalendar, type NamedCalendar } from "@milepost/planning";
import type { MspdiAssignment, MspdiProject, MspdiResource } from "./mspdi-schema.ts";
import { minuteOf, minutesIn, TENTHS } from "./mspdi-values.ts";

/** Resources that work, not material (0) or cost (2). */
export function isWorker({ UID, Type }: MspdiResource): boolean {
  return UID !== undefined && UID > 0 && (Type ?? 1) === 1;
}

/** The average intensity of MS Project's work contours 1 to 7: a contour of 0.6 makes work last 1 / 0.6 times as long. */
const CONTOURS: readonly number[] = [1, 0.6, 0.6, 0.5, 0.5, 0.5, 0.5, 0.7];

/** Who works on each task, by its UID. */
export function readAssignees(
  project: MspdiProject,
  calendars: readonly NamedCalendar[],
): ReadonlyMap<number, Assignee[]> {
  const workers = new Map(project.Resources.filter(isWorker).map((resource) => [resource.UID, resource]));
  const ready = calendarsOnDemand(calendars);
  const byTask = new Map<number, Assignee[]>();
  for (const assignment of project.Assignments) {
    const worker = workers.get(assignment.ResourceUID);
    if (worker === undefined || assignment.TaskUID === undefined) continue;
    const calendar = ready(String(worker.CalendarUID)) ?? ready(String(project.CalendarUID));
    const assignees = byTask.get(assignment.TaskUID) ?? [];
    byTask.set(assignment.TaskUID, [...assignees, assigneeOf(assignment, calendar)]);
  }
  return byTask;
}

function assigneeOf(assignment: MspdiAssignment, calendar: Calendar | undefined): Assignee {
  const effort = minutesIn(assignment.Work);
  const percent = Math.round((assignment.Units ?? 1) * 1e6) / 1e4;
  const duration = unevenDuration(assignment, effort, percent, calendar);
  return {
    personId: String(assignment.ResourceUID),
    percent,
    ...(effort === 0 ? {} : { effort }),
    ...(duration === undefined ? {} : { duration }),
    ...(assignment.Delay ? { delay: Math.round(assignment.Delay / TENTHS) } : {}),
  };
}

/** How long work takes that is not done evenly: by its contour, or where that was drawn by hand or there is overtime, as it stands. */
function unevenDuration(
  { WorkContour, OvertimeWork, Start, Finish }: MspdiAssignment,
  effort: number,
  percent: number,
  calendar: Calendar | undefined,
): number | undefined {
  const contour = CONTOURS[WorkContour ?? 0];
  if (contour === 1 && minutesIn(OvertimeWork) === 0) return undefined;
  if (contour !== undefined && contour !== 1)
    return percent === 0 ? undefined : Math.floor((effort * 100) / percent / contour);
  if (calendar === undefined || Start === undefined || Finish === undefined) return undefined;
  return calendar.minutes.worked(minuteOf(Finish)) - calendar.minutes.worked(minuteOf(Start));
}

function calendarsOnDemand(specs: readonly NamedCalendar[]): (id: string) => Calendar | undefined {
  const byId = new Map(specs.map((spec) => [spec.id, spec]));
  const ready = new Map<string, Calendar>();
  return (id) => {
    const spec = byId.get(id);
    const known = ready.get(id);
    if (known !== undefined || spec === undefined) return known;
    const calendar = createCalendar(spec);
    ready.set(id, calendar);
    return calendar;
  };
}
