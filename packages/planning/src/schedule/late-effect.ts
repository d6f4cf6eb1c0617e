import { createCalendar } from "../calendar/calendar.ts";
import { addWorkingDays, workingDaysBetween } from "../calendar/working-days.ts";
import { type CivilDate, isOpenMilestone, type Plan, type PlanMilestone } from "../plan.ts";
import { cascade } from "./cascade.ts";
import type { FixedDateMissed } from "./cascade-effects.ts";

export interface LateEffect {
  /** Targets that move, the earliest first; a milestone's own, which everybody knows, is left out. */
  readonly moves: readonly { readonly milestoneId: string; readonly targetOn: CivilDate }[];
  readonly fixedDates: readonly FixedDateMissed[];
  /** Of a card that moves nothing: the working days that its milestone has left after the card's own day. */
  readonly room: { readonly milestoneId: string; readonly days: number } | null;
}

/**
 * What becomes of the plan if this is done one working day later than it is due? `null` where nothing can be said: it has no day, it
 * belongs to no open milestone with one, or the plan goes in a circle. A card moves its milestone only when it would come after it.
 * @example lateByADay(plan, { kind: "milestone", id: "m1" })?.moves // [{ milestoneId: "m2", targetOn: "2026-05-25" }]
 */
export function lateByADay(
  plan: Plan,
  { kind, id }: { readonly kind: "card" | "milestone"; readonly id: string },
): LateEffect | null {
  if (kind === "milestone") return lateMilestone(plan, id);
  const card = plan.cards.find((each) => each.id === id);
  const milestone = targeted(plan, card?.milestoneId ?? null);
  if (!card || card.dueOn === null || milestone === null) return null;
  const calendar = createCalendar(plan.calendar);
  const late = addWorkingDays(calendar, card.dueOn, 1);
  if (late > milestone.targetOn) return pushed(plan, milestone.id, late, () => true);
  const days = workingDaysBetween(calendar, card.dueOn, milestone.targetOn);
  return { moves: [], fixedDates: [], room: { milestoneId: milestone.id, days } };
}

function lateMilestone(plan: Plan, id: string): LateEffect | null {
  const milestone = targeted(plan, id);
  if (milestone === null) return null;
  const late = addWorkingDays(createCalendar(plan.calendar), milestone.targetOn, 1);
  return pushed(plan, id, late, (moved) => moved !== id);
}

function targeted(plan: Plan, id: string | null): (PlanMilestone & { targetOn: CivilDate }) | null {
  const milestone = plan.milestones.find((each) => each.id === id);
  if (!milestone || milestone.targetOn === null || !isOpenMilestone(milestone)) return null;
  return { ...milestone, targetOn: milestone.targetOn };
}

function pushed(
  plan: Plan,
  milestoneId: string,
  targetOn: CivilDate,
  isNews: (moved: string) => boolean,
): LateEffect | null {
  const { moves, fixedDates, refusals } = cascade(plan, { milestoneId, targetOn });
  if (refusals.length > 0) return null;
  const told = moves.flatMap(({ milestoneId: moved, from, to }) =>
    isNews(moved) && to.targetOn !== null && to.targetOn !== from.targetOn
      ? [{ milestoneId: moved, targetOn: to.targetOn }]
      : [],
  );
  return { moves: told, fixedDates, room: null };
}
