import type { Found } from "./find-schedule.ts";
import type { PlanTask, TaskProject } from "./task-plan.ts";

/** The dates of one task, as moments (see `TaskPlan`), and its slack in working minutes. */
export interface ScheduledTask {
  readonly id: string;
  readonly summary: boolean;
  /** Where it is planned: at its early dates unless it is as late as possible, started, or set by hand. */
  readonly startAt: number;
  readonly finishAt: number;
  readonly earlyStartAt: number;
  readonly earlyFinishAt: number;
  readonly lateStartAt: number;
  readonly lateFinishAt: number;
  /** Total slack (total float), negative where a hard date cannot be kept. */
  readonly totalSlack: number;
  /** Free slack (free float). */
  readonly freeSlack: number;
  /** No slack, and not done. */
  readonly critical: boolean;
}

/** What the critical path says about one task. */
export function leafDates(task: PlanTask, found: Found, from: TaskProject["from"]): ScheduledTask {
  const { network, path, first } = found;
  const node = network.nodes.get(task.id) ?? -1;
  const at = (moments: Float64Array) => moments[node] ?? 0;
  const done = task.progress?.finishedAt !== undefined;
  const late = found.late.has(task.id);
  const totalSlack = from === "finish" ? at(first.totalSlack) : at(path.totalSlack);
  return {
    id: task.id,
    summary: false,
    startAt: at(path.early.startAt),
    finishAt: at(path.early.finishAt),
    earlyStartAt: at(late ? first.early.startAt : path.early.startAt),
    earlyFinishAt: at(late ? first.early.finishAt : path.early.finishAt),
    lateStartAt: task.progress === undefined ? at(path.late.startAt) : task.progress.startedAt,
    lateFinishAt: at(path.late.finishAt),
    totalSlack,
    freeSlack: at(path.freeSlack),
    critical: !done && totalSlack <= 0,
  };
}
