import { firstMinuteOf, toEpochDay } from "../calendar/civil-date.ts";
import type { Timeline } from "../calendar/timeline.ts";
import type { PlanCard, PlanLink } from "../plan.ts";
import { entersFinish, leavesFinish } from "./level-network.ts";
import type { WorkScope } from "./plan-work.ts";
import type { WorkAxis } from "./work-axis.ts";

/** Turns the stored links into arcs. What is done holds others only by a lag that still runs. */
export function linkWork(scope: WorkScope): void {
  const cards = new Map(scope.plan.cards.map((card) => [card.id, card]));
  for (const link of scope.plan.links) {
    const from = scope.builder.nodesOf(link.from) ?? pastOf(scope, cards.get(link.from), link);
    const to = scope.builder.nodesOf(link.to);
    if (from === undefined || to === undefined) continue;
    const leaving = leavesFinish(link.kind) ? from.finishes : from.starts;
    const entering = entersFinish(link.kind) ? to.finishes : to.starts;
    const { lag, on } = lagOf(scope, link, cards);
    for (const start of leaving) {
      for (const end of entering) {
        if (start !== end) scope.builder.arc(start, end, link.kind, { lag, on, linkId: link.id });
      }
    }
  }
}

function pastOf({ builder, now }: WorkScope, card: PlanCard | undefined, { kind, lagDays }: PlanLink) {
  if (card?.place !== "done" || lagDays <= 0) return undefined;
  const day = leavesFinish(kind) ? card.doneOn : (card.startedOn ?? card.doneOn);
  if (day === null) return undefined;
  const moment = firstMinuteOf(toEpochDay(day) + (leavesFinish(kind) ? 1 : 0));
  const node = builder.moment("past", card.id, Math.min(now, moment));
  return { starts: [node], finishes: [node], workDone: null };
}

/** A day of lag is a usual day of its calendar, an elapsed day 24 hours. */
function lagOf(
  scope: WorkScope,
  { lagDays, lagCalendar, from, to }: PlanLink,
  cards: ReadonlyMap<string, PlanCard>,
): { lag: number; on: Timeline } {
  const { axes } = scope;
  const axisOf = (id: string): WorkAxis => {
    const [only, ...others] = cards.get(id)?.assigneeIds ?? [];
    return only !== undefined && others.length === 0 ? axes.of(only) : axes.project;
  };
  const on =
    lagCalendar === "project"
      ? axes.project
      : lagCalendar === "elapsed"
        ? axes.elapsed
        : axisOf(lagCalendar === "predecessor" ? from : to);
  return { lag: lagDays * on.minutesPerDay, on };
}
