import { addWorkingDays, windowLength, workingDaysBetween } from "../calendar/working-days.ts";
import type { PlanMilestone } from "../plan.ts";
import { ask, type CheckContext, counted, found } from "./check-context.ts";
import type { Finding, Subject } from "./finding.ts";
import { moveTarget } from "./move-target.ts";

/** L22: a milestone that the client approves and whose work, by its dates, ends too late for the client to look at it before the target. */
export function missingClientTime(context: CheckContext): Finding[] {
  const { plan, open, settings } = context;
  const { client } = plan;
  if (client === null) return [];
  return open.flatMap((milestone) => {
    const needed = milestone.signOffDays ?? client.answerDays ?? settings.answerDays;
    const left = milestone.clientApproval ? daysLeft(context, milestone) : null;
    if (left === null || left >= needed) return [];
    const subject: Subject = { kind: "milestone", id: milestone.id };
    const why = `The client has ${counted(Math.max(0, left), "working day")} to look at “${milestone.title}” before its target, and takes ${needed}.`;
    const offered = addWorkingDays(context.calendar, milestone.targetOn ?? context.today, needed - left);
    return [
      found("L22", "info", subject, why, {
        fix:
          moveTarget(context, milestone, offered) ??
          ask(subject, "targetOn", "Which later day leaves the client time to answer?"),
      }),
    ];
  });
}

/** Working days from the last day of work to the target; `null` while that day is not known or over. */
function daysLeft({ calendar, cardsOf, today }: CheckContext, milestone: PlanMilestone): number | null {
  const { id, startOn, targetOn } = milestone;
  if (targetOn === null || targetOn < today) return null;
  const dues = cardsOf(id).flatMap(({ dueOn, place }) =>
    dueOn === null || place === "later" ? [] : [dueOn],
  );
  const last = dues.reduce<string | null>(
    (latest, due) => (latest === null || due > latest ? due : latest),
    null,
  );
  if (last !== null) return workingDaysBetween(calendar, last, targetOn);
  return startOn === null ? null : windowLength(calendar, startOn, targetOn) - 1;
}
