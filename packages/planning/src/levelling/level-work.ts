import { firstMinuteOf, toEpochDay } from "../calendar/civil-date.ts";
import type { CivilDate, Plan } from "../plan.ts";
import { shortestCycle, topologicalOrder } from "../schedule/graph.ts";
import type { Cycle } from "../schedule/plan-schedule.ts";
import type { LevelNetwork } from "./level-network.ts";
import type { LevelOptions } from "./levelled-plan.ts";
import { createPlanAxes, type PlanAxes } from "./plan-axes.ts";
import { planWork } from "./plan-work.ts";
import { type SerialSchedule, serialSchedule } from "./serial-schedule.ts";
import { workRanks } from "./work-order.ts";

/** A plan after levelling, in nodes and minutes: what dates, reasons and forecasts are read from. */
export interface Levelled {
  readonly plan: Plan;
  readonly today: CivilDate;
  readonly options: LevelOptions;
  readonly axes: PlanAxes;
  readonly network: LevelNetwork;
  readonly schedule: SerialSchedule;
  /** By node, what its person does immediately before; -1 for nothing. */
  readonly before: Int32Array;
  /** The minute before which nothing starts. */
  readonly floor: number;
  /** Cards for which somebody chose a first day. */
  readonly startDates: ReadonlySet<string>;
}

export type LevelledWork =
  | { readonly ok: true; readonly levelled: Levelled }
  | { readonly ok: false; readonly code: "cycle"; readonly cycle: Cycle };

/** Gives everybody one thing at a time, in the order of rules: links, milestone target, priority, place on the board. */
export function levelWork(plan: Plan, today: CivilDate, options: LevelOptions): LevelledWork {
  const axes = createPlanAxes(plan, today);
  const network = planWork(plan, today, axes, options);
  const order = topologicalOrder(network);
  if (order.length < network.nodes.length) return { ok: false, code: "cycle", cycle: cycleOf(network) };
  const schedule = serialSchedule(network, workRanks(network, plan, order));
  const now = firstMinuteOf(toEpochDay(today));
  const floor = plan.startOn === null ? now : Math.max(now, firstMinuteOf(toEpochDay(plan.startOn)));
  const startDates = new Set(plan.cards.flatMap(({ id, startOn }) => (startOn === null ? [] : [id])));
  const before = predecessors(network, schedule);
  return { ok: true, levelled: { plan, today, options, axes, network, schedule, before, floor, startDates } };
}

function predecessors(network: LevelNetwork, { chains }: SerialSchedule): Int32Array {
  const before = new Int32Array(network.nodes.length).fill(-1);
  for (const chain of chains) {
    for (let i = 1; i < chain.length; i++) before[chain[i] ?? 0] = chain[i - 1] ?? -1;
  }
  return before;
}

function cycleOf(network: LevelNetwork): Cycle {
  const arcs = shortestCycle(network) ?? [];
  return {
    itemIds: [...new Set(arcs.map(({ from }) => network.names[from] ?? ""))],
    linkIds: arcs.flatMap(({ linkId }) => linkId ?? []),
  };
}
