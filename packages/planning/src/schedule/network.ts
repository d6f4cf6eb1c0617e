import type { Timeline } from "../calendar/timeline.ts";
import type { LinkKind } from "../plan.ts";
import type { Graph, GraphArc } from "./graph.ts";

/** Work of a fixed length that goes on without a break on its own calendar. */
export interface NetworkItem {
  readonly timeline: Timeline;
  /** In units of its timeline; 0 is an event. */
  readonly duration: number;
  /** It starts no earlier than this moment. */
  readonly earliest: number;
  readonly terms?: ItemTerms;
}

/** What else a person or a fact says about an item. Moments without a say are infinite. */
export interface ItemTerms {
  /** What it is made of where several people work on it, each on their own timeline; `null` when `duration` says it all. */
  readonly parts: readonly WorkPart[] | null;
  /** On which its slack is counted. */
  readonly slackTimeline: Timeline;
  /** It finishes no earlier than this moment. */
  readonly earliestFinish: number;
  /** Hard: it is brought forward to these moments even against its links, whose slack then is negative. */
  readonly latestStart: number;
  readonly latestFinish: number;
  /** Soft: it counts for the late dates alone. */
  readonly deadline: number;
  /** Dates that are facts or were set by hand: no link moves them. */
  readonly pinned: Span | null;
  /** Over and done: its late dates are its early ones. */
  readonly over: boolean;
  /** Its late finish is the moment that its links leave it, not the end of the work before. */
  readonly looseFinish: boolean;
}

/** A person's share of an item: `delay` units after the start of the item it goes on for `duration` units. */
export interface WorkPart {
  readonly timeline: Timeline;
  readonly delay: number;
  readonly duration: number;
}

export interface Span {
  readonly start: number;
  readonly finish: number;
}

export interface NetworkArc extends GraphArc {
  readonly kind: LinkKind;
  /** In units of `lagTimeline`; negative is a lead. */
  readonly lag: number;
  readonly lagTimeline: Timeline;
  /** It does not bind the late dates of its predecessor. */
  readonly forwardOnly?: boolean;
}

export interface Network<Arc extends NetworkArc = NetworkArc> extends Graph<Arc> {
  readonly items: readonly NetworkItem[];
}

/** The moments at which each item starts and finishes, by node. */
export interface Dates {
  readonly startAt: Float64Array;
  readonly finishAt: Float64Array;
}

export function emptyDates(size: number): Dates {
  return { startAt: new Float64Array(size), finishAt: new Float64Array(size) };
}

export function leavesFinish(kind: LinkKind): boolean {
  return kind === "FS" || kind === "FF";
}

export function entersFinish(kind: LinkKind): boolean {
  return kind === "FF" || kind === "SF";
}

export function itemAt(network: Network, node: number): NetworkItem {
  const item = network.items[node];
  if (item === undefined) throw new RangeError(`no item ${node} in a network of ${network.items.length}`);
  return item;
}
