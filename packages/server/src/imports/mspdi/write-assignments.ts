import {
  type Assignee,
  type Calendar,
  createCalendar,
  type PlanTask,
  type ScheduledTask,
  type TaskPlan,
} from "@milepost/planning";
import { momentOf, spanOf, TENTHS } from "./mspdi-values.ts";
import type { PlanUids } from "./write-tasks.ts";

/** In the place of a resource: nobody. */
const NOBODY = -65_535;
/** A contour drawn by hand. */
const UNEVEN = 8;

type Dates = ReadonlyMap<string, ScheduledTask>;

/** Who works on what, and the breaks in what nobody is assigned to. */
export function writeAssignments(plan: TaskPlan, dates: Dates, uids: PlanUids) {
  const ready = calendarsOf(plan);
  const calendarOfPerson = new Map(plan.people.map(({ id, calendarId }) => [id, calendarId]));
  const rows = plan.tasks.flatMap((task) => {
    const TaskUID = uids.tasks.of(task.id);
    const startAt = dates.get(task.id)?.startAt ?? 0;
    const assigned = (task.assignees ?? []).map((assignee) => ({
      TaskUID,
      ResourceUID: uids.people.of(assignee.personId),
      ...assignmentOf(assignee, startAt, ready(calendarOfPerson.get(assignee.personId))),
    }));
    const { pauses } = task;
    if (pauses === undefined || pauses.length === 0) return assigned;
    const spells = spellsOf(task, startAt, ready(task.calendarId));
    return [
      ...assigned,
      {
        TaskUID,
        ResourceUID: NOBODY,
        Units: 1,
        Work: spanOf(0),
        WorkContour: UNEVEN,
        TimephasedData: spells,
      },
    ];
  });
  return rows.map((row, i) => ({ UID: i + 1, ...row }));
}

function calendarsOf(plan: TaskPlan): (id: string | undefined) => Calendar {
  const ready = new Map(plan.calendars.map((spec) => [spec.id, createCalendar(spec)]));
  const none = createCalendar({ week: {} });
  return (id = plan.project.calendarId) => ready.get(id) ?? none;
}

function assignmentOf(
  { percent, effort, duration, delay }: Assignee,
  startAt: number,
  { minutes }: Calendar,
) {
  const begins = minutes.worked(startAt) + (delay ?? 0);
  return {
    ...(delay === undefined ? {} : { Delay: delay * TENTHS }),
    ...(duration === undefined
      ? {}
      : { Finish: momentOf(minutes.finishAt(begins + duration)), Start: momentOf(minutes.startAt(begins)) }),
    Units: percent / 100,
    Work: spanOf(effort ?? 0),
    WorkContour: duration === undefined ? 0 : UNEVEN,
  };
}

/** Spells of work and of rest in turn, on the task's calendar. */
function spellsOf({ duration, pauses }: PlanTask, startAt: number, { minutes }: Calendar) {
  const begin = minutes.worked(startAt);
  let at = begin;
  let worked = 0;
  const spell = (length: number, busy: boolean) => {
    const Start = momentOf(minutes.startAt(at));
    at += length;
    return {
      Type: 1,
      Start,
      Finish: momentOf(minutes.finishAt(at)),
      Unit: 2,
      Value: spanOf(busy ? length : 0),
    };
  };
  const spells = (pauses ?? []).flatMap((pause) => {
    const before = pause.after - worked;
    worked = pause.after;
    return [spell(before, true), spell(pause.minutes, false)];
  });
  return [...spells, spell((duration?.minutes ?? worked) - worked, true)];
}
