import { type Calendar, createCalendar, type NamedCalendar, type Pause } from "@milepost/planning";
import type { MspdiProject } from "./mspdi-schema.ts";
import { minuteOf, minutesIn } from "./mspdi-values.ts";

/** The breaks in tasks that nobody is assigned to (split tasks), by UID: spells of working time for which the file has no work. */
export function readPauses(
  project: MspdiProject,
  calendars: readonly NamedCalendar[],
): ReadonlyMap<number, Pause[]> {
  const byId = new Map(calendars.map((spec) => [spec.id, spec]));
  const taskCalendars = new Map(project.Tasks.map(({ UID, CalendarUID }) => [UID, String(CalendarUID)]));
  const pauses = new Map<number, Pause[]>();
  for (const { TaskUID, ResourceUID, WorkContour, TimephasedData } of project.Assignments) {
    if (TaskUID === undefined || (ResourceUID ?? -1) >= 0 || WorkContour !== 8) continue;
    const spec = byId.get(taskCalendars.get(TaskUID) ?? "") ?? byId.get(String(project.CalendarUID));
    if (spec !== undefined) pauses.set(TaskUID, pausesIn(TimephasedData, createCalendar(spec)));
  }
  return pauses;
}

function pausesIn(
  spells: MspdiProject["Assignments"][number]["TimephasedData"],
  { minutes }: Calendar,
): Pause[] {
  const pauses: Pause[] = [];
  let worked = 0;
  let idle = 0;
  for (const { Type, Start, Finish, Value } of spells) {
    if ((Type !== 1 && Type !== 2) || Start === undefined || Finish === undefined) continue;
    const length = minutes.worked(minuteOf(Finish)) - minutes.worked(minuteOf(Start));
    if (length > 0 && minutesIn(Value) === 0) idle += length;
    else if (length > 0) {
      if (idle > 0) pauses.push({ after: worked, minutes: idle });
      idle = 0;
      worked += length;
    }
  }
  return pauses;
}
