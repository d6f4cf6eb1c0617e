import { fromEpochDay } from "../calendar/civil-date.ts";
import type { DateChange } from "../checks/finding.ts";
import { type CivilDate, isOpenMilestone, type Plan, type PlanMilestone } from "../plan.ts";
import { type CardOutside, cardsOutside, type FixedDateMissed, fixedDatesMissed } from "./cascade-effects.ts";
import { arcDemand, createDateGraph, type DateArc, type DateGraph, onWorkingDay } from "./date-graph.ts";
import { pushFollowers } from "./date-push.ts";
import { bordersOf, type End, heldBorder } from "./link-dates.ts";
import type { Cycle } from "./plan-schedule.ts";
import { changeMoves, pushedMoves, type WindowDates, type WindowMove } from "./window-move.ts";

export type CascadeRefusal =
  | { readonly code: "no_such_milestone" | "milestone_closed" | "start_after_target" }
  | { readonly code: "cycle"; readonly cycle: Cycle }
  /** The new date is earlier than a link allows; `earliestOn` is the first date that it does. */
  | {
      readonly code: "before_predecessor";
      readonly linkId: string;
      readonly milestoneId: string;
      readonly end: "start" | "target";
      readonly earliestOn: CivilDate;
    };

export interface CascadePreview {
  /** Old and new dates of every touched milestone, the changed one first, the others by new target. */
  readonly moves: readonly WindowMove[];
  /** Open cards whose due date falls out of a window that moved. */
  readonly cards: readonly CardOutside[];
  /** Fixed external dates that a moved milestone would miss. */
  readonly fixedDates: readonly FixedDateMissed[];
  /** Reasons why this must not be applied; none means it can be. */
  readonly refusals: readonly CascadeRefusal[];
}

/**
 * What happens to the plan when one milestone's dates change? A preview: nothing is applied.
 *
 * The changed milestone gets exactly the dates that were asked for. Those that follow are pushed later as far as links demand, onto
 * working days, and a pushed start takes its target along so that the window keeps its working days; nothing is pulled earlier.
 * Accepted and dropped milestones never move and pass nothing on. Applying the moves and asking again moves nothing.
 * @example cascade(plan, { milestoneId: "m2", targetOn: "2026-06-22" }).moves
 * // [{ milestoneId: "m2", from: {...}, to: {...}, slipDays: 6, reason: { by: "change" } },
 * //  { milestoneId: "m3", ..., reason: { by: "link", linkId: "l1", milestoneId: "m2" } }]
 */
export function cascade(plan: Plan, change: DateChange): CascadePreview {
  const milestone = plan.milestones.find(({ id }) => id === change.milestoneId);
  if (milestone === undefined) return refused({ code: "no_such_milestone" });
  if (!isOpenMilestone(milestone)) return refused({ code: "milestone_closed" });
  const to = {
    startOn: change.startOn ?? milestone.startOn,
    targetOn: change.targetOn ?? milestone.targetOn,
  };
  if (to.startOn !== null && to.targetOn !== null && to.startOn > to.targetOn)
    return refused({ code: "start_after_target" });
  const changed = withMilestone(plan, { ...milestone, ...to });
  const graph = createDateGraph(changed);
  const result = pushFollowers(graph, givenNodes(graph, milestone.id));
  if (!result.ok) return refused({ code: "cycle", cycle: cycleOf(graph, result.cycle) });
  const moves = [...changeMoves(milestone, to, graph), ...pushedMoves(plan, graph, result.push)];
  return {
    moves,
    cards: cardsOutside(plan.cards, moves),
    fixedDates: fixedDatesMissed(plan.fixedDates, moves),
    refusals: beforePredecessor(graph, milestone, to),
  };
}

/**
 * The moves that put the followers of a milestone where their links allow, the milestone itself staying; `null` in a cycle.
 * @example pushAfter(plan, "m1") // [{ milestoneId: "m2", ... }]
 */
export function pushAfter(
  plan: Plan,
  milestoneId: string,
  graph: DateGraph = createDateGraph(plan),
): readonly WindowMove[] | null {
  const result = pushFollowers(graph, givenNodes(graph, milestoneId));
  return result.ok ? pushedMoves(plan, graph, result.push) : null;
}

function refused(refusal: CascadeRefusal): CascadePreview {
  return { moves: [], cards: [], fixedDates: [], refusals: [refusal] };
}

/** The plan with one milestone in another shape. */
function withMilestone(plan: Plan, changed: PlanMilestone): Plan {
  return { ...plan, milestones: plan.milestones.map((each) => (each.id === changed.id ? changed : each)) };
}

function givenNodes(graph: DateGraph, milestoneId: string): Map<number, number> {
  const ends = [graph.nodeOf(milestoneId, "start"), graph.nodeOf(milestoneId, "finish")];
  return new Map(
    ends.flatMap((node) => (node === undefined ? [] : [[node, graph.nodes[node]?.border ?? 0]])),
  );
}

/** The links into the changed milestone that its new dates break; one that was broken before and is not made worse is no reason. */
function beforePredecessor(graph: DateGraph, old: PlanMilestone, to: WindowDates): CascadeRefusal[] {
  const oldBorders = bordersOf(old.startOn, old.targetOn);
  const ends: End[] = ["start", "finish"];
  return ends.flatMap((end) => {
    const node = graph.nodeOf(old.id, end);
    const border = node === undefined ? undefined : graph.nodes[node]?.border;
    if (node === undefined || border === undefined) return [];
    const before = heldBorder(oldBorders, end);
    if (before !== null && border >= before) return [];
    return (graph.incoming[node] ?? []).flatMap((arc): CascadeRefusal[] => {
      const demand = arcDemand(arc, graph.nodes[arc.from]?.border ?? 0);
      if (arc.source.by !== "link" || border >= demand) return [];
      const earliest = onWorkingDay(graph.calendars, end, demand);
      return [
        {
          code: "before_predecessor",
          linkId: arc.source.linkId,
          milestoneId: graph.nodes[arc.from]?.milestoneId ?? "",
          end: end === "start" && to.startOn !== null ? "start" : "target",
          earliestOn: fromEpochDay(end === "start" ? earliest : earliest - 1),
        },
      ];
    });
  });
}

function cycleOf(graph: DateGraph, arcs: readonly DateArc[]): Cycle {
  return {
    itemIds: [...new Set(arcs.map(({ from }) => graph.nodes[from]?.milestoneId ?? ""))],
    linkIds: arcs.flatMap(({ source }) => (source.by === "link" ? [source.linkId] : [])),
  };
}
