import type { PlanTask, TaskPlan } from "./task-plan.ts";

/** Which tasks are summaries of which. */
export interface TaskTree {
  readonly byId: ReadonlyMap<string, PlanTask>;
  /** Tasks without parts of their own that take part, in the plan's order. */
  readonly leaves: readonly PlanTask[];
  isSummary(id: string): boolean;
  children(id: string): readonly PlanTask[];
  /** All leaves below a task; of a leaf, itself. */
  leavesOf(id: string): readonly PlanTask[];
  /** Summaries that take part, each after those below it. */
  readonly summaries: readonly PlanTask[];
}

export function taskTree({ tasks }: TaskPlan): TaskTree {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const childrenOf = new Map<string, PlanTask[]>();
  for (const task of tasks) {
    if (task.parentId === undefined) continue;
    const siblings = childrenOf.get(task.parentId);
    if (siblings === undefined) childrenOf.set(task.parentId, [task]);
    else siblings.push(task);
  }
  const children = (id: string) => childrenOf.get(id) ?? [];
  const active = tasks.filter(({ active }) => active !== false);
  const leavesOf = (id: string): PlanTask[] => {
    if (childrenOf.has(id)) return children(id).flatMap((child) => leavesOf(child.id));
    const leaf = byId.get(id);
    return leaf === undefined || leaf.active === false ? [] : [leaf];
  };
  return {
    byId,
    leaves: active.filter(({ id }) => !childrenOf.has(id)),
    isSummary: (id) => childrenOf.has(id),
    children,
    leavesOf,
    summaries: deepestFirst(
      active.filter(({ id }) => childrenOf.has(id)),
      byId,
    ),
  };
}

function deepestFirst(summaries: readonly PlanTask[], byId: ReadonlyMap<string, PlanTask>): PlanTask[] {
  const depthOf = (task: PlanTask): number => {
    let depth = 0;
    let above = byId.get(task.parentId ?? "");
    for (; above !== undefined; above = byId.get(above.parentId ?? "")) depth++;
    return depth;
  };
  const depths = new Map(summaries.map((task) => [task, depthOf(task)]));
  return summaries.toSorted((a, b) => (depths.get(b) ?? 0) - (depths.get(a) ?? 0));
}
