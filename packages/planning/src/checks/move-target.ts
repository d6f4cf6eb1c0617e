import type { CivilDate, PlanLink, PlanMilestone } from "../plan.ts";
import { milestoneBorders } from "../schedule/date-graph.ts";
import {
  type Borders,
  bordersOf,
  type End,
  enteringEnd,
  heldBorder,
  linkDemand,
} from "../schedule/link-dates.ts";
import { type CheckContext, isAhead } from "./check-context.ts";
import type { DateChange, Fix } from "./finding.ts";

/** The offer to give a milestone this target; `null` when the day is past, before its start, or would break a link. */
export function moveTarget(context: CheckContext, milestone: PlanMilestone, targetOn: CivilDate): Fix | null {
  const { id, startOn } = milestone;
  if (!isAhead(targetOn, context.today) || (startOn !== null && startOn > targetOn)) return null;
  return setDates(context, [{ milestoneId: id, targetOn }]);
}

/** The offer to set these dates; `null` when that would break a link that holds now. */
export function setDates(context: CheckContext, changes: readonly DateChange[]): Fix | null {
  const changed = new Map<string, Borders>();
  for (const change of changes) {
    const milestone = context.milestones.get(change.milestoneId);
    if (milestone !== undefined) changed.set(milestone.id, milestoneBorders({ ...milestone, ...change }));
  }
  const now = (id: string) => itemBorders(context, id);
  const then = (id: string) => changed.get(id) ?? now(id);
  const touched = [...changed.keys()].flatMap(context.linksOf);
  const breaks = touched.some(
    (link) => gapOf(context, link, now) === null && gapOf(context, link, then) !== null,
  );
  return breaks ? null : { kind: "set_dates", changes };
}

/** A link that does not hold: the border it allows, and the earlier one at which its successor stands. */
export interface LinkGap {
  readonly end: End;
  readonly allowed: number;
}

/** By its dates, does the link fail? `null` when it holds or when a date that it needs is not set. */
export function gapOf(
  context: CheckContext,
  link: PlanLink,
  bordersOfItem: (id: string) => Borders | null,
): LinkGap | null {
  const [predecessor, successor] = [bordersOfItem(link.from), bordersOfItem(link.to)];
  if (predecessor === null || successor === null) return null;
  const end = enteringEnd(link.kind);
  const allowed = linkDemand(link, predecessor, context.graph.calendars);
  const held = heldBorder(successor, end);
  return allowed === null || held === null || held >= allowed ? null : { end, allowed };
}

/** First day and end of a milestone or card by its dates; `null` for what takes no part in the plan's dates. */
export function itemBorders({ milestones, cards }: CheckContext, id: string): Borders | null {
  const milestone = milestones.get(id);
  if (milestone !== undefined) return milestone.state === "dropped" ? null : milestoneBorders(milestone);
  const card = cards.get(id);
  return card === undefined || card.place === "later" ? null : bordersOf(card.startOn, card.dueOn);
}
