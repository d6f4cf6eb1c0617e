import { firstMinuteOf, toEpochDay } from "../calendar/civil-date.ts";
import type { CivilDate, Plan, PlanClientItem, PlanMilestone } from "../plan.ts";
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

/** What the client was asked for and has not answered, in the order of ids. */
export function requestsOf({ clientItems = [] }: Pick<Plan, "clientItems">): PlanClientItem[] {
  return clientItems
    .filter(({ kind }) => kind === "request")
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** Working days that this client usually takes. */
export function usualAnswer(
  { client }: Pick<Plan, "client">,
  options: Pick<LevelOptions, "answerDays">,
): number {
  return client?.answerDays ?? options.answerDays;
}

/** Working days of the client since it was asked. */
export function askedFor(axis: WorkAxis, askedOn: CivilDate, today: CivilDate): number {
  const since =
    axis.worked(firstMinuteOf(toEpochDay(today))) - axis.worked(firstMinuteOf(toEpochDay(askedOn)));
  return Math.max(0, since / axis.minutesPerDay);
}

/** What is left of the usual answer, in minutes of the client's time; who has taken longer may answer any day. */
export function remainingAnswer(
  axis: WorkAxis,
  { askedOn, usual, today }: { askedOn: CivilDate; usual: number; today: CivilDate },
): number {
  return Math.round(Math.max(1, usual - askedFor(axis, askedOn, today)) * axis.minutesPerDay);
}
