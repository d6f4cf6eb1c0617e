import { dayOfMinute, fromEpochDay } from "../calendar/civil-date.ts";
import type { CivilDate, Plan } from "../plan.ts";
import { type CriticalPath, criticalPath } from "./critical-path.ts";
import { shortestCycle, topologicalOrder } from "./graph.ts";
import type { PlanNetwork } from "./network-builder.ts";
import { planNetwork } from "./plan-network.ts";
import { type ScheduledItem, scheduledItem } from "./scheduled-item.ts";

/** Items that wait for each other, in order: each is followed by the next, the last by the first. */
export interface Cycle {
  readonly itemIds: readonly string[];
  readonly linkIds: readonly string[];
}

export type PlanSchedule =
  | {
      readonly ok: true;
      /** Open milestones and cards, in the plan's order. */
      readonly items: readonly ScheduledItem[];
      /** The critical path: ids from the first item to the one that ends last. */
      readonly longestPath: readonly string[];
      /** The last day of all that takes part; `null` when nothing is open. */
      readonly finishOn: CivilDate | null;
    }
  | { readonly ok: false; readonly code: "cycle"; readonly cycle: Cycle };

/**
 * What dates does the plan lead to, what has slack, and which chain decides the end? Milestones count as their work window, cards as
 * their likely estimate (the median of the plan's where they have none) on the calendar of the one who does them. Lags of n days are n
 * usual days of their calendar. `today` is where work without any date begins when the project has no start.
 * @example schedulePlan(plan, "2026-05-12") // { ok: true, items: [...], longestPath: ["m1", "m2"], finishOn: "2026-06-12" }
 */
export function schedulePlan(plan: Plan, today: CivilDate): PlanSchedule {
  const network = planNetwork(plan, today);
  const order = topologicalOrder(network);
  const cycle = cycleOf(network, order);
  if (cycle !== null) return { ok: false, code: "cycle", cycle };
  const path = criticalPath(network, order);
  const textOf = dateTexts();
  const ids = path.longestPath().map((node) => network.names[node] ?? "");
  const items: ScheduledItem[] = [];
  network.nodes.forEach((nodes, id) => {
    if (!nodes.fixed) items.push(scheduledItem(id, nodes, network, path, textOf));
  });
  return {
    ok: true,
    items,
    longestPath: [...new Set(ids)].filter((id) => network.nodes.get(id)?.fixed === false),
    finishOn: items.length === 0 ? null : fromEpochDay(lastDay(network, path)),
  };
}

/**
 * The smallest cycle in the plan's links, `null` when there is none.
 * @example findCycle(plan, "2026-05-12") // { itemIds: ["m1", "m2"], linkIds: ["l1", "l2"] }
 */
export function findCycle(plan: Plan, today: CivilDate): Cycle | null {
  const network = planNetwork(plan, today);
  return cycleOf(network, topologicalOrder(network));
}

function cycleOf(network: PlanNetwork, order: readonly number[]): Cycle | null {
  if (order.length === network.items.length) return null;
  const arcs = shortestCycle(network) ?? [];
  return {
    itemIds: [...new Set(arcs.map(({ from }) => network.names[from] ?? ""))],
    linkIds: arcs.flatMap(({ linkId }) => linkId ?? []),
  };
}

/** What takes no time ends on the day on which it starts, although the work before it ended earlier. */
function lastDay({ nodes }: PlanNetwork, { end, early }: CriticalPath): number {
  let last = dayOfMinute(end - 1);
  nodes.forEach(({ start, fixed }) => {
    if (!fixed) last = Math.max(last, dayOfMinute(early.startAt[start] ?? 0));
  });
  return last;
}

/** Items share their days: each text is made once. */
function dateTexts(): (day: number) => CivilDate {
  const texts = new Map<number, CivilDate>();
  return (day) => {
    const known = texts.get(day);
    if (known !== undefined) return known;
    const text = fromEpochDay(day);
    texts.set(day, text);
    return text;
  };
}
