import { refuse } from "../decision.ts";
import { type CriticalPath, passThrough, pathOf } from "../schedule/critical-path.ts";
import { shortestCycle, topologicalOrder } from "../schedule/graph.ts";
import type { Span } from "../schedule/network.ts";
import type { Passes } from "../schedule/passes.ts";
import { refusalOf, type TaskPlanRefusal } from "./plan-refusals.ts";
import { TaskCalendars } from "./task-calendars.ts";
import { type NetworkSetting, type TaskArc, type TaskNetwork, taskNetwork } from "./task-network.ts";
import type { PlanTask, TaskPlan } from "./task-plan.ts";
import { type TaskTree, taskTree } from "./task-tree.ts";

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
  readonly restFrom: number;
  /** What `path` answers from, and the order in which it was found. */
  readonly passes: Passes<TaskArc>;
  readonly order: readonly number[];
}

/** What a plan was read into. */
export interface Prepared {
  readonly plan: TaskPlan;
  readonly tree: TaskTree;
  readonly calendars: TaskCalendars;
}

/** The dates of a plan as its network has them. */
export function findSchedule(plan: TaskPlan): (Found & Prepared) | TaskPlanRefusal {
  const refusal = refusalOf(plan);
  if (refusal !== null) return refusal;
  const tree = taskTree(plan);
  const calendars = new TaskCalendars(plan);
  const found =
    plan.project.from === "start" ? fromStart(plan, tree, calendars) : fromFinish(plan, tree, calendars);
  return found.ok ? { ...found, plan, tree, calendars } : found;
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
  if (!fine.ok || late.size === 0)
    return fine.ok ? { ...fine, first: fine.path, late, floor, restFrom } : fine;
  const placed = new Map([...late].flatMap((id) => lateSpan(id, fine)));
  const last = run(plan, tree, calendars, { ...nothing, placed, firstPart }, fine.path.end);
  return last.ok ? { ...last, first: fine.path, late, floor, restFrom } : last;
}

type Run = Pick<Found, "ok" | "network" | "path" | "passes" | "order">;

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
  const passes = passThrough(network, order, end);
  return { ok: true, network, path: pathOf(passes), passes, order };
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
