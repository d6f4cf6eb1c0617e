import { CONTINUOUS, type Timeline } from "../calendar/timeline.ts";
import { createGraph } from "../schedule/graph.ts";
import {
  entersFinish,
  leavesFinish,
  type Network,
  type NetworkArc,
  type NetworkItem,
  type Span,
} from "../schedule/network.ts";
import type { TaskCalendars } from "./task-calendars.ts";
import { DAWN, type ItemSetting, taskItem } from "./task-item.ts";
import type { PlanTask, TaskLink, TaskPlan } from "./task-plan.ts";
import type { TaskTree } from "./task-tree.ts";
import { nominalDuration } from "./task-work.ts";

export interface TaskArc extends NetworkArc {
  /** `null` where a summary hands on to what is below it, or a delay to its task. */
  readonly link: TaskLink | null;
}

export interface TaskNetwork extends Network<TaskArc> {
  /** The node of each leaf. */
  readonly nodes: ReadonlyMap<string, number>;
  /** Where the links out of a summary begin, by its id. */
  readonly ends: ReadonlyMap<string, number>;
  /** The same items, to be replaced one by one when a task changes. */
  readonly items: NetworkItem[];
  readonly settings: ReadonlyMap<string, ItemSetting>;
}

export interface NetworkSetting {
  /** Where work begins that nothing else holds. */
  readonly floor: number;
  readonly restFrom: number;
  /** Spans already found, by task. */
  readonly placed: ReadonlyMap<string, Span>;
  /** Which part of a summary begins first; without an answer the links from its beginning are left out. */
  firstPart(summaryId: string): string | undefined;
}

/**
 * The network of a plan. A link into a summary leads to a gate before all that is below it, a link out of one leaves an event after it;
 * a link from its beginning leaves the part of it that begins first.
 */
export function taskNetwork(
  plan: TaskPlan,
  tree: TaskTree,
  calendars: TaskCalendars,
  setting: NetworkSetting,
): TaskNetwork {
  return new TaskNetworkBuilder(tree, calendars, setting).build(
    plan.links.filter((link) => takesPart(link, tree)),
  );
}

function takesPart({ from, to }: TaskLink, { byId }: TaskTree): boolean {
  return byId.get(from)?.active !== false && byId.get(to)?.active !== false;
}

class TaskNetworkBuilder {
  readonly #tree: TaskTree;
  readonly #calendars: TaskCalendars;
  readonly #setting: NetworkSetting;
  readonly #names: string[] = [];
  readonly #items: NetworkItem[] = [];
  readonly #arcs: TaskArc[] = [];
  readonly #nodes = new Map<string, number>();
  readonly #gates = new Map<string, number>();
  readonly #ends = new Map<string, number>();
  readonly #settings = new Map<string, ItemSetting>();
  /** Leaves that a link leads to, and how. */
  readonly #led = new Map<string, { toFinish: boolean }>();

  constructor(tree: TaskTree, calendars: TaskCalendars, setting: NetworkSetting) {
    this.#tree = tree;
    this.#calendars = calendars;
    this.#setting = setting;
  }

  build(links: readonly TaskLink[]): TaskNetwork {
    for (const link of links) this.#markLed(link);
    for (const task of this.#tree.leaves) this.#addLeaf(task);
    for (const task of this.#tree.summaries) this.#holdSummary(task);
    for (const link of links) this.#addLink(link);
    return {
      ...createGraph(this.#names, this.#arcs),
      items: this.#items,
      nodes: this.#nodes,
      ends: this.#ends,
      settings: this.#settings,
    };
  }

  #markLed({ to, kind }: TaskLink): void {
    for (const { id } of this.#tree.leavesOf(to)) {
      const toFinish = kind === "FF" || (this.#led.get(id)?.toFinish ?? false);
      this.#led.set(id, { toFinish });
    }
  }

  #addLeaf(task: PlanTask): void {
    const { floor, restFrom, placed } = this.#setting;
    const led = this.#led.get(task.id);
    const setting: ItemSetting = {
      floor: this.#delayed(task, floor),
      led: led !== undefined && !led.toFinish,
      restFrom,
      placed: placed.get(task.id) ?? null,
    };
    this.#settings.set(task.id, setting);
    const node = this.#add(task.id, taskItem(task, this.#calendars, setting));
    this.#nodes.set(task.id, node);
    if (led === undefined || task.delay === undefined) return;
    const gate = this.#add(task.id, event(DAWN));
    this.#gates.set(task.id, gate);
    this.#arcs.push({ ...handOn(gate, node), lag: task.delay.minutes, lagTimeline: this.#delayTime(task) });
  }

  #delayed(task: PlanTask, floor: number): number {
    if (task.delay === undefined) return floor;
    const timeline = this.#delayTime(task);
    return timeline.startAt(timeline.worked(floor) + task.delay.minutes);
  }

  #delayTime({ delay, calendarId }: PlanTask): Timeline {
    return delay?.elapsed ? CONTINUOUS : this.#calendars.calendar(calendarId).minutes;
  }

