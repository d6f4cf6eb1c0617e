import type { Calendar } from "./calendar/calendar.ts";
import { addDays, toEpochDay, weekdayOf } from "./calendar/civil-date.ts";
import { workingDaysBetween } from "./calendar/working-days.ts";
import type { CivilDate, Plan, PlanCard, PlanMilestone } from "./plan.ts";
import { isOpenMilestone } from "./plan.ts";

/** The counters of portfolio and overview; each opens the list of what it counts. */
export const CARE_COUNTERS = [
  "overdue",
  "due_this_week",
  "without_owner",
  "without_date",
  "without_milestone",
  "without_cards",
  "blocked",
  "untouched",
] as const;

export type CareCounter = (typeof CARE_COUNTERS)[number];

/** After so many working days without a change or a word, an open thing counts as untouched. */
export const UNTOUCHED_AFTER = 10;

export interface CareDay {
  readonly today: CivilDate;
  readonly calendar: Calendar;
}

export type CareCard = Pick<
  PlanCard,
  "id" | "place" | "milestoneId" | "dueOn" | "assigneeIds" | "blocked" | "touchedOn"
>;

export type CareMilestone = Pick<PlanMilestone, "id" | "state" | "targetOn" | "ownerId" | "touchedOn">;

/** Still to be done and not put off: a card of the outline or the board. What lies in the Later list is put off on purpose. */
export function isOpenCard(card: Pick<PlanCard, "place">): boolean {
  return card.place !== "done" && card.place !== "later";
}

/**
 * Which counters count this card? None when it is not open. Its date is its own, else its milestone's target.
 * @example careOfCard(card, null, day) // ["without_milestone"]
 */
export function careOfCard(
  card: CareCard,
  milestone: Pick<PlanMilestone, "targetOn"> | null,
  day: CareDay,
): CareCounter[] {
  if (!isOpenCard(card)) return [];
  return counters({
    ...careOfDate(card.dueOn ?? milestone?.targetOn ?? null, day.today),
    without_owner: card.assigneeIds.length === 0,
    without_milestone: milestone === null,
    blocked: card.blocked,
    untouched: isUntouched(card.touchedOn, day),
  });
}

/**
 * Which counters count this milestone? None when it is accepted or dropped.
 * @param parts how many cards and minor milestones it holds
 * @example careOfMilestone(milestone, 0, day) // ["without_cards"]
 */
export function careOfMilestone(milestone: CareMilestone, parts: number, day: CareDay): CareCounter[] {
  if (!isOpenMilestone(milestone)) return [];
  return counters({
    ...careOfDate(milestone.targetOn, day.today),
    without_owner: milestone.ownerId === null,
    without_cards: parts === 0,
    untouched: isUntouched(milestone.touchedOn, day),
  });
}

/** The ids that each counter counts, cards and milestones together, in the plan's order. */
export function careOfPlan(
  plan: Pick<Plan, "milestones" | "cards">,
  day: CareDay,
): Record<CareCounter, string[]> {
  const milestones = new Map(plan.milestones.map((milestone) => [milestone.id, milestone]));
  const parts = new Map<string | null, number>();
  for (const id of [...plan.cards.map((c) => c.milestoneId), ...plan.milestones.map((m) => m.parentId)]) {
    parts.set(id, (parts.get(id) ?? 0) + 1);
  }
  const lists: Record<CareCounter, string[]> = {
    overdue: [],
    due_this_week: [],
    without_owner: [],
    without_date: [],
    without_milestone: [],
    without_cards: [],
    blocked: [],
    untouched: [],
  };
  for (const milestone of plan.milestones) {
    const counted = careOfMilestone(milestone, parts.get(milestone.id) ?? 0, day);
    for (const counter of counted) lists[counter].push(milestone.id);
  }
  for (const card of plan.cards) {
    const counted = careOfCard(card, milestones.get(card.milestoneId ?? "") ?? null, day);
    for (const counter of counted) lists[counter].push(card.id);
  }
  return lists;
}

/** The Sunday that ends the week of a date (weeks begin on Monday, ISO 8601). */
export function endOfWeek(date: CivilDate): CivilDate {
  return addDays(date, 6 - weekdayOf(toEpochDay(date)));
}

function careOfDate(date: CivilDate | null, today: CivilDate): Partial<Record<CareCounter, boolean>> {
  if (date === null) return { without_date: true };
  return { overdue: date < today, due_this_week: today <= date && date <= endOfWeek(today) };
}

function isUntouched(touchedOn: CivilDate | null, { today, calendar }: CareDay): boolean {
  return touchedOn === null || workingDaysBetween(calendar, touchedOn, today) >= UNTOUCHED_AFTER;
}

function counters(held: Partial<Record<CareCounter, boolean>>): CareCounter[] {
  return CARE_COUNTERS.filter((counter) => held[counter] === true);
}
