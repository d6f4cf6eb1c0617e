import { fromEpochDay, toEpochDay } from "../calendar/civil-date.ts";
import { daysInWindow, previousWorkingDay } from "../calendar/working-days.ts";
import { type CivilDate, isOpenMilestone, type Plan, type PlanMilestone } from "../plan.ts";
import { createDateGraph, type DateArc, type DateGraph } from "./date-graph.ts";
import { pushFollowers } from "./date-push.ts";
import { createGraph, shortestCycle, topologicalOrder } from "./graph.ts";
import { pushedMoves, type WindowMove, windowMove } from "./window-move.ts";

export interface BackFrom {
  readonly milestoneId: string;
  /** The day from outside on or before which the milestone is to be reached. */
  readonly on: CivilDate;
}

export interface ComputedBack {
  /** Old and new dates: the milestone itself first, then what leads to it, latest first, then what its move pushes. */
  readonly moves: readonly WindowMove[];
  /** Milestones that would have to begin, or to be reached, before today: so many days are missing. */
  readonly tooLate: readonly string[];
  readonly refusal: "no_such_milestone" | "milestone_closed" | "cycle" | null;
}

/**
 * By when must everything be done so that a day from outside is kept? A preview: nothing is applied.
 *
 * The milestone gets the last working day on or before that day, and everything that leads to it, through links and phases, the latest
 * dates that still hold; windows keep their working days, lags their own calendar. What has no date yet gets one where a link needs it.
 * What follows moves later as far as it has to. Accepted and dropped milestones stay.
 * @param today only to say what is too late
 * @example computedBack(plan, { milestoneId: "launch", on: "2026-06-27" }, "2026-05-12").moves
 * // [{ milestoneId: "launch", from: {...}, to: { startOn: null, targetOn: "2026-06-26" }, slipDays: -3, reason: { by: "change" } }, ...]
 */
export function computedBack(plan: Plan, { milestoneId, on }: BackFrom, today: CivilDate): ComputedBack {
  const anchor = plan.milestones.find(({ id }) => id === milestoneId);
  if (anchor === undefined) return refused("no_such_milestone");
  if (!isOpenMilestone(anchor)) return refused("milestone_closed");
  const dated = { ...plan, milestones: plan.milestones.map((each) => datedAt(each, on)) };
  const graph = createDateGraph(dated);
  const latest = latestBorders(graph, milestoneId, on);
  if (latest === null) return refused("cycle");
  const own = plan.milestones.flatMap((each) => movedBack(each, latest, graph, milestoneId));
  const after = { ...plan, milestones: plan.milestones.map((each) => withMove(each, own)) };
  const pushed = pushedLater(after, own);
  if (pushed === null) return refused("cycle");
  const moves = [...own.sort(laterFirst(milestoneId)), ...pushed];
  const tooLate = moves.filter(({ to }) => (to.startOn ?? to.targetOn ?? today) < today);
  return { moves, tooLate: tooLate.map((move) => move.milestoneId), refusal: null };
}

function refused(refusal: ComputedBack["refusal"]): ComputedBack {
  return { moves: [], tooLate: [], refusal };
}

/** A milestone without a date can only be asked for one when it stands somewhere. */
function datedAt(milestone: PlanMilestone, on: CivilDate): PlanMilestone {
  return isOpenMilestone(milestone) && milestone.targetOn === null
    ? {
        ...milestone,
        targetOn: milestone.startOn !== null && milestone.startOn > on ? milestone.startOn : on,
      }
    : milestone;
}

/** The latest border of every end that leads to the milestone's target, its own included; `null` in a cycle. */
function latestBorders(graph: DateGraph, milestoneId: string, on: CivilDate): Map<number, number> | null {
  const finish = graph.nodeOf(milestoneId, "finish");
  if (finish === undefined) return new Map();
  const leading = leadingTo(graph, finish);
  const arcs = [...leading].flatMap((node) =>
    (graph.incoming[node] ?? []).filter(({ from }) => leading.has(from)),
  );
  const part = createGraph(graph.names, arcs);
  if (shortestCycle(part) !== null) return null;
  const borders = new Map([[finish, toEpochDay(previousWorkingDay(graph.calendars.project, on)) + 1]]);
  for (const node of topologicalOrder(part).reverse()) {
    const own = graph.nodes[node];
    if (own === undefined || borders.has(node) || !leading.has(node)) continue;
    const outgoing = part.outgoing[node] ?? [];
    const allowed = outgoing.flatMap((arc) => latestBefore(arc, borders.get(arc.to)) ?? []);
    if (allowed.length === 0) continue;
    const last = workedBefore(graph, own.end, Math.min(...allowed));
    // A phase opens early enough for all its parts, those included that lead elsewhere.
    const opensOnly = outgoing.every(({ source }) => source.by === "part");
    borders.set(node, opensOnly ? Math.min(last, own.border) : last);
  }
  return borders;
}

