import { fromEpochDay } from "../calendar/civil-date.ts";
import { workingDaysBetween } from "../calendar/working-days.ts";
import type { CivilDate, Plan, PlanMilestone } from "../plan.ts";
import type { DateArc, DateGraph } from "./date-graph.ts";
import type { Push } from "./date-push.ts";
import { compareText } from "./graph.ts";

export interface WindowDates {
  readonly startOn: CivilDate | null;
  readonly targetOn: CivilDate | null;
}

/** Why a milestone moves: it was asked to, a link pushes it, or a minor milestone and its phase keep together. */
export type MoveReason =
  | { readonly by: "change" }
  | { readonly by: "link"; readonly linkId: string; readonly milestoneId: string }
  | { readonly by: "part"; readonly milestoneId: string };

export interface WindowMove {
  readonly milestoneId: string;
  readonly from: WindowDates;
  readonly to: WindowDates;
  /** By how many working days the target moves; `null` when it had none. */
  readonly slipDays: number | null;
  readonly reason: MoveReason;
}

/** The move that was asked for; none when it changes nothing. */
export function changeMoves(milestone: PlanMilestone, to: WindowDates, graph: DateGraph): WindowMove[] {
  const from = { startOn: milestone.startOn, targetOn: milestone.targetOn };
  if (from.startOn === to.startOn && from.targetOn === to.targetOn) return [];
  return [windowMove(milestone, to, graph, { by: "change" })];
}

/** A milestone's move to other dates, and by how much it slips. */
export function windowMove(
  { id, startOn, targetOn }: PlanMilestone,
  to: WindowDates,
  graph: DateGraph,
  reason: MoveReason,
): WindowMove {
  const from = { startOn, targetOn };
  return { milestoneId: id, from, to, slipDays: slipOf(from, to, graph), reason };
}

/** The moves that follow from it, by new target. */
export function pushedMoves(plan: Plan, graph: DateGraph, { borders, pushedBy }: Push): WindowMove[] {
  const moves = plan.milestones.flatMap((milestone): WindowMove[] => {
    const start = graph.nodeOf(milestone.id, "start");
    const finish = graph.nodeOf(milestone.id, "finish");
    const pusher = pusherOf(start, finish, pushedBy);
    if (pusher === undefined) return [];
    const from = { startOn: milestone.startOn, targetOn: milestone.targetOn };
    const startBorder = start === undefined ? undefined : borders.get(start);
    const finishBorder = finish === undefined ? undefined : borders.get(finish);
    const to = {
      startOn: from.startOn === null || startBorder === undefined ? from.startOn : fromEpochDay(startBorder),
      targetOn: finishBorder === undefined ? from.targetOn : fromEpochDay(finishBorder - 1),
    };
    return [
      {
        milestoneId: milestone.id,
        from,
        to,
        slipDays: slipOf(from, to, graph),
        reason: reasonOf(graph, pusher),
      },
    ];
  });
  return moves.sort(
    (a, b) =>
      compareText(a.to.targetOn ?? "", b.to.targetOn ?? "") || compareText(a.milestoneId, b.milestoneId),
  );
}

/** What pushes the target; where that is only its own start, what pushes the start. */
function pusherOf(
  start: number | undefined,
  finish: number | undefined,
  pushedBy: ReadonlyMap<number, DateArc>,
): DateArc | undefined {
  const ofStart = start === undefined ? undefined : pushedBy.get(start);
  const ofFinish = finish === undefined ? undefined : pushedBy.get(finish);
  return ofFinish === undefined || ofFinish.source.by === "window" ? ofStart : ofFinish;
}

function reasonOf(graph: DateGraph, { from, source }: DateArc): MoveReason {
  const milestoneId = graph.nodes[from]?.milestoneId ?? "";
  return source.by === "link"
    ? { by: "link", linkId: source.linkId, milestoneId }
    : { by: "part", milestoneId };
}

function slipOf(from: WindowDates, to: WindowDates, { calendars }: DateGraph): number | null {
  if (from.targetOn === null || to.targetOn === null) return null;
  return workingDaysBetween(calendars.project, from.targetOn, to.targetOn);
}
