import { type Calendar, createCalendar } from "../calendar/calendar.ts";
import { firstMinuteOf, toEpochDay } from "../calendar/civil-date.ts";
import { workingMinutesBetween } from "../calendar/working-days.ts";
import { isOpenCard } from "../care.ts";
import { medianEstimate } from "../estimate.ts";
import type { CivilDate, Plan, PlanCard, PlanMilestone } from "../plan.ts";
import { NetworkBuilder, type PlanNetwork } from "./network-builder.ts";

/**
 * The network of a plan, in minutes. What it holds besides the stored links: a target comes at least a window's length after its
 * start, so that a window can stretch but not shrink; what belongs to a milestone starts no earlier than its window and precedes its
 * target. Dates that people chose are earliest dates. Done and put-off cards and dropped milestones take no part; an accepted
 * milestone is an event on the day it was reached.
 */
export function planNetwork(plan: Plan, today: CivilDate): PlanNetwork {
  const builder = new NetworkBuilder(createCalendar(plan.calendar), beginningOf(plan.startOn ?? today) ?? 0);
  for (const milestone of plan.milestones) {
    if (milestone.state !== "dropped") addMilestone(builder, milestone);
  }
  for (const milestone of plan.milestones) builder.contain(milestone.id, milestone.parentId);
  const calendars = new Map(
    plan.people.flatMap(({ id, calendar }) => (calendar === null ? [] : [[id, createCalendar(calendar)]])),
  );
  const unestimated = plan.cards.some(({ likely }) => likely === null)
    ? (medianEstimate(plan.cards) ?? 0)
    : 0;
  for (const card of plan.cards) {
    if (isOpenCard(card)) addCard(builder, card, calendars, unestimated);
  }
  for (const link of plan.links) builder.link(link);
  return builder.build();
}

function addMilestone(builder: NetworkBuilder, milestone: PlanMilestone): void {
  const { id, state, startOn, targetOn, reachedOn } = milestone;
  if (state === "accepted") {
    builder.event(id, endOf(reachedOn ?? targetOn));
  } else if (startOn === null || targetOn === null) {
    builder.window(id, beginningOf(startOn), endOf(targetOn), 0);
  } else {
    builder.window(
      id,
      beginningOf(startOn),
      null,
      workingMinutesBetween(builder.calendar, startOn, targetOn),
    );
  }
}

/** The work of one person goes by their calendar, that of several by the project's. */
function addCard(
  builder: NetworkBuilder,
  card: PlanCard,
  calendars: ReadonlyMap<string, Calendar>,
  unestimated: number,
): void {
  const { assigneeIds } = card;
  const own = assigneeIds.length === 1 ? calendars.get(assigneeIds[0] ?? "") : undefined;
  builder.work(card.id, own ?? builder.calendar, card.likely ?? unestimated, beginningOf(card.startOn));
  builder.contain(card.id, card.milestoneId);
}

function beginningOf(date: CivilDate | null): number | null {
  return date === null ? null : firstMinuteOf(toEpochDay(date));
}

function endOf(date: CivilDate | null): number | null {
  return date === null ? null : firstMinuteOf(toEpochDay(date) + 1);
}
