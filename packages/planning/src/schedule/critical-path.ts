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

/** When each item starts, in units of its own timeline, with the moments that these are. By node. */
export interface Dates {
  readonly units: Float64Array;
  readonly startAt: Float64Array;
  readonly finishAt: Float64Array;
}

/**
 * Total slack (total float): how far an item can slip without moving the end of the network. Free slack (free float): without moving
 * any other item. Both by node, in working units of the node's own timeline.
 */
export interface CriticalPath<Arc extends NetworkArc = NetworkArc> {
  readonly early: Dates;
  readonly late: Dates;
  readonly totalSlack: Float64Array;
  readonly freeSlack: Float64Array;
  /** The moment at which the last item ends. */
  readonly end: number;
  /** By node, the arcs that hold it where it is; without any, its own earliest moment does. */
  readonly drivers: readonly (readonly Arc[])[];
  /** How far the node can slip before one of these arcs out of it moves what follows, or the end of the network moves. */
  room(node: number, arcs: readonly Arc[]): number;
  /** One longest path: the nodes that lead to the end, each driven by the one before it. */
  readonly longestPath: readonly number[];
}

/**
 * The critical path method on calendars: a forward pass to the early dates, a backward pass to the late ones. The network has no
 * cycle (see `shortestCycle`). A moment in time off is the same to an item as the end of the work before it.
 *
 * Source: J. E. Kelley and M. R. Walker, "Critical-path planning and scheduling", 1959; links and lags after the precedence diagram
 * method.
 * @param order the nodes with every arc pointing forwards, where it is known already
 */
export function criticalPath<Arc extends NetworkArc>(
  network: Network<Arc>,
  order: readonly number[] = topologicalOrder(network),
): CriticalPath<Arc> {
  const { early, drivers } = forwardPass(network, order);
  const end = early.finishAt.reduce((latest, finish) => Math.max(latest, finish), Number.NEGATIVE_INFINITY);
  const late = backwardPass(network, order, end);
  const room = (node: number, arcs: readonly Arc[]) =>
    latestStart(network, node, arcs, early, end) - at(early.units, node);
  return {
    early,
    late,
    totalSlack: late.units.map((units, node) => units - at(early.units, node)),
    freeSlack: late.units.map((_, node) => room(node, network.outgoing[node] ?? [])),
    end,
    drivers,
    room,
    longestPath: longestPath(network.names, early.finishAt, drivers),
  };
}

interface ForwardPass<Arc extends NetworkArc> {
  readonly early: Dates;
  readonly drivers: readonly (readonly Arc[])[];
}

function forwardPass<Arc extends NetworkArc>(
  network: Network<Arc>,
  order: readonly number[],
): ForwardPass<Arc> {
  const early = emptyDates(network);
  const drivers: (readonly Arc[])[] = network.items.map(() => []);
  for (const node of order) {
    const item = itemAt(network, node);
    const incoming = network.incoming[node] ?? [];
    const moments = incoming.map((arc) => reach(arc, early));
    place(early, node, earliestStart(item, incoming, moments), item);
    if (incoming.length > 0) drivers[node] = driversOf(item, node, incoming, moments, early);
  }
  return { early, drivers };
}

/** The first start, in units, that no arc forbids; `moments` are those to which the arcs lead. */
function earliestStart(
  { timeline, duration, earliest }: NetworkItem,
  arcs: readonly NetworkArc[],
  moments: readonly number[],
): number {
  let start = earliest;
  let finish = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < arcs.length; i++) {
    const moment = moments[i] ?? start;
    if (entersFinish(arcs[i]?.kind ?? "FS")) finish = Math.max(finish, moment);
    else start = Math.max(start, moment);
  }
  const byStart = timeline.worked(start);
  return finish === Number.NEGATIVE_INFINITY
    ? byStart
    : Math.max(byStart, timeline.worked(finish) - duration);
}

