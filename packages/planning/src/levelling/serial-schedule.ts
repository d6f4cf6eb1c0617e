import { Bookings } from "./bookings.ts";
import { entersFinish, type LevelArc, type LevelNetwork, leavesFinish } from "./level-network.ts";
import { RankHeap } from "./rank-heap.ts";

/** Start and finish of every node in minutes, and who does what in which order. */
export interface SerialSchedule {
  readonly start: Float64Array;
  readonly finish: Float64Array;
  /** Nodes in the order in which they were placed. */
  readonly order: readonly number[];
  /** By person, their nodes in order of time. */
  readonly chains: readonly (readonly number[])[];
}

/**
 * The serial schedule generation scheme: of all work whose predecessors are placed, the one of the lowest rank is placed at its earliest
 * time, in the first gap of its person that holds it. The network has no cycle.
 *
 * Source: R. Kolisch, "Serial and parallel resource-constrained project scheduling methods revisited", 1996.
 */
export function serialSchedule(network: LevelNetwork, ranks: Int32Array): SerialSchedule {
  const size = network.nodes.length;
  const start = new Float64Array(size);
  const finish = new Float64Array(size);
  const bookings = network.personIds.map(() => new Bookings());
  const waitingFor = Int32Array.from(network.incoming, (arcs) => arcs.length);
  const ready = new RankHeap(ranks);
  for (let node = 0; node < size; node++) if (waitingFor[node] === 0) ready.push(node);
  const order: number[] = [];
  for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
    placeNode(network, node, start, finish, bookings);
    order.push(node);
    for (const { to } of network.outgoing[node] ?? []) {
      const left = (waitingFor[to] ?? 0) - 1;
      waitingFor[to] = left;
      if (left === 0) ready.push(to);
    }
  }
  return { start, finish, order, chains: bookings.map(({ nodes }) => nodes) };
}

function placeNode(
  network: LevelNetwork,
  node: number,
  start: Float64Array,
  finish: Float64Array,
  bookings: readonly Bookings[],
): void {
  const item = network.nodes[node];
  if (item === undefined) return;
  let starts = item.earliest;
  let ends = Number.NEGATIVE_INFINITY;
  for (const arc of network.incoming[node] ?? []) {
    const moment = reachOf(arc, start, finish);
    if (entersFinish(arc.kind)) ends = Math.max(ends, moment);
    else starts = Math.max(starts, moment);
    // Of one person's work, what is followed comes first, whatever the lead.
    if (item.person >= 0 && network.nodes[arc.from]?.person === item.person) {
      starts = Math.max(starts, finish[arc.from] ?? 0);
    }
  }
  const { axis, length } = item;
  if (axis === null || length === 0) {
    start[node] = Math.max(starts, ends);
    finish[node] = Math.max(starts, ends);
    return;
  }
  let unit = axis.worked(starts);
  if (ends > starts) unit = Math.max(unit, axis.worked(ends) - length);
  unit = bookings[item.person]?.book(unit, length, node) ?? unit;
  start[node] = axis.startAt(unit);
  finish[node] = axis.finishAt(unit + length);
}

/** The moment to which an arc leads: no earlier may its end start, or finish. */
export function reachOf(
  { from, kind, lag, lagTimeline }: LevelArc,
  start: Float64Array,
  finish: Float64Array,
): number {
  const left = (leavesFinish(kind) ? finish[from] : start[from]) ?? 0;
  return lagTimeline === null ? left : lagTimeline.finishAt(lagTimeline.worked(left) + lag);
}
