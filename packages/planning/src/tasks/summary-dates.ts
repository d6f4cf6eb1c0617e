import type { Found } from "./find-schedule.ts";
import type { ScheduledTask } from "./scheduled-task.ts";
import type { TaskCalendars } from "./task-calendars.ts";
import type { PlanTask } from "./task-plan.ts";

/** A summary lasts from the first start to the last finish below it, early, late and as planned; set by hand it stays. */
export function summaryDates(
  { id, manual, deadlineAt }: PlanTask,
  parts: readonly ScheduledTask[],
  { network, path }: Found,
  calendars: TaskCalendars,
): ScheduledTask | undefined {
  if (parts.length === 0) return undefined;
  const first = (pick: (part: ScheduledTask) => number) => Math.min(...parts.map(pick));
  const last = (pick: (part: ScheduledTask) => number) => Math.max(...parts.map(pick));
  const early = { start: first((part) => part.earlyStartAt), finish: last((part) => part.earlyFinishAt) };
  const late = {
    start: first((part) => part.lateStartAt),
    finish: Math.min(
      last((part) => part.lateFinishAt),
      deadlineAt ?? Number.POSITIVE_INFINITY,
    ),
  };
  const { minutes } = calendars.calendar();
  const between = (from: number, to: number) => minutes.worked(to) - minutes.worked(from);
  const totalSlack = Math.min(between(early.start, late.start), between(early.finish, late.finish));
  const end = network.ends.get(id);
  return {
    id,
    summary: true,
    startAt: manual?.startAt ?? first((part) => part.startAt),
    finishAt: manual?.finishAt ?? last((part) => part.finishAt),
    earlyStartAt: early.start,
    earlyFinishAt: early.finish,
    lateStartAt: late.start,
    lateFinishAt: late.finish,
    totalSlack,
    freeSlack: Math.max(
      0,
      end === undefined ? totalSlack : Math.min(totalSlack, path.freeSlack[end] ?? totalSlack),
    ),
    critical: parts.some(({ critical }) => critical),
  };
}