  /** A constraint on a summary holds all that is below it. */
  #holdSummary({ id, constraint }: PlanTask): void {
    if (constraint?.at === undefined) return;
    if (constraint.kind === "SNET" || constraint.kind === "MSO") this.#gateOf(id, constraint.at);
    if (constraint.kind !== "FNLT" && constraint.kind !== "MFO") return;
    const end = this.#endOf(id);
    const item = this.#items[end];
    if (item !== undefined) this.#items[end] = { ...item, terms: lateBound(constraint.at) };
  }

  #addLink(link: TaskLink): void {
    const from = this.#leave(link);
    if (from === undefined) return;
    for (const to of this.#enter(link)) {
      this.#arcs.push({
        from,
        to,
        kind: link.kind,
        ...this.#lagOf(link),
        link,
        forwardOnly: this.#forwardOnly(link),
      });
    }
  }

  /** What is done holds nothing back, and the start of what has begun or was set by hand stays where it is. */
  #forwardOnly({ from, to, kind }: TaskLink): boolean {
    const successor = this.#tree.byId.get(to);
    const predecessor = this.#tree.byId.get(from);
    const stays = predecessor?.manual !== undefined || predecessor?.progress !== undefined;
    return (stays && !leavesFinish(kind)) || successor?.progress?.finishedAt !== undefined;
  }

  #leave({ from, kind }: TaskLink): number | undefined {
    if (!this.#tree.isSummary(from)) return this.#nodes.get(from);
    if (leavesFinish(kind)) return this.#endOf(from);
    return this.#nodes.get(this.#setting.firstPart(from) ?? "");
  }

  #enter({ to, kind }: TaskLink): number[] {
    if (!entersFinish(kind) && this.#tree.isSummary(to)) return [this.#gateOf(to)];
    return this.#tree.leavesOf(to).flatMap(({ id }) => {
      const gate = entersFinish(kind) ? undefined : this.#gates.get(id);
      return gate ?? this.#nodes.get(id) ?? [];
    });
  }

  #lagOf({ from, to, lag, lagCalendar }: TaskLink): { lag: number; lagTimeline: Timeline } {
    if (lag === undefined) return { lag: 0, lagTimeline: CONTINUOUS };
    const { byId } = this.#tree;
    const predecessor = byId.get(from);
    const minutes =
      "minutes" in lag
        ? lag.minutes
        : Math.round(((predecessor ? nominalDuration(predecessor, this.#calendars) : 0) * lag.percent) / 100);
    switch (lagCalendar ?? "successor") {
      case "24h":
        return { lag: minutes, lagTimeline: CONTINUOUS };
      case "project":
        return { lag: minutes, lagTimeline: this.#calendars.calendar().minutes };
      case "predecessor":
        return { lag: minutes, lagTimeline: this.#calendars.calendar(predecessor?.calendarId).minutes };
      case "successor":
        return { lag: minutes, lagTimeline: this.#calendars.calendar(byId.get(to)?.calendarId).minutes };
    }
  }

  #gateOf(id: string, earliest = DAWN): number {
    const known = this.#gates.get(id);
    if (known !== undefined) return known;
    const gate = this.#add(id, event(earliest));
    this.#gates.set(id, gate);
    for (const leaf of this.#tree.leavesOf(id)) {
      const node = this.#gates.get(leaf.id) ?? this.#nodes.get(leaf.id);
      if (node !== undefined) this.#arcs.push(handOn(gate, node));
    }
    return gate;
  }

  #endOf(id: string): number {
    const known = this.#ends.get(id);
    if (known !== undefined) return known;
    const end = this.#add(id, event(DAWN));
    this.#ends.set(id, end);
    for (const leaf of this.#tree.leavesOf(id)) {
      const node = this.#nodes.get(leaf.id);
      if (node !== undefined) this.#arcs.push(handOn(node, end));
    }
    return end;
  }

  #add(name: string, item: NetworkItem): number {
    this.#names.push(name);
    return this.#items.push(item) - 1;
  }
}

function event(earliest: number): NetworkItem {
  return { timeline: CONTINUOUS, duration: 0, earliest };
}

function handOn(from: number, to: number): TaskArc {
  return { from, to, kind: "FS", lag: 0, lagTimeline: CONTINUOUS, link: null };
}

function lateBound(latestFinish: number): NonNullable<NetworkItem["terms"]> {
  return {
    parts: null,
    slackTimeline: CONTINUOUS,
    earliestFinish: Number.NEGATIVE_INFINITY,
    latestStart: Number.POSITIVE_INFINITY,
    latestFinish: Number.POSITIVE_INFINITY,
    deadline: latestFinish,
    pinned: null,
    over: false,
    looseFinish: false,
  };
}
