import type { Timeline } from "../calendar/timeline.ts";
import { daysInWindow, workingDayFrom } from "../calendar/working-days.ts";
import { isOpenMilestone, type Plan, type PlanMilestone } from "../plan.ts";
import { createGraph, type Graph, type GraphArc } from "./graph.ts";
import {
  afterLag,
  type Borders,
  bordersOf,
  type DateCalendars,
  dateCalendars,
  type End,
  enteringEnd,
  heldBorder,
  leavingEnd,
} from "./link-dates.ts";

/** One end of a milestone's window. */
export interface DateNode {
  readonly milestoneId: string;
  readonly end: End;
  /** A border between days, see {@link Borders}. */
  readonly border: number;
  /** Accepted: nothing moves it. */
  readonly fixed: boolean;
}

export type DateArcSource =
  | { readonly by: "link"; readonly linkId: string }
  /** A window keeps its length when its start is pushed. */
  | { readonly by: "window" }
  /** A minor milestone keeps within its phase. */
  | { readonly by: "part" };

export interface DateArc extends GraphArc {
  readonly source: DateArcSource;
  readonly lag: number;
  readonly days: Timeline;
}

export interface DateGraph extends Graph<DateArc> {
  readonly nodes: readonly DateNode[];
  readonly calendars: DateCalendars;
  nodeOf(milestoneId: string, end: End): number | undefined;
}

/** How the dates of a plan's milestones hold each other: by links, by their windows, by their phases. Dropped ones hold nothing. */
export function createDateGraph(plan: Plan): DateGraph {
  const calendars = dateCalendars(plan.calendar);
  const milestones = new Map(
    plan.milestones.filter(({ state }) => state !== "dropped").map((m) => [m.id, m]),
  );
  const nodes = [...milestones.values()].flatMap(nodesOf);
  const places = new Map(nodes.map(({ milestoneId, end }, i) => [`${end} ${milestoneId}`, i]));
  const nodeOf = (milestoneId: string, end: End) => places.get(`${end} ${milestoneId}`);
  const { project, elapsed } = calendars;
  const arcs: DateArc[] = [];
  const join = (
    from: number | undefined,
    to: number | undefined,
    source: DateArcSource,
    lag: number,
    days: Timeline,
  ) => {
    if (from !== undefined && to !== undefined) arcs.push({ from, to, source, lag, days });
  };
  for (const { id, parentId, startOn, targetOn } of milestones.values()) {
    const length = windowDays(bordersOf(startOn, targetOn), calendars);
    join(nodeOf(id, "start"), nodeOf(id, "finish"), { by: "window" }, length, project.days);
    if (parentId === null) continue;
    if (milestones.get(parentId)?.startOn)
      join(nodeOf(parentId, "start"), nodeOf(id, "start"), { by: "part" }, 0, project.days);
    join(nodeOf(id, "finish"), nodeOf(parentId, "finish"), { by: "part" }, 0, project.days);
  }
  for (const { id, from, to, kind, lagDays, lagCalendar } of plan.links) {
    const leaving = leavingEnd(kind);
    if (leaving === "start" && milestones.get(from)?.startOn === null) continue;
    const { days } = lagCalendar === "elapsed" ? elapsed : project;
    join(nodeOf(from, leaving), nodeOf(to, enteringEnd(kind)), { by: "link", linkId: id }, lagDays, days);
  }
  const names = nodes.map(({ milestoneId }) => milestoneId);
  return { ...createGraph(names, arcs), nodes, calendars, nodeOf };
}

function nodesOf(milestone: PlanMilestone): DateNode[] {
  const borders = milestoneBorders(milestone);
  const ends: End[] = ["start", "finish"];
  return ends.flatMap((end) => {
    const border = heldBorder(borders, end);
    return border === null
      ? []
      : [{ milestoneId: milestone.id, end, border, fixed: !isOpenMilestone(milestone) }];
  });
}

/** The window of a milestone; an accepted one ended on the day it was reached. */
export function milestoneBorders({ state, startOn, targetOn, reachedOn }: PlanMilestone): Borders {
  return bordersOf(startOn, state === "accepted" ? (reachedOn ?? targetOn) : targetOn);
}

/** At least one working day, also for a window that lies on free days alone. */
function windowDays({ start, finish }: Borders, { project }: DateCalendars): number {
  return start === null || finish === null ? 1 : Math.max(1, daysInWindow(project, start, finish - 1));
}

/** The first border that an arc allows to the node it enters. */
export function arcDemand({ days, lag }: DateArc, leaving: number): number {
  return afterLag(days, leaving, lag);
}

/** The first border at or after `border` that makes the end fall on a working day. */
export function onWorkingDay({ project }: DateCalendars, end: End, border: number): number {
  return end === "start" ? workingDayFrom(project, border) : workingDayFrom(project, border - 1) + 1;
}
