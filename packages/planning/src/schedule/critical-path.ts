import { compareText, topologicalOrder } from "./graph.ts";
import { type Dates, entersFinish, itemAt, type Network, type NetworkArc } from "./network.ts";
import { Passes, reach } from "./passes.ts";
import { firstStart, isEvent } from "./placement.ts";

/**
 * Total slack (total float): how far an item can slip without moving the end of the network. Free slack (free float): without moving
 * any other item. Both by node, in working units of the timeline on which the node's slack is counted.
 */
export interface CriticalPath<Arc extends NetworkArc = NetworkArc> {
  readonly early: Dates;
  readonly late: Dates;
  readonly totalSlack: Float64Array;
  readonly freeSlack: Float64Array;
  /** The moment at which the last item ends. */
  readonly end: number;
  /** The arcs that hold a node where it is; without any, its own earliest moment does. */
  drivers(node: number): readonly Arc[];
  /** How far the node can slip before one of these arcs out of it moves what follows, or the end of the network moves. */
  room(node: number, arcs: readonly Arc[]): number;
  /** One longest path: the nodes that lead to the end, each driven by the one before it. */
  longestPath(): readonly number[];
}

/**
 * The critical path method on calendars: a forward pass to the early dates, a backward pass to the late ones. The network has no
 * cycle (see `shortestCycle`). A moment in time off is the same to an item as the end of the work before it.
 *
 * Source: J. E. Kelley and M. R. Walker, "Critical-path planning and scheduling", 1959; links and lags after the precedence diagram
 * method.
 * @param order the nodes with every arc pointing forwards, where it is known already
 * @param end what the late dates are counted from, where it is not the last early finish
 */
export function criticalPath<Arc extends NetworkArc>(
  network: Network<Arc>,
  order: readonly number[] = topologicalOrder(network),
  end?: number,
): CriticalPath<Arc> {
  return pathOf(passThrough(network, order, end));
}

/** Forward, backward, slack. */
export function passThrough<Arc extends NetworkArc>(
  network: Network<Arc>,
  order: readonly number[],
  end?: number,
): Passes<Arc> {
  const passes = new Passes(network);
  for (let i = 0; i < order.length; i++) passes.forward(order[i] ?? 0);
  passes.end = end ?? latest(passes.early.finishAt);
  for (let i = order.length - 1; i >= 0; i--) passes.backward(order[i] ?? 0);
  for (let node = 0; node < order.length; node++) passes.slack(node);
  return passes;
}

/** The passes with the questions that are answered from them; it follows them when they change. */
export function pathOf<Arc extends NetworkArc>(passes: Passes<Arc>): CriticalPath<Arc> {
  const { network, early, late, totalSlack, freeSlack } = passes;
  const drivers = (node: number) => driversOf(network, node, early);
  return {
    early,
    late,
    totalSlack,
    freeSlack,
    get end() {
      return passes.end;
    },
    drivers,
    room: (node, arcs) => passes.room(node, arcs),
    longestPath: () => longestPath(network.names, early.finishAt, drivers),
  };
}

export function latest(moments: Float64Array): number {
  let last = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < moments.length; i++) last = Math.max(last, moments[i] ?? last);
  return last;
}

/** An arc to the start drives from the end of the work before it on: the time off in between is the same moment. */
function driversOf<Arc extends NetworkArc>(
  network: Network<Arc>,
  node: number,
  early: Dates,
): readonly Arc[] {
  const item = itemAt(network, node);
  if (item.terms?.pinned) return NONE;
  const finish = early.finishAt[node] ?? 0;
  const start = early.startAt[node] ?? 0;
  const driven = isEvent(item) ? finish : item.timeline.finishAt(item.timeline.worked(start));
  let driving: readonly Arc[] = NONE;
  for (const arc of network.incoming[node] ?? NONE) {
    const moment = reach(arc, early);
    const drives = entersFinish(arc.kind)
      ? moment >= finish
      : moment >= driven || (item.terms !== undefined && firstStart(item, moment) >= start);
    if (drives) driving = driving.length === 0 ? [arc] : [...driving, arc];
  }
  return driving;
}

/** Hardly a node has more than two drivers, and every node is asked: a list that grows takes room for seventeen. */
const NONE: readonly never[] = [];

function longestPath<Arc extends NetworkArc>(
  names: readonly string[],
  finishes: Float64Array,
  drivers: (node: number) => readonly Arc[],
): number[] {
  const byName = (a: number, b: number) => compareText(names[a] ?? "", names[b] ?? "") || a - b;
  const last = latest(finishes);
  const path: number[] = [];
  let candidates = names.map((_, node) => node).filter((node) => finishes[node] === last);
  for (let node = candidates.sort(byName)[0]; node !== undefined; node = candidates.sort(byName)[0]) {
    path.push(node);
    candidates = drivers(node).map(({ from }) => from);
  }
  return path.reverse();
}