/** An arc to the start drives from the end of the work before it on: the time off in between is the same moment. */
function driversOf<Arc extends NetworkArc>(
  { timeline, duration }: NetworkItem,
  node: number,
  arcs: readonly Arc[],
  moments: readonly number[],
  early: Dates,
): Arc[] {
  const finish = at(early.finishAt, node);
  const start = duration === 0 ? finish : timeline.finishAt(at(early.units, node));
  return arcs.filter(({ kind }, i) => (moments[i] ?? 0) >= (entersFinish(kind) ? finish : start));
}

function backwardPass<Arc extends NetworkArc>(
  network: Network<Arc>,
  order: readonly number[],
  end: number,
): Dates {
  const late = emptyDates(network);
  for (let i = order.length - 1; i >= 0; i--) {
    const node = order[i] ?? 0;
    const units = latestStart(network, node, network.outgoing[node] ?? [], late, end);
    place(late, node, units, itemAt(network, node));
  }
  return late;
}

/** The last start that keeps the end of the network and, over these arcs, the given dates of what follows. */
function latestStart<Arc extends NetworkArc>(
  network: Network<Arc>,
  node: number,
  arcs: readonly Arc[],
  dates: Dates,
  end: number,
): number {
  const { timeline, duration } = itemAt(network, node);
  let start = Number.POSITIVE_INFINITY;
  let finish = end;
  for (const arc of arcs) {
    const moment = reachBack(arc, network, dates);
    if (leavesFinish(arc.kind)) finish = Math.min(finish, moment);
    else start = Math.min(start, moment);
  }
  const byFinish = timeline.worked(finish) - duration;
  if (start === Number.POSITIVE_INFINITY) return byFinish;
  const most = timeline.worked(start);
  return Math.min(byFinish, timeline.startAt(most) > start ? most - 1 : most);
}

/** The moment to which an arc leads from its predecessor: no earlier may the successor start, or finish. */
function reach({ from, kind, lag, lagTimeline }: NetworkArc, dates: Dates): number {
  const left = at(leavesFinish(kind) ? dates.finishAt : dates.startAt, from);
  return lag === 0 ? left : lagTimeline.finishAt(lagTimeline.worked(left) + lag);
}

/** The last moment from which {@link reach} leads no further than the successor's date. */
function reachBack({ to, kind, lag, lagTimeline }: NetworkArc, network: Network, dates: Dates): number {
  const { timeline, duration } = itemAt(network, to);
  const entered =
    entersFinish(kind) && duration !== 0
      ? timeline.startAt(at(dates.units, to) + duration)
      : at(dates.startAt, to);
  return lag === 0 ? entered : lagTimeline.startAt(lagTimeline.worked(entered) - lag);
}

function longestPath<Arc extends NetworkArc>(
  names: readonly string[],
  finishes: Float64Array,
  drivers: readonly (readonly Arc[])[],
): number[] {
  const byName = (a: number, b: number) => compareText(names[a] ?? "", names[b] ?? "") || a - b;
  const last = finishes.reduce((latest, finish) => Math.max(latest, finish), Number.NEGATIVE_INFINITY);
  const path: number[] = [];
  let candidates = names.map((_, node) => node).filter((node) => finishes[node] === last);
  for (let node = candidates.sort(byName)[0]; node !== undefined; node = candidates.sort(byName)[0]) {
    path.push(node);
    candidates = (drivers[node] ?? []).map(({ from }) => from);
  }
  return path.reverse();
}

function emptyDates({ items }: Network): Dates {
  const size = items.length;
  return { units: new Float64Array(size), startAt: new Float64Array(size), finishAt: new Float64Array(size) };
}

function place({ units, startAt, finishAt }: Dates, node: number, start: number, item: NetworkItem): void {
  units[node] = start;
  startAt[node] = item.timeline.startAt(start);
  finishAt[node] = item.timeline.finishAt(start + item.duration);
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
