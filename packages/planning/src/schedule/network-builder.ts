import { type Calendar, ELAPSED_CALENDAR } from "../calendar/calendar.ts";
import type { Timeline } from "../calendar/timeline.ts";
import type { LagCalendar, LinkKind, PlanLink } from "../plan.ts";
import { createGraph } from "./graph.ts";
import type { Network, NetworkArc, NetworkItem } from "./network.ts";

export interface PlanArc extends NetworkArc {
  /** `null` for what the plan says without a link: a window's length, a card inside its milestone. */
  readonly linkId: string | null;
}

/** A milestone is two events, the start of its window and its target; a card is one piece of work. */
export interface PlanNodes {
  readonly kind: "milestone" | "card";
  readonly start: number;
  readonly finish: number;
  readonly calendar: Calendar;
  /** Reached: it holds others, nothing moves it. */
  readonly fixed: boolean;
}

export interface PlanNetwork extends Network<PlanArc> {
  /** The nodes of each milestone and card that takes part. */
  readonly nodes: ReadonlyMap<string, PlanNodes>;
  readonly calendar: Calendar;
}

/** Collects the items and arcs of one network on minute timelines; earliest moments left open (`null`) are `floor`. */
export class NetworkBuilder {
  readonly calendar: Calendar;
  readonly #floor: number;
  readonly #names: string[] = [];
  readonly #items: NetworkItem[] = [];
  readonly #arcs: PlanArc[] = [];
  readonly #nodes = new Map<string, PlanNodes>();

  constructor(calendar: Calendar, floor: number) {
    this.calendar = calendar;
    this.#floor = floor;
  }

  /** Something that has happened. */
  event(id: string, moment: number | null): void {
    const node = this.#add(id, this.calendar, 0, moment);
    this.#nodes.set(id, {
      kind: "milestone",
      start: node,
      finish: node,
      calendar: this.calendar,
      fixed: true,
    });
  }

  /** A start and a target at least `length` working minutes apart. */
  window(id: string, earliestStart: number | null, earliestTarget: number | null, length: number): void {
    const start = this.#add(id, this.calendar, 0, earliestStart);
    const finish = this.#add(id, this.calendar, 0, earliestTarget);
    this.#nodes.set(id, { kind: "milestone", start, finish, calendar: this.calendar, fixed: false });
    this.#arc(start, finish, "SF", length, this.calendar.minutes, null);
  }

  work(id: string, calendar: Calendar, duration: number, earliest: number | null): void {
    const node = this.#add(id, calendar, duration, earliest);
    this.#nodes.set(id, { kind: "card", start: node, finish: node, calendar, fixed: false });
  }

  /** `id` happens within the window of `holderId`. */
  contain(id: string, holderId: string | null): void {
    const part = this.#nodes.get(id);
    const holder = this.#nodes.get(holderId ?? "");
    if (part === undefined || holder === undefined || part.fixed || holder.fixed) return;
    this.#arc(holder.start, part.start, "SS", 0, this.calendar.minutes, null);
    this.#arc(part.finish, holder.finish, "FF", 0, this.calendar.minutes, null);
  }

  link({ id, from, to, kind, lagDays, lagCalendar }: PlanLink): void {
    const predecessor = this.#nodes.get(from);
    const successor = this.#nodes.get(to);
    if (predecessor === undefined || successor === undefined || successor.fixed) return;
    const calendar = this.#lagCalendar(lagCalendar, predecessor, successor);
    const leaving = kind === "FS" || kind === "FF" ? predecessor.finish : predecessor.start;
    const entering = kind === "FF" || kind === "SF" ? successor.finish : successor.start;
    this.#arc(leaving, entering, kind, lagDays * calendar.minutesPerDay, calendar.minutes, id);
  }

  build(): PlanNetwork {
    const graph = createGraph(this.#names, this.#arcs);
    return { ...graph, items: this.#items, nodes: this.#nodes, calendar: this.calendar };
  }

  #lagCalendar(choice: LagCalendar, predecessor: PlanNodes, successor: PlanNodes): Calendar {
    switch (choice) {
      case "predecessor":
        return predecessor.calendar;
      case "successor":
        return successor.calendar;
      case "project":
        return this.calendar;
      case "elapsed":
        return ELAPSED_CALENDAR;
    }
  }

  #add(name: string, calendar: Calendar, duration: number, earliest: number | null): number {
    this.#names.push(name);
    return this.#items.push({ timeline: calendar.minutes, duration, earliest: earliest ?? this.#floor }) - 1;
  }

  #arc(
    from: number,
    to: number,
    kind: LinkKind,
    lag: number,
    lagTimeline: Timeline,
    linkId: string | null,
  ): void {
    this.#arcs.push({ from, to, kind, lag, lagTimeline, linkId });
  }
}
