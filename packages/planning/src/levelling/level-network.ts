import type { Timeline } from "../calendar/timeline.ts";
import type { LinkKind } from "../plan.ts";
import { createGraph, type Graph, type GraphArc } from "../schedule/graph.ts";
import type { WorkAxis } from "./work-axis.ts";

/**
 * `start`, `work_done` and `finish` are the three moments of a milestone: its window opens, its last card is done, the client has
 * answered. `part` is what one person does of a card, `request` what the client has been asked for. `past` has happened.
 */
export type LevelNodeKind = "start" | "work_done" | "finish" | "part" | "request" | "past";

export interface LevelNode {
  readonly kind: LevelNodeKind;
  /** The milestone or card that it belongs to. */
  readonly itemId: string;
  readonly personId: string | null;
  /** Index of the person whose one thing at a time it is; -1 for what nobody does. */
  readonly person: number;
  /** Share of the working time that it gets, 1-100. */
  readonly percent: number;
  /** The line of working time that it takes up; `null` for a moment. */
  readonly axis: WorkAxis | null;
  /** Units of the axis. */
  readonly length: number;
  /** Minutes of effort behind the length. */
  readonly minutes: number;
  /** It starts no earlier than this minute. */
  readonly earliest: number;
}

export interface LevelArc extends GraphArc {
  readonly kind: LinkKind;
  /** In units of `lagTimeline`; negative is a lead. */
  readonly lag: number;
  readonly lagTimeline: Timeline | null;
  /** `null` for what the plan says without a link: a card inside its milestone. */
  readonly linkId: string | null;
}

/** The nodes in which an item starts and finishes: the same ones for a card. */
export interface ItemNodes {
  readonly starts: readonly number[];
  readonly finishes: readonly number[];
  /** Of an open milestone, the moment at which all that it holds is done. */
  readonly workDone: number | null;
}

/** All work of a plan and what waits for what, before anybody is given one thing at a time. */
export interface LevelNetwork extends Graph<LevelArc> {
  readonly nodes: readonly LevelNode[];
  readonly items: ReadonlyMap<string, ItemNodes>;
  /** Ids by person index. */
  readonly personIds: readonly string[];
}

/** Collects the nodes and arcs of one network. */
export class LevelNetworkBuilder {
  readonly #nodes: LevelNode[] = [];
  readonly #arcs: LevelArc[] = [];
  readonly #items = new Map<string, ItemNodes>();

  add(node: LevelNode): number {
    return this.#nodes.push(node) - 1;
  }

  /** A moment of a milestone, or something that has happened. */
  moment(kind: LevelNodeKind, itemId: string, earliest: number): number {
    return this.add({
      kind,
      itemId,
      personId: null,
      person: -1,
      percent: 100,
      axis: null,
      length: 0,
      minutes: 0,
      earliest,
    });
  }

  register(itemId: string, nodes: ItemNodes): void {
    this.#items.set(itemId, nodes);
  }

  nodesOf(itemId: string | null): ItemNodes | undefined {
    return this.#items.get(itemId ?? "");
  }

  arc(
    from: number,
    to: number,
    kind: LinkKind,
    {
      lag = 0,
      on = null,
      linkId = null,
    }: { lag?: number; on?: Timeline | null; linkId?: string | null } = {},
  ): void {
    this.#arcs.push({ from, to, kind, lag, lagTimeline: lag === 0 ? null : on, linkId });
  }

  build(personIds: readonly string[]): LevelNetwork {
    const names = this.#nodes.map(({ itemId }) => itemId);
    return { ...createGraph(names, this.#arcs), nodes: this.#nodes, items: this.#items, personIds };
  }
}

export function leavesFinish(kind: LinkKind): boolean {
  return kind === "FS" || kind === "FF";
}

export function entersFinish(kind: LinkKind): boolean {
  return kind === "FF" || kind === "SF";
}
