import { type Found, findSchedule, type Prepared } from "./find-schedule.ts";
import type { TaskPlanRefusal } from "./plan-refusals.ts";
import { leafDates, type ScheduledTask } from "./scheduled-task.ts";
import { summaryDates } from "./summary-dates.ts";
import type { TaskPlan } from "./task-plan.ts";

export type TaskSchedule =
  | {
      readonly ok: true;
      /** Tasks that take part, summaries among them, in the plan's order. */
      readonly tasks: readonly ScheduledTask[];
      readonly startAt: number;
      readonly finishAt: number;
      /** One chain of tasks that decides the finish, each held by the one before it. */
      readonly longestPath: readonly string[];
    }
  | TaskPlanRefusal;

/**
 * When does each task happen, how late could it, and why then? The critical path method on the calendars of tasks and people, with the
 * rules of MS Project where there is more than one: a task with predecessors goes where they lead, even before the project's start; hard
 * constraints win over links and show in the slack of what is before them; slack is counted on the task's calendar, else the project's,
 * and is the smaller of that of the start and that of the finish.
 * @example
 * scheduleTasks({
 *   project: { from: "start", startAt: 0, calendarId: "c" },
 *   calendars: [{ id: "c", week: DEFAULT_WEEK }],
 *   people: [],
 *   tasks: [{ id: "a", duration: { minutes: 480 } }],
 *   links: [],
 * }) // { ok: true, tasks: [{ id: "a", startAt: 540, finishAt: 1020, totalSlack: 0, ... }], ... }
 */
export function scheduleTasks(plan: TaskPlan): TaskSchedule {
  const found = findSchedule(plan);
  return found.ok ? answer(found) : found;
}

function answer(found: Found & Prepared): TaskSchedule {
  const { plan, tree, calendars, path, network, floor } = found;
  const byId = new Map(tree.leaves.map((task) => [task.id, leafDates(task, found, plan.project.from)]));
  for (const summary of tree.summaries) {
    const parts = tree.children(summary.id).flatMap(({ id }) => byId.get(id) ?? []);
    const dates = summaryDates(summary, parts, found, calendars);
    if (dates !== undefined) byId.set(summary.id, dates);
  }
  const tasks = plan.tasks.flatMap(({ id }) => byId.get(id) ?? []);
  return {
    ok: true,
    tasks,
    startAt: tasks.reduce((first, { startAt }) => Math.min(first, startAt), Number.POSITIVE_INFINITY),
    finishAt: tasks.length === 0 ? floor : path.end,
    longestPath: [...new Set(path.longestPath().map((node) => network.names[node] ?? ""))].filter(
      (id) => !tree.isSummary(id),
    ),
  };
}
