import { Recalculation } from "../schedule/recalculate.ts";
import { type DateReason, reasonsOf } from "./date-reasons.ts";
import { type Found, findSchedule, type Prepared } from "./find-schedule.ts";
import type { TaskPlanRefusal } from "./plan-refusals.ts";
import { leafDates, type ScheduledTask } from "./scheduled-task.ts";
import { summaryDates } from "./summary-dates.ts";
import { taskItem } from "./task-item.ts";
import type { PlanTask, TaskPlan } from "./task-plan.ts";

/** A plan that stays scheduled while it is edited. */
export interface OpenSchedule {
  readonly plan: TaskPlan;
  /** The dates of a task or summary that takes part. */
  task(id: string): ScheduledTask | undefined;
  /** Why it is where it is. */
  reasons(id: string): readonly DateReason[];
  /**
   * Puts another version of a task in its place, and answers with the ids of the leaf tasks whose dates or slack may have changed. Only
   * what the change reaches is calculated again; where links, parents or other tasks' lags depend on what was changed, everything is.
   * A version that makes the plan impossible is refused, and nothing has changed.
   */
  change(task: PlanTask): { readonly ok: true; readonly reached: readonly string[] } | TaskPlanRefusal;
}

/**
 * Schedules a plan as `scheduleTasks` does and keeps it at hand: for a screen on which somebody drags.
 * @example
 * const opened = openSchedule(plan);
 * if (opened.ok) opened.schedule.change({ ...task, duration: { minutes: 960 } }); // { ok: true, reached: ["a", "b"] }
 */
export function openSchedule(
  plan: TaskPlan,
): { readonly ok: true; readonly schedule: OpenSchedule } | TaskPlanRefusal {
  const found = findSchedule(plan);
  return found.ok ? { ok: true, schedule: new Opened(found) } : found;
}

class Opened implements OpenSchedule {
  #found: Found & Prepared;
  #recalculation: Recalculation;
  /** Tasks whose versions in the plan found are out of date. */
  readonly #changed = new Map<string, PlanTask>();
  /** Tasks whose length decides a lag in percent. */
  #measured: ReadonlySet<string>;

  constructor(found: Found & Prepared) {
    this.#found = found;
    this.#recalculation = recalculationOf(found);
    this.#measured = measuredIn(found.plan);
  }

  get plan(): TaskPlan {
    const { plan } = this.#found;
    if (this.#changed.size === 0) return plan;
    return { ...plan, tasks: plan.tasks.map((task) => this.#changed.get(task.id) ?? task) };
  }

  task(id: string): ScheduledTask | undefined {
    const { tree, plan, calendars } = this.#found;
    const task = this.#taskOf(id);
    if (task === undefined || task.active === false) return undefined;
    if (!tree.isSummary(id)) return leafDates(task, this.#found, plan.project.from);
    const parts = tree.children(id).flatMap((child) => this.task(child.id) ?? []);
    return summaryDates(task, parts, this.#found, calendars);
  }

  reasons(id: string): readonly DateReason[] {
    const { tree, network, path, calendars, late, restFrom } = this.#found;
    const task = this.#taskOf(id);
    if (task === undefined || task.active === false) return [];
    if (tree.isSummary(id)) return [{ by: "parts", taskIds: this.#outermost(id) }];
    const node = network.nodes.get(id) ?? -1;
    return reasonsOf(task, node, { network, path, calendars, byId: tree.byId, late, restFrom });
  }

  change(task: PlanTask) {
    const before = this.#taskOf(task.id);
    const reached = before === undefined ? null : this.#replace(before, task);
    if (reached !== null) return { ok: true as const, reached };
    const { plan } = this;
    const tasks =
      before === undefined
        ? [...plan.tasks, task]
        : plan.tasks.map((each) => (each === before ? task : each));
    const found = findSchedule({ ...plan, tasks });
    if (!found.ok) return found;
    this.#found = found;
    this.#recalculation = recalculationOf(found);
    this.#measured = measuredIn(found.plan);
    this.#changed.clear();
    return { ok: true as const, reached: found.tree.leaves.map(({ id }) => id) };
  }

  #taskOf(id: string): PlanTask | undefined {
    return this.#changed.get(id) ?? this.#found.tree.byId.get(id);
  }

  /** The first and the last of the parts of a summary. */
  #outermost(id: string): string[] {
    const summary = this.task(id);
    return this.#found.tree
      .leavesOf(id)
      .filter((leaf) => {
        const dates = this.task(leaf.id);
        return dates?.startAt === summary?.startAt || dates?.finishAt === summary?.finishAt;
      })
      .map((leaf) => leaf.id);
  }

  #replace(before: PlanTask, after: PlanTask): string[] | null {
    const { network, calendars } = this.#found;
    const node = network.nodes.get(after.id);
    const setting = network.settings.get(after.id);
    if (node === undefined || setting === undefined || !this.#isAlone(before, after)) return null;
    this.#changed.set(after.id, after);
    const item = taskItem(after, calendars, setting);
    return this.#recalculation.replace(node, item).flatMap((each) => {
      const name = network.names[each] ?? "";
      return network.nodes.get(name) === each ? [name] : [];
    });
  }

  /** Does the change concern nothing but the task itself? */
  #isAlone(before: PlanTask, after: PlanTask): boolean {
    const { plan, tree, late } = this.#found;
    return (
      plan.project.from === "start" &&
      late.size === 0 &&
      !this.#measured.has(after.id) &&
      !tree.isSummary(after.id) &&
      after.constraint?.kind !== "ALAP" &&
      SHARED.every((key) => before[key] === after[key]) &&
      (before.manual === undefined) === (after.manual === undefined) &&
      (before.progress === undefined) === (after.progress === undefined) &&
      before.progress?.finishedAt === after.progress?.finishedAt &&
      samePeople(before, after)
    );
  }
}

/** What more than the task itself depends on. */
const SHARED = ["parentId", "summary", "active", "delay", "calendarId"] as const;

function samePeople(before: PlanTask, after: PlanTask): boolean {
  const ids = (task: PlanTask) => JSON.stringify((task.assignees ?? []).map(({ personId }) => personId));
  return before.assignees === after.assignees || ids(before) === ids(after);
}

function measuredIn({ links }: TaskPlan): ReadonlySet<string> {
  return new Set(links.flatMap(({ from, lag }) => (lag !== undefined && "percent" in lag ? [from] : [])));
}

function recalculationOf({ passes, network, order }: Found): Recalculation {
  return new Recalculation(passes, network.items, order);
}
