import { dayOfMinute } from "../calendar/civil-date.ts";
import type { CivilDate } from "../plan.ts";
import type { CriticalPath } from "./critical-path.ts";
import { compareText } from "./graph.ts";
import type { Dates } from "./network.ts";
import type { PlanArc, PlanNetwork, PlanNodes } from "./network-builder.ts";

/** Why an item cannot be earlier: a link, or what holds it or is held by it. */
export type Driver =
  | { readonly by: "link"; readonly linkId: string; readonly itemId: string }
  | { readonly by: "part"; readonly itemId: string };

export interface ScheduledItem {
  readonly id: string;
  readonly kind: "milestone" | "card";
  /** First and last day in the earliest schedule that keeps all links. */
  readonly earlyStartOn: CivilDate;
  readonly earlyFinishOn: CivilDate;
  /** First and last day in the latest schedule that keeps the end of the plan. */
  readonly lateStartOn: CivilDate;
  readonly lateFinishOn: CivilDate;
  /** Total slack (total float) in working minutes: how far it can slip without moving the end of the plan. */
  readonly totalSlack: number;
  /** Free slack (free float) in working minutes: how far it can slip without moving anything else. */
  readonly freeSlack: number;
  /** Total slack in whole working days of its calendar, rounded down. */
  readonly totalSlackDays: number;
  /** It has no slack. */
  readonly critical: boolean;
  /** What holds it at its early dates; none when a date that somebody chose does. */
  readonly drivers: readonly Driver[];
}

type Path = CriticalPath<PlanArc>;

/** What the critical path says about one item. A milestone's slacks are those of moving its window as a whole. */
export function scheduledItem(
  id: string,
  nodes: PlanNodes,
  network: PlanNetwork,
  path: Path,
  textOf: (day: number) => CivilDate,
): ScheduledItem {
  const totalSlack = Math.min(valueAt(path.totalSlack, nodes.start), valueAt(path.totalSlack, nodes.finish));
  const early = daysOf(nodes, path.early);
  const late = daysOf(nodes, path.late);
  return {
    id,
    kind: nodes.kind,
    earlyStartOn: textOf(early.start),
    earlyFinishOn: textOf(early.finish),
    lateStartOn: textOf(late.start),
    lateFinishOn: textOf(late.finish),
    totalSlack,
    freeSlack: freeSlackOf(nodes, network, path),
    totalSlackDays: Math.floor(totalSlack / nodes.calendar.minutesPerDay),
    critical: totalSlack === 0,
    drivers: driversOf(nodes, network, path),
  };
}

/** Work that takes no time starts and ends on the same day, although its end is a moment before its start may be. */
function daysOf(nodes: PlanNodes, dates: Dates): { start: number; finish: number } {
  const start = dayOfMinute(valueAt(dates.startAt, nodes.start));
  return { start, finish: Math.max(start, dayOfMinute(valueAt(dates.finishAt, nodes.finish) - 1)) };
}

function freeSlackOf({ start, finish }: PlanNodes, network: PlanNetwork, path: Path): number {
  if (start === finish) return valueAt(path.freeSlack, start);
  const others = (network.outgoing[start] ?? []).filter(({ to }) => to !== finish);
  return Math.min(valueAt(path.freeSlack, finish), path.room(start, others));
}

function driversOf({ start, finish }: PlanNodes, network: PlanNetwork, path: Path): Driver[] {
  const arcs = start === finish ? path.drivers(start) : driversOfWindow(start, finish, path);
  const drivers = arcs.map(({ from, linkId }): Driver => {
    const itemId = network.names[from] ?? "";
    return linkId === null ? { by: "part", itemId } : { by: "link", linkId, itemId };
  });
  if (drivers.length < 2) return drivers;
  return drivers.sort((a, b) => compareText(a.itemId, b.itemId) || compareText(linkOf(a), linkOf(b)));
}

/** What holds either end of a window, its own length left out. */
function driversOfWindow(start: number, finish: number, path: Path): PlanArc[] {
  const ofFinish = path.drivers(finish).filter(({ from }) => from !== start);
  return [...path.drivers(start), ...ofFinish];
}

function linkOf(driver: Driver): string {
  return driver.by === "link" ? driver.linkId : "";
}

function valueAt(values: Float64Array, node: number): number {
  return values[node] ?? 0;
}
