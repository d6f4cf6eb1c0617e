import { compareText, topologicalOrder } from "./graph.ts";
import {
  type Dates,
  emptyDates,
  entersFinish,
  itemAt,
  leavesFinish,
  type Network,
  type NetworkArc,
  type NetworkItem,
} from "./network.ts";
import { firstStart, isEvent, placeEarly, placeLate, slackBetween } from "./placement.ts";

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
  const size = network.items.length;
  const early = emptyDates(size);
  for (const node of order) passForward(network, node, early);
  const last = end ?? latest(early.finishAt);
  const late = emptyDates(size);
  for (let i = order.length - 1; i >= 0; i--) passBackward(network, order[i] ?? 0, early, late, last);
  const totalSlack = new Float64Array(size);
  const freeSlack = new Float64Array(size);
  for (let node = 0; node < size; node++) {
    totalSlack[node] = slackBetween(itemAt(network, node), early, late, node);
    freeSlack[node] = freeSlackOf(network, node, early, last, totalSlack[node] ?? 0);
  }
  return pathOf(network, { early, late, totalSlack, freeSlack, end: last });
}

/** What the passes found, with the questions that are answered from it. */
function pathOf<Arc extends NetworkArc>(
  network: Network<Arc>,
  found: Pick<CriticalPath<Arc>, "early" | "late" | "totalSlack" | "freeSlack" | "end">,
): CriticalPath<Arc> {
  const drivers = (node: number) => driversOf(network, node, found.early);
  return {
    ...found,
    drivers,
    room: (node, arcs) => roomOf(network, node, arcs, found.early, found.end),
    longestPath: () => longestPath(network.names, found.early.finishAt, drivers),
  };
}

function latest(moments: Float64Array): number {
  let last = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < moments.length; i++) last = Math.max(last, moments[i] ?? last);
  return last;
}

/** The early dates of a node from those of the nodes before it. */
function passForward(network: Network, node: number, early: Dates): void {
  const item = itemAt(network, node);
  let start = item.earliest;
  let finish = Number.NEGATIVE_INFINITY;
  for (const arc of network.incoming[node] ?? []) {
    const moment = reach(arc, early);
    if (entersFinish(arc.kind)) finish = Math.max(finish, moment);
    else start = Math.max(start, moment);
  }
  placeEarly(item, start, finish, early, node);
}

/** The late dates of a node from those of the nodes after it: the last that keep `end` and all of them. */
function passBackward(network: Network, node: number, early: Dates, late: Dates, end: number): void {
  if (itemAt(network, node).terms?.over) {
    late.startAt[node] = early.startAt[node] ?? 0;
    late.finishAt[node] = early.finishAt[node] ?? 0;
  } else
    placeBefore(network, node, network.outgoing[node] ?? [], {
      from: late,
      to: late,
      toNode: node,
      end,
      firm: true,
    });
}

/** Free slack is never more than total slack where that is positive, and never negative. */
function freeSlackOf(network: Network, node: number, early: Dates, end: number, totalSlack: number): number {
  const { terms } = itemAt(network, node);
  const arcs = network.outgoing[node] ?? [];
  if (terms === undefined) return roomOf(network, node, arcs, early, end);
  if (terms.over) return 0;
  if (arcs.length === 0) return Math.max(0, totalSlack);
  return Math.max(0, roomOf(network, node, arcs, early, end));
}

const scratch = emptyDates(1);

function roomOf(
  network: Network,
  node: number,
  arcs: readonly NetworkArc[],
  early: Dates,
  end: number,
): number {
  placeBefore(network, node, arcs, { from: early, to: scratch, toNode: 0, end, firm: false });
  return slackBetween(itemAt(network, node), early, scratch, node, 0);
}

interface Before {
  /** The dates of what follows. */
  readonly from: Dates;
  readonly to: Dates;
  readonly toNode: number;
  readonly end: number;
  /** For the late dates: the item's own bounds count, and arcs that only lead forward do not. */
  readonly firm: boolean;
}

/** The last span that keeps the end of the network and, over these arcs, the given dates of what follows. */
function placeBefore(
  network: Network,
  node: number,
  arcs: readonly NetworkArc[],
  { from, to, toNode, end, firm }: Before,
): void {
  const item = itemAt(network, node);
  let start = Number.POSITIVE_INFINITY;
  let finish = end;
  for (const arc of arcs) {
    if (firm && arc.forwardOnly) continue;
    const moment = reachBack(arc, network, from);
    if (leavesFinish(arc.kind)) finish = Math.min(finish, moment);
    else start = Math.min(start, moment);
  }
  const { terms } = item;
  if (firm && terms !== undefined) {
    finish = Math.min(finish, terms.latestFinish, terms.deadline);
    start = Math.min(start, terms.latestStart);
  }
  placeLate(item, start, finish, to, toNode);
}

/** The moment to which an arc leads from its predecessor: no earlier may the successor start, or finish. */
function reach({ from, kind, lag, lagTimeline }: NetworkArc, dates: Dates): number {
  const left = (leavesFinish(kind) ? dates.finishAt[from] : dates.startAt[from]) ?? 0;
  return lag === 0 ? left : lagTimeline.finishAt(lagTimeline.worked(left) + lag);
}

/** The last moment from which {@link reach} leads no further than the successor's date. */
function reachBack({ to, kind, lag, lagTimeline }: NetworkArc, network: Network, dates: Dates): number {
  const item = itemAt(network, to);
  const entered = entersFinish(kind)
    ? enteredFinish(item, dates.finishAt[to] ?? 0)
    : (dates.startAt[to] ?? 0);
  return lag === 0 ? entered : lagTimeline.startAt(lagTimeline.worked(entered) - lag);
}

/** Work that has ended could as well have ended at any moment of the time off that follows. */
function enteredFinish(item: NetworkItem, finish: number): number {
  if (item.terms !== undefined) return finish;
  return item.timeline.startAt(item.timeline.worked(finish));
}

/** An arc to the start drives from the end of the work before it on: the time off in between is the same moment. */
function driversOf<Arc extends NetworkArc>(network: Network<Arc>, node: number, early: Dates): Arc[] {
  const item = itemAt(network, node);
  if (item.terms?.pinned) return [];
  const finish = early.finishAt[node] ?? 0;
  const start = early.startAt[node] ?? 0;
  const driven = isEvent(item) ? finish : item.timeline.finishAt(item.timeline.worked(start));
  return (network.incoming[node] ?? []).filter((arc) => {
    const moment = reach(arc, early);
    if (entersFinish(arc.kind)) return moment >= finish;
    return moment >= driven || (item.terms !== undefined && firstStart(item, moment) >= start);
  });
}

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
