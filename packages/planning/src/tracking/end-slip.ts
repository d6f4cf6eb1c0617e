import type { Calendar } from "../calendar/calendar.ts";
import type { CivilDate } from "../plan.ts";
import { type MilestoneSlip, type Slip, slip } from "./slip.ts";

/** By how much the end of a plan is later than its baseline says. */
export interface EndSlip {
  /** The milestone that the plan ends with now; of two on one day the first. */
  readonly milestoneId: string;
  readonly baselineOn: CivilDate;
  readonly currentOn: CivilDate;
  readonly slip: Slip;
}

/**
 * How much later does the whole plan end? Like is compared with like: the last day of all milestones that have a date in both, then and
 * now, so that what was added later moves no end. `null` where no milestone has two dates.
 * @example endSlip(slipSince(baseline, plan.milestones, calendar), calendar)?.slip // { workingDays: 9, calendarDays: 13 }
 */
export function endSlip(
  slips: readonly Pick<MilestoneSlip, "id" | "baselineOn" | "currentOn">[],
  calendar: Calendar,
): EndSlip | null {
  let end: Omit<EndSlip, "slip"> | null = null;
  for (const { id, baselineOn, currentOn } of slips) {
    if (baselineOn === null || currentOn === null) continue;
    if (end === null) {
      end = { milestoneId: id, baselineOn, currentOn };
      continue;
    }
    const later: boolean = currentOn > end.currentOn;
    end = {
      milestoneId: later ? id : end.milestoneId,
      currentOn: later ? currentOn : end.currentOn,
      baselineOn: baselineOn > end.baselineOn ? baselineOn : end.baselineOn,
    };
  }
  return end && { ...end, slip: slip(calendar, end.baselineOn, end.currentOn) };
}
