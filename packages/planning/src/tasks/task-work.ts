import { CONTINUOUS, type Timeline } from "../calendar/timeline.ts";
import type { WorkPart } from "../schedule/network.ts";
import type { TaskCalendars } from "./task-calendars.ts";
import type { Assignee, PlanTask } from "./task-plan.ts";

/** How long a task takes, and on which time. */
export interface TaskWork {
  readonly timeline: Timeline;
  readonly duration: number;
  /** One for each person where several share it, or one begins late; else `null`. */
  readonly parts: readonly WorkPart[] | null;
  /** The task's calendar, else the project's: where its slack and the lags of its links are counted. */
  readonly own: Timeline;
}

/**
 * Effort over units on the calendar of each person, or a duration on the task's. A pause is time of its work in which nothing is done.
 * @param share of the work: 1 for all of it, less for what remains
 */
export function workOf(task: PlanTask, calendars: TaskCalendars, share = 1): TaskWork {
  const pauses = share === 1 ? pausesOf(task) : 0;
  if (task.duration?.elapsed) return single(CONTINUOUS, CONTINUOUS, task.duration.minutes * share + pauses);
  const own = calendars.calendar(task.calendarId).minutes;
  const parts = partsOf(task, calendars).map(({ duration, ...part }) => ({
    ...part,
    duration: Math.round(duration * share) + pauses,
  }));
  const [only, ...others] = parts;
  if (only === undefined) return single(own, own, Math.round((task.duration?.minutes ?? 0) * share) + pauses);
  if (others.length === 0 && only.delay === 0) return single(only.timeline, own, only.duration);
  return { timeline: own, duration: 0, parts, own };
}

function single(timeline: Timeline, own: Timeline, duration: number): TaskWork {
  return { timeline, duration, parts: null, own };
}

function partsOf(task: PlanTask, calendars: TaskCalendars): WorkPart[] {
  if (task.type === "fixed-duration") return [];
  const people = (task.assignees ?? []).filter(({ percent }) => percent > 0);
  const together = people.reduce((sum, { percent }) => sum + percent, 0);
  return people.flatMap((person) => {
    const duration = durationOf(person, task, together);
    if (duration === undefined || duration === 0) return [];
    const timeline = calendars.workTime(person.personId, task.calendarId, task.ignoresPeople ?? false);
    return [{ timeline, duration, delay: person.delay ?? 0 }];
  });
}

function durationOf(
  { duration, effort, percent }: Assignee,
  task: PlanTask,
  together: number,
): number | undefined {
  if (duration !== undefined) return duration;
  if (effort !== undefined) return Math.floor((effort * 100) / percent);
  return task.effort === undefined ? undefined : Math.floor((task.effort * 100) / together);
}

function pausesOf({ pauses }: PlanTask): number {
  return (pauses ?? []).reduce((sum, { minutes }) => sum + minutes, 0);
}

/** The minutes of a task's duration, as its calendar or its people count them. */
export function nominalDuration(task: PlanTask, calendars: TaskCalendars): number {
  if (task.duration !== undefined) return task.duration.minutes;
  const { duration, parts } = workOf(task, calendars);
  return parts === null ? duration : Math.max(...parts.map((part) => part.duration));
}
