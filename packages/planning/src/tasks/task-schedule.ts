import { refuse } from "../decision.ts";
import { type CriticalPath, criticalPath } from "../schedule/critical-path.ts";
import { shortestCycle, topologicalOrder } from "../schedule/graph.ts";
import type { Span } from "../schedule/network.ts";
import { refusalOf, type TaskPlanRefusal } from "./plan-refusals.ts";
import { leafDates, type ScheduledTask } from "./scheduled-task.ts";
import { summaryDates } from "./summary-dates.ts";
import { TaskCalendars } from "./task-calendars.ts";
import { type NetworkSetting, type TaskArc, type TaskNetwork, taskNetwork } from "./task-network.ts";
import type { PlanTask, TaskPlan } from "./task-plan.ts";
import { type TaskTree, taskTree } from "./task-tree.ts";

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
  const refusal = refusalOf(plan);
  if (refusal !== null) return refusal;
  const tree = taskTree(plan);
  const calendars = new TaskCalendars(plan);
  const found =
    plan.project.from === "start" ? fromStart(plan, tree, calendars) : fromFinish(plan, tree, calendars);
  return found.ok ? answer(plan, tree, calendars, found) : found;
}

export interface Found {
  readonly ok: true;
  readonly network: TaskNetwork;
  /** As early as possible, and what follows from work that is as late as possible. */
  readonly path: CriticalPath<TaskArc>;
  /** Before that work was put late. */
  readonly first: CriticalPath<TaskArc>;
  /** Tasks that are placed at their late dates. */
  readonly late: ReadonlySet<string>;
  readonly floor: number;
}

type Attempt = Found | TaskPlanRefusal;

function fromStart(plan: TaskPlan, tree: TaskTree, calendars: TaskCalendars): Attempt {
  return pass(plan, tree, calendars, { floor: plan.project.startAt ?? 0 });
}

/** Late dates first, from the finish; where the first of them starts, the project starts. */
function fromFinish(plan: TaskPlan, tree: TaskTree, calendars: TaskCalendars): Attempt {
  const end = plan.project.finishAt ?? 0;
  const rough = pass(plan, tree, calendars, { floor: end, end, late: new Set() });
  if (!rough.ok) return rough;
  const floor = [...rough.network.nodes.values()].reduce(
    (first, node) => Math.min(first, rough.path.late.startAt[node] ?? first),
    end,
  );
  return pass(plan, tree, calendars, { floor, end });
}

interface PassSetting {
  readonly floor: number;
  readonly end?: number;
  /** Which tasks are as late as possible; by default what their constraints say. */
  readonly late?: ReadonlySet<string>;
}

function pass(plan: TaskPlan, tree: TaskTree, calendars: TaskCalendars, setting: PassSetting): Attempt {
  const { floor, end, late = lateTasks(plan, tree) } = setting;
  const restFrom = plan.project.restFromStatus ? (plan.project.statusAt ?? floor) : Number.NEGATIVE_INFINITY;
  const nothing: NetworkSetting = { floor, restFrom, placed: new Map(), firstPart: () => undefined };
  const rough = run(plan, tree, calendars, nothing, end);
  if (!rough.ok) return rough;
  const firstPart = firstParts(tree, rough);
  const fine = leavesBeginnings(plan, tree)
    ? run(plan, tree, calendars, { ...nothing, firstPart }, end)
    : rough;
  if (!fine.ok || late.size === 0) return fine.ok ? { ...fine, first: fine.path, late, floor } : fine;
  const placed = new Map([...late].flatMap((id) => lateSpan(id, fine)));
  const last = run(plan, tree, calendars, { ...nothing, placed, firstPart }, fine.path.end);
  return last.ok ? { ...last, first: fine.path, late, floor } : last;
}

interface Run {
  readonly ok: true;
  readonly network: TaskNetwork;
  readonly path: CriticalPath<TaskArc>;
}

function run(
  plan: TaskPlan,
  tree: TaskTree,
  calendars: TaskCalendars,
  setting: NetworkSetting,
  end: number | undefined,
): Run | TaskPlanRefusal {
  const network = taskNetwork(plan, tree, calendars, setting);
  const order = topologicalOrder(network);
  if (order.length < network.items.length) return cycleOf(network);
  return { ok: true, network, path: criticalPath(network, order, end) };
}

function cycleOf(network: TaskNetwork): TaskPlanRefusal {
  const arcs = shortestCycle(network) ?? [];
  const taskIds = [...new Set(arcs.map(({ from }) => network.names[from] ?? ""))];
  return refuse("cycle", [{ taskIds, linkIds: arcs.flatMap(({ link }) => link?.id ?? []) }]);
}

function lateTasks({ project }: TaskPlan, { leaves }: TaskTree): ReadonlySet<string> {
  const usual = project.from === "finish" ? "ALAP" : "ASAP";
  return new Set(
    leaves.filter((task) => canWait(task) && (task.constraint?.kind ?? usual) === "ALAP").map(({ id }) => id),
  );
}

function canWait({ progress, manual }: PlanTask): boolean {
  return progress === undefined && manual === undefined;
}

function lateSpan(id: string, { network, path }: Run): [string, Span][] {
  const node = network.nodes.get(id);
  if (node === undefined) return [];
  return [[id, { start: path.late.startAt[node] ?? 0, finish: path.late.finishAt[node] ?? 0 }]];
}

function leavesBeginnings({ links }: TaskPlan, tree: TaskTree): boolean {
  return links.some(({ from, kind }) => (kind === "SS" || kind === "SF") && tree.isSummary(from));
}

function firstParts(tree: TaskTree, { network, path }: Run): (summaryId: string) => string | undefined {
  const startOf = (id: string) => path.early.startAt[network.nodes.get(id) ?? -1] ?? Number.POSITIVE_INFINITY;
  return (summaryId) =>
    tree
      .leavesOf(summaryId)
      .reduce<string | undefined>(
        (first, { id }) => (first === undefined || startOf(id) < startOf(first) ? id : first),
        undefined,
      );
}

function answer(plan: TaskPlan, tree: TaskTree, calendars: TaskCalendars, found: Found): TaskSchedule {
  const byId = new Map(tree.leaves.map((task) => [task.id, leafDates(task, found, plan.project.from)]));
  for (const summary of tree.summaries) {
    const dates = summaryDates(summary, tree, byId, found, calendars);
    if (dates !== undefined) byId.set(summary.id, dates);
  }
  const tasks = plan.tasks.flatMap(({ id }) => byId.get(id) ?? []);
  const { path, network, floor } = found;
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
