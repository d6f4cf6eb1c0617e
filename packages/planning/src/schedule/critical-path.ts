import type { Timeline } from "../calendar/calendar.ts";
import type { LinkKind } from "../plan.ts";
import { compareText, type Graph, topologicalOrder } from "./graph.ts";

/** Work of a fixed length that goes on without a break on its own calendar. */
export interface NetworkItem {
  readonly timeline: Timeline;
  /** In units of its timeline; 0 is an event. */
  readonly duration: number;
  /** It starts no earlier than this moment. */
  readonly earliest: number;
}

export interface NetworkArc {
  readonly from: number;
  readonly to: number;
  readonly kind: LinkKind;
  /** In units of `lagTimeline`; negative is a lead. */
  readonly lag: number;
  readonly lagTimeline: Timeline;
}

export interface Network<Arc extends NetworkArc = NetworkArc> extends Graph<Arc> {
  readonly items: readonly NetworkItem[];
}

/**
 * Starts and slacks by node, in working units of the node's own timeline; `timeline.startAt` and `finishAt` make moments of them.
 *
 * Total slack (total float): how far the item can slip without moving the end of the network. Free slack (free float): without
 * moving any other item.
 */
export interface CriticalPath<Arc extends NetworkArc = NetworkArc> {
  readonly earlyStart: Float64Array;
  readonly lateStart: Float64Array;
  readonly totalSlack: Float64Array;
  readonly freeSlack: Float64Array;
  /** The moment at which the last item ends. */
  readonly end: number;
  /** The arcs that hold a node where it is: without any of them it is held by its own earliest moment alone. */
  drivers(node: number): readonly Arc[];
  /** By how much the arc's own two ends could move apart before it pulls; 0 when it drives (relationship free float). */
  slackOf(arc: Arc): number;
  /** One longest path: the nodes that lead to the end, each driven by the one before it. */
  readonly longestPath: readonly number[];
}

/**
 * The critical path method on calendars: a forward pass to the early dates, a backward pass to the late ones. The network has no
 * cycle (see `shortestCycle`). A moment in time off is the same to an item as the end of the work before it.
 *
 * Source: J. E. Kelley and M. R. Walker, "Critical-path planning and scheduling", 1959; links and lags after the precedence diagram
 * method.
 */
export function criticalPath<Arc extends NetworkArc>(network: Network<Arc>): CriticalPath<Arc> {
  const order = topologicalOrder(network);
  const earlyStart = forwardPass(network, order);
  const finishes = network.items.map(({ timeline, duration }, node) =>
    timeline.finishAt(at(earlyStart, node) + duration),
  );
  const end = finishes.reduce((latest, finish) => Math.max(latest, finish), Number.NEGATIVE_INFINITY);
  const { lateStart, freeStart } = backwardPass(network, order, earlyStart, end);
  const drivers = (node: number) =>
    (network.incoming[node] ?? []).filter((arc) => demand(network, arc, earlyStart) === earlyStart[node]);
  return {
    earlyStart,
    lateStart,
    totalSlack: lateStart.map((late, node) => late - at(earlyStart, node)),
    freeSlack: freeStart.map((free, node) => free - at(earlyStart, node)),
    end,
    drivers,
    slackOf: (arc) => allowance(network, arc, at(earlyStart, arc.to)) - at(earlyStart, arc.from),
    longestPath: longestPath(network.names, finishes, drivers),
  };
}

function forwardPass<Arc extends NetworkArc>(network: Network<Arc>, order: readonly number[]): Float64Array {
  const starts = new Float64Array(network.items.length);
  for (const node of order) {
    const { timeline, earliest } = itemAt(network, node);
    let start = timeline.worked(earliest);
    for (const arc of network.incoming[node] ?? []) start = Math.max(start, demand(network, arc, starts));
    starts[node] = start;
  }
  return starts;
}