function leadingTo(graph: DateGraph, finish: number): Set<number> {
  const leading = new Set([finish]);
  for (const node of leading) {
    for (const { from } of graph.incoming[node] ?? [])
      if (graph.nodes[from]?.fixed === false) leading.add(from);
  }
  return leading;
}

/** The last border from which an arc still reaches its end in time. */
function latestBefore({ days, lag }: DateArc, limit: number | undefined): number | null {
  if (limit === undefined) return null;
  return lag === 0 ? limit : days.startAt(days.worked(limit) - lag);
}

/** The last border at or before this one at which an end falls on a working day. */
function workedBefore({ calendars }: DateGraph, end: "start" | "finish", border: number): number {
  const { days } = calendars.project;
  return end === "start" ? days.startAt(days.worked(border + 1) - 1) : days.finishAt(days.worked(border));
}

function movedBack(
  milestone: PlanMilestone,
  latest: ReadonlyMap<number, number>,
  graph: DateGraph,
  anchorId: string,
): WindowMove[] {
  const { id, startOn, targetOn } = milestone;
  const finish = latest.get(graph.nodeOf(id, "finish") ?? -1);
  const start = latest.get(graph.nodeOf(id, "start") ?? -1);
  if (finish === undefined && start === undefined) return [];
  const target = finish === undefined ? targetOn : fromEpochDay(finish - 1);
  const to = {
    startOn: startOn === null ? null : startFor(milestone, start, target, graph),
    targetOn: target,
  };
  if (to.startOn === startOn && to.targetOn === targetOn) return [];
  const successor = leadsTo(graph, latest, id);
  return [
    windowMove(milestone, to, graph, id === anchorId || successor === null ? { by: "change" } : successor),
  ];
}

/** The window keeps its working days where nothing holds its start earlier. */
function startFor(
  { startOn, targetOn }: PlanMilestone,
  start: number | undefined,
  target: CivilDate | null,
  { calendars }: DateGraph,
): CivilDate | null {
  if (start !== undefined) return fromEpochDay(start);
  if (startOn === null || targetOn === null || target === null) return startOn;
  const { days } = calendars.project;
  const length = Math.max(1, daysInWindow(calendars.project, toEpochDay(startOn), toEpochDay(targetOn)));
  return fromEpochDay(days.startAt(days.worked(toEpochDay(target) + 1) - length));
}

/** The link or phase that asks for the dates. */
function leadsTo(
  graph: DateGraph,
  latest: ReadonlyMap<number, number>,
  id: string,
): WindowMove["reason"] | null {
  for (const end of ["finish", "start"] as const) {
    for (const { to, source } of graph.outgoing[graph.nodeOf(id, end) ?? -1] ?? []) {
      const milestoneId = graph.nodes[to]?.milestoneId ?? "";
      if (!latest.has(to) || milestoneId === id) continue;
      return source.by === "link"
        ? { by: "link", linkId: source.linkId, milestoneId }
        : { by: "part", milestoneId };
    }
  }
  return null;
}

function pushedLater(after: Plan, own: readonly WindowMove[]): WindowMove[] | null {
  const graph = createDateGraph(after);
  const ends = own.flatMap(({ milestoneId }) => [
    graph.nodeOf(milestoneId, "start"),
    graph.nodeOf(milestoneId, "finish"),
  ]);
  const given = ends.flatMap((node) =>
    node === undefined ? [] : [[node, graph.nodes[node]?.border ?? 0] as const],
  );
  const result = pushFollowers(graph, new Map(given));
  return result.ok ? pushedMoves(after, graph, result.push) : null;
}

function withMove(milestone: PlanMilestone, moves: readonly WindowMove[]): PlanMilestone {
  const move = moves.find(({ milestoneId }) => milestoneId === milestone.id);
  return move === undefined ? milestone : { ...milestone, ...move.to };
}

function laterFirst(anchorId: string) {
  return (a: WindowMove, b: WindowMove): number => {
    if (a.milestoneId === anchorId || b.milestoneId === anchorId) return a.milestoneId === anchorId ? -1 : 1;
    const [one, other] = [a.to.targetOn ?? "", b.to.targetOn ?? ""];
    return one > other ? -1 : one < other ? 1 : a.milestoneId < b.milestoneId ? -1 : 1;
  };
}
