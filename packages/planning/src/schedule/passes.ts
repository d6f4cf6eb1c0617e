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
import { lastRest, lastUnit, placeEarly, placeLate, placeOnTerms, slackOnTerms } from "./placement.ts";

/**
 * The steps of the critical path method, one node at a time, with what they have found so far: the forward step needs the early dates
 * of all before the node, the backward step the late dates of all after it, free slack the early dates of all after it.
 */
export class Passes<Arc extends NetworkArc = NetworkArc> {
  readonly network: Network<Arc>;
  readonly early: Dates;
  readonly late: Dates;
  readonly totalSlack: Float64Array;
  readonly freeSlack: Float64Array;
  end = Number.NEGATIVE_INFINITY;
  /** With which unit of its timeline each node begins at the earliest; of those without terms. */
  readonly #earlyUnits: Float64Array;
  /** The last answer of {@link #bound}. */
  #start = 0;
  #finish = 0;
  readonly #room = emptyDates(1);

  constructor(network: Network<Arc>) {
    const size = network.items.length;
    this.network = network;
    this.early = emptyDates(size);
    this.late = emptyDates(size);
    this.#earlyUnits = new Float64Array(size);
    this.totalSlack = new Float64Array(size);
    this.freeSlack = new Float64Array(size);
  }

  /** The early dates of a node. */
  forward(node: number): void {
    const item = itemAt(this.network, node);
    let start = item.earliest;
    let finish = Number.NEGATIVE_INFINITY;
    const arcs = this.network.incoming[node] ?? [];
    for (let i = 0; i < arcs.length; i++) {
      const arc = arcs[i];
      if (arc === undefined) continue;
      const moment = reach(arc, this.early);
      if (entersFinish(arc.kind)) {
        if (moment > finish) finish = moment;
      } else if (moment > start) start = moment;
    }
    if (item.terms !== undefined) placeOnTerms(item, item.terms, start, finish, this.early, node);
    else this.#earlyUnits[node] = placeEarly(item, start, finish, this.early, node);
  }

  /** The late dates of a node: the last that keep the end and the late dates of all that follows. */
  backward(node: number): void {
    const item = itemAt(this.network, node);
    if (item.terms?.over) {
      this.late.startAt[node] = this.early.startAt[node] ?? 0;
      this.late.finishAt[node] = this.early.finishAt[node] ?? 0;
      return;
    }
    this.#bound(this.network.outgoing[node] ?? [], this.late, true);
    if (item.terms !== undefined) {
      this.#finish = Math.min(this.#finish, item.terms.latestFinish, item.terms.deadline);
      this.#start = Math.min(this.#start, item.terms.latestStart);
    }
    placeLate(item, this.#start, this.#finish, this.late, node);
  }

  /** Total and free slack of a node; free slack is never negative. */
  slack(node: number): void {
    const item = itemAt(this.network, node);
    const arcs = this.network.outgoing[node] ?? [];
    if (item.terms === undefined) {
      const last = item.timeline.worked(this.late.startAt[node] ?? 0);
      this.totalSlack[node] = last - (this.#earlyUnits[node] ?? 0);
      this.freeSlack[node] = this.room(node, arcs);
      return;
    }
    const total = slackOnTerms(item.terms, this.early, this.late, node);
    this.totalSlack[node] = total;
    if (item.terms.over) this.freeSlack[node] = 0;
    else this.freeSlack[node] = Math.max(0, arcs.length === 0 ? total : this.room(node, arcs));
  }

  /** How far a node can slip before one of these arcs moves what follows it, or the end moves. */
  room(node: number, arcs: readonly Arc[]): number {
    const item = itemAt(this.network, node);
    this.#bound(arcs, this.early, false);
    if (item.terms === undefined) {
      return lastUnit(item, this.#start, this.#finish) - (this.#earlyUnits[node] ?? 0);
    }
    placeLate(item, this.#start, this.#finish, this.#room, 0);
    return slackOnTerms(item.terms, this.early, this.#room, node, 0);
  }

  /** By when a node must start and finish so that these arcs keep the end and the given dates of what follows. */
  #bound(arcs: readonly Arc[], dates: Dates, late: boolean): void {
    let start = Number.POSITIVE_INFINITY;
    let finish = this.end;
    for (let i = 0; i < arcs.length; i++) {
      const arc = arcs[i];
      if (arc === undefined || (late && arc.forwardOnly)) continue;
      const moment = reachBack(arc, this.network, dates);
      if (leavesFinish(arc.kind)) {
        if (moment < finish) finish = moment;
      } else if (moment < start) start = moment;
    }
    this.#start = start;
    this.#finish = finish;
  }
}

/** The moment to which an arc leads from its predecessor: no earlier may the successor start, or finish. */
export function reach({ from, kind, lag, lagTimeline }: NetworkArc, dates: Dates): number {
  const left = (leavesFinish(kind) ? dates.finishAt[from] : dates.startAt[from]) ?? 0;
  return lag === 0 ? left : lagTimeline.finishAt(lagTimeline.worked(left) + lag);
}

/** The last moment from which {@link reach} leads no further than the successor's date. */
function reachBack({ to, kind, lag, lagTimeline }: NetworkArc, network: Network, dates: Dates): number {
  const entered = entersFinish(kind)
    ? enteredFinish(itemAt(network, to), dates.finishAt[to] ?? 0)
    : (dates.startAt[to] ?? 0);
  return lag === 0 ? entered : lagTimeline.startAt(lagTimeline.worked(entered) - lag);
}

/** Work that has ended could as well have ended at any moment of the time off that follows, unless it is a fact. */
function enteredFinish({ timeline, terms }: NetworkItem, finish: number): number {
  if (terms?.pinned) return finish;
  return terms?.parts ? lastRest(terms.parts, finish) : timeline.startAt(timeline.worked(finish));
}