/** `lateStart`: the last start that keeps the end; `freeStart`: the last that also keeps every successor's early start. */
function backwardPass<Arc extends NetworkArc>(
  network: Network<Arc>,
  order: readonly number[],
  earlyStart: Float64Array,
  end: number,
) {
  const lateStart = new Float64Array(network.items.length);
  const freeStart = new Float64Array(network.items.length);
  for (const node of [...order].reverse()) {
    const { timeline, duration } = itemAt(network, node);
    let late = timeline.worked(end) - duration;
    let free = late;
    for (const arc of network.outgoing[node] ?? []) {
      late = Math.min(late, allowance(network, arc, at(lateStart, arc.to)));
      free = Math.min(free, allowance(network, arc, at(earlyStart, arc.to)));
    }
    lateStart[node] = late;
    freeStart[node] = free;
  }
  return { lateStart, freeStart };
}

/** The earliest start that an arc leaves to its successor, given the starts of all predecessors. */
function demand<Arc extends NetworkArc>(network: Network<Arc>, arc: Arc, starts: Float64Array): number {
  const from = itemAt(network, arc.from);
  const to = itemAt(network, arc.to);
  const leaving = at(starts, arc.from) + (leavesFinish(arc.kind) ? from.duration : 0);
  return carry(arc, from.timeline, to.timeline, leaving) - (entersFinish(arc.kind) ? to.duration : 0);
}

/** The latest start that an arc leaves to its predecessor, given a start of the successor: the inverse of {@link demand}. */
function allowance<Arc extends NetworkArc>(network: Network<Arc>, arc: Arc, successorStart: number): number {
  const from = itemAt(network, arc.from);
  const to = itemAt(network, arc.to);
  const entering = successorStart + (entersFinish(arc.kind) ? to.duration : 0);
  return carryBack(arc, from.timeline, to.timeline, entering) - (leavesFinish(arc.kind) ? from.duration : 0);
}

/** From units on the predecessor's timeline over the lag to units on the successor's. */
function carry(arc: NetworkArc, from: Timeline, to: Timeline, units: number): number {
  const { lag, lagTimeline } = arc;
  if (from === to && (lag === 0 || lagTimeline === from)) return units + lag;
  const left = leavesFinish(arc.kind) ? from.finishAt(units) : from.startAt(units);
  return to.worked(lag === 0 ? left : lagTimeline.finishAt(lagTimeline.worked(left) + lag));
}

/** The most units on the predecessor's timeline that {@link carry} brings to no more than `units` on the successor's. */
function carryBack(arc: NetworkArc, from: Timeline, to: Timeline, units: number): number {
  const { lag, lagTimeline } = arc;
  if (from === to && (lag === 0 || lagTimeline === from)) return units - lag;
  const entered = to.startAt(units);
  const left = lag === 0 ? entered : lagTimeline.startAt(lagTimeline.worked(entered) - lag);
  const most = from.worked(left);
  return !leavesFinish(arc.kind) && from.startAt(most) > left ? most - 1 : most;
}

function longestPath<Arc extends NetworkArc>(
  names: readonly string[],
  finishes: readonly number[],
  drivers: (node: number) => readonly Arc[],
): number[] {
  const byName = (a: number, b: number) => compareText(names[a] ?? "", names[b] ?? "") || a - b;
  const latestFirst = (a: number, b: number) => (finishes[b] ?? 0) - (finishes[a] ?? 0) || byName(a, b);
  const path: number[] = [];
  let node = finishes.map((_, i) => i).sort(latestFirst)[0];
  while (node !== undefined) {
    path.unshift(node);
    node = drivers(node)
      .map((arc) => arc.from)
      .sort(byName)[0];
  }
  return path;
}

function leavesFinish(kind: LinkKind): boolean {
  return kind === "FS" || kind === "FF";
}

function entersFinish(kind: LinkKind): boolean {
  return kind === "FF" || kind === "SF";
}

function at(values: Float64Array, node: number): number {
  return values[node] ?? 0;
}

function itemAt(network: Network, node: number): NetworkItem {
  const item = network.items[node];
  if (item === undefined) throw new RangeError(`no item ${node} in a network of ${network.items.length}`);
  return item;
}
