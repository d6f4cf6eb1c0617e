import type { Calendar } from "../calendar/calendar.ts";
import { daysBetween } from "../calendar/civil-date.ts";
import { workingDaysBetween } from "../calendar/working-days.ts";
import type { CivilDate, PlanMilestone } from "../plan.ts";
import type { Baseline } from "./baseline.ts";

/** By how much a date is later than another; negative = earlier. */
export interface Slip {
  readonly workingDays: number;
  readonly calendarDays: number;
}

export interface MilestoneSlip {
  readonly id: string;
  /** The target of the baseline. */
  readonly baselineOn: CivilDate | null;
  /** The day on which it was reached, else its target now. */
  readonly currentOn: CivilDate | null;
  /** `null` where one of the two dates is missing. */
  readonly slip: Slip | null;
}

/**
 * How much later is this date than that one? Counted as the days after `from` up to and including `to`, so slips add up: from report to
 * report they sum to the slip from the first to the last (they telescope), in both kinds of days.
 * @param calendar whose working days count, usually the project's
 * @example slip(calendar, "2026-05-08", "2026-05-12") // { workingDays: 2, calendarDays: 4 }
 */
export function slip(calendar: Calendar, from: CivilDate, to: CivilDate): Slip {
  return { workingDays: workingDaysBetween(calendar, from, to), calendarDays: daysBetween(from, to) };
}

/**
 * How far has each milestone slipped since the baseline? In the baseline's order. What was added later is not in it and has no slip, what
 * is gone or dropped has no date now; a reached milestone counts by the day of the decision.
 * @example slipSince(baseline, plan.milestones, calendar)
 * // [{ id: "m1", baselineOn: "2026-05-22", currentOn: "2026-06-01", slip: { workingDays: 6, calendarDays: 10 } }]
 */
export function slipSince(
  baseline: Pick<Baseline, "milestones">,
  milestones: readonly Pick<PlanMilestone, "id" | "targetOn" | "reachedOn" | "state">[],
  calendar: Calendar,
): MilestoneSlip[] {
  const now = new Map(
    milestones.flatMap(({ id, targetOn, reachedOn, state }) =>
      state === "dropped" ? [] : [[id, reachedOn ?? targetOn] as const],
    ),
  );
  return baseline.milestones.map(({ id, targetOn: baselineOn }) => {
    const currentOn = now.get(id) ?? null;
    const measured = baselineOn !== null && currentOn !== null;
    return { id, baselineOn, currentOn, slip: measured ? slip(calendar, baselineOn, currentOn) : null };
  });
}
