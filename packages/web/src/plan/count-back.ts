import { addWorkingDays, type ComputedBack, computedBack } from "@milepost/planning";
import type { DateTrial } from "../lib/date-effect.ts";
import { dayOf, isOpen } from "../lib/milestone-words.ts";
import type { Milestone, Plan } from "../lib/plan-query.ts";

/** Working days that a plan should have to spare before a day that nobody can move. */
export const SPARE_DAYS = 5;

/** The milestone that most likely is to be ready for a day: the last one that is planned for before it. */
export function leadsUpTo({ milestones }: Plan, on: string): Milestone | undefined {
  const open = milestones.filter(isOpen);
  const before = open.filter((one) => (dayOf(one) ?? "9999") <= on);
  const byDay = (a: Milestone, b: Milestone) => ((dayOf(a) ?? "9999") < (dayOf(b) ?? "9999") ? -1 : 1);
  return before.sort(byDay).at(-1) ?? open.sort(byDay)[0];
}

export interface CountedBack extends ComputedBack {
  /** The day on which the milestone is to be reached. */
  on: string;
}

export function countBack(
  trial: DateTrial,
  milestoneId: string,
  fixed: { onDate: string; spare: number },
): CountedBack {
  const on = addWorkingDays(trial.calendar, fixed.onDate, -fixed.spare);
  return { on, ...computedBack(trial.model, { milestoneId, on }, trial.plan.today) };
}

/** Why nothing can be applied; null where it can. */
export function refusalWords({ refusal, moves }: ComputedBack): string | null {
  if (refusal === "cycle")
    return "Its milestones wait for each other. Take one of the dependencies away first.";
  if (refusal !== null) return "This milestone does not move any more.";
  return moves.length === 0 ? "Everything is as late as it may be already." : null;
}
