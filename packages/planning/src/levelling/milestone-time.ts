import { firstMinuteOf, toEpochDay } from "../calendar/civil-date.ts";
import type { CivilDate, Plan, PlanMilestone } from "../plan.ts";
import type { LevelOptions } from "./levelled-plan.ts";
import type { WorkAxis } from "./work-axis.ts";

/** The working days that the client takes to answer for a milestone; 0 where nobody outside decides. */
export function answerDaysOf(
  { client }: Pick<Plan, "client">,
  { clientApproval, signOffDays }: Pick<PlanMilestone, "clientApproval" | "signOffDays">,
  options: Pick<LevelOptions, "answerDays">,
): number {
  return clientApproval && client !== null ? (signOffDays ?? client.answerDays ?? options.answerDays) : 0;
}

/** What is left of a window from today on, in working minutes: what a milestone without cards takes. */
export function windowMinutes(
  axis: WorkAxis,
  { startOn, targetOn }: Pick<PlanMilestone, "startOn" | "targetOn">,
  today: CivilDate,
): number {
  if (targetOn === null) return 0;
  const from = startOn !== null && startOn > today ? startOn : today;
  const start = axis.worked(firstMinuteOf(toEpochDay(from)));
  return Math.max(0, axis.worked(firstMinuteOf(toEpochDay(targetOn) + 1)) - start);
}
