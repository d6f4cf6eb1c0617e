import { firstMinuteOf, toEpochDay } from "../calendar/civil-date.ts";
import type { LevelArc } from "../levelling/level-network.ts";
import type { Levelled } from "../levelling/level-work.ts";
import { isOpenMilestone } from "../plan.ts";
import type { PlanDraws } from "./plan-draws.ts";
import { createReplayer, type Futures, WIDTH } from "./plan-replay.ts";

/** In so many futures of each batch the way to every milestone is followed back. */
const TRACED = 8;
const MOST_MINUTES = 0x7fffffff;

/** What the futures come to; minutes count from the beginning of today. */
export interface PlanOutcomes {
  /** By open milestone, in the plan's order: its finish in each sample. */
  readonly finishes: readonly Int32Array[];
  /** The finish of all in each sample. */
  readonly end: Int32Array;
  /** By open milestone, the number of samples in which it lies on the way that decides the end. */
  readonly critical: Float64Array;
  /** By open milestone, how often each node lay on the way to it. */
  readonly ways: readonly Int32Array[];
}

export function replayPlan(levelled: Levelled, draws: PlanDraws, samples: number): PlanOutcomes {
  const milestones = levelled.plan.milestones.filter(isOpenMilestone);
  const targets = milestones.map(({ id }) => levelled.network.items.get(id)?.finishes[0] ?? 0);
  const base = firstMinuteOf(toEpochDay(levelled.today));
  const outcomes = {
    finishes: targets.map(() => new Int32Array(samples)),
    end: new Int32Array(samples),
    critical: new Float64Array(milestones.length),
    ways: targets.map(() => new Int32Array(levelled.network.nodes.length)),
  };
  const milestoneOf = milestoneByNode(
    levelled,
    milestones.map(({ id }) => id),
  );
  const { futures, run } = createReplayer(levelled, draws.lengths);
  const ends = lastNodes(levelled);
  const traced = new Int32Array(milestones.length).fill(-1);
  for (let first = 0; first < samples; first += WIDTH) {
    const count = Math.min(WIDTH, samples - first);
    run(first, count);
    for (let s = 0; s < count; s++) {
      const last = lastNode(futures, ends, s);
      outcomes.end[first + s] = minutesFrom(base, futures, last, s);
      for (let i = 0; i < targets.length; i++) {
        const finishes = outcomes.finishes[i];
        if (finishes) finishes[first + s] = minutesFrom(base, futures, targets[i] ?? 0, s);
        if (s < TRACED) countWay(futures, targets[i] ?? 0, s, outcomes.ways[i]);
      }
      markCritical(futures, last, s, first + s, milestoneOf, traced, outcomes.critical);
    }
  }
  return outcomes;
}

/** By node, the place of its open milestone in the plan's order; -1 for what belongs to none. */
function milestoneByNode({ network, plan }: Levelled, ids: readonly string[]): Int32Array {
  const places = new Map(ids.map((id, i) => [id, i]));
  const holders = new Map(plan.cards.map(({ id, milestoneId }) => [id, milestoneId]));
  return Int32Array.from(
    network.nodes,
    ({ itemId }) => places.get(itemId) ?? places.get(holders.get(itemId) ?? "") ?? -1,
  );
}

/** Nodes that may end last. What follows something ends no earlier; held at its finish it may, by the time off between the two. */
function lastNodes({ network: { nodes, outgoing } }: Levelled): number[] {
  const outlives = ({ kind, lag, to }: LevelArc) =>
    lag >= 0 && (kind === "FS" || (kind === "FF" && (nodes[to]?.axis ?? null) === null));
  return [...nodes.keys()].filter((node) => !(outgoing[node] ?? []).some(outlives));
}

function lastNode({ finish }: Futures, ends: readonly number[], s: number): number {
  let [last, latest] = [ends[0] ?? -1, Number.NEGATIVE_INFINITY];
  for (const node of ends) {
    const moment = finish[node * WIDTH + s] ?? 0;
    if (moment <= latest) continue;
    latest = moment;
    last = node;
  }
  return last;
}

function minutesFrom(base: number, { finish }: Futures, node: number, s: number): number {
  return Math.min(MOST_MINUTES, (finish[node * WIDTH + s] ?? 0) - base);
}

function countWay({ via }: Futures, target: number, s: number, hits: Int32Array | undefined): void {
  if (hits === undefined) return;
  for (let node = target; node >= 0; node = via[node * WIDTH + s] ?? -1) hits[node] = (hits[node] ?? 0) + 1;
}

function markCritical(
  { via }: Futures,
  last: number,
  s: number,
  sample: number,
  milestoneOf: Int32Array,
  traced: Int32Array,
  critical: Float64Array,
): void {
  for (let node = last; node >= 0; node = via[node * WIDTH + s] ?? -1) {
    const milestone = milestoneOf[node] ?? -1;
    if (milestone < 0 || traced[milestone] === sample) continue;
    traced[milestone] = sample;
    critical[milestone] = (critical[milestone] ?? 0) + 1;
  }
}
