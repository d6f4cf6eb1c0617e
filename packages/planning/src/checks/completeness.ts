import { addWorkingDays, nextWorkingDay } from "../calendar/working-days.ts";
import type { PlanMilestone } from "../plan.ts";
import { ask, type CheckContext, found } from "./check-context.ts";
import type { Finding, Subject } from "./finding.ts";
import { moveTarget } from "./move-target.ts";

/** L2: a milestone without a target date. The offered date leaves a usual window after its start. */
export function missingTargets(context: CheckContext): Finding[] {
  const { open, calendar, today, settings } = context;
  return open
    .filter(({ targetOn }) => targetOn === null)
    .map((milestone) => {
      const { id, title, startOn } = milestone;
      const subject: Subject = { kind: "milestone", id };
      const start = nextWorkingDay(calendar, startOn !== null && startOn > today ? startOn : today);
      const offered = addWorkingDays(calendar, start, settings.windowDays - 1);
      const fix =
        moveTarget(context, milestone, offered) ??
        ask(subject, "targetOn", "By which day will it be reached?");
      return found("L2", "error", subject, `“${title}” has no target date, so nobody can plan around it.`, {
        blocks: [id],
        fix,
      });
    });
}

/** L3: a milestone without a done-when criterion, an objective without a measure. */
export function missingMeasures(context: CheckContext): Finding[] {
  const milestones = context.open.filter(({ criteria }) => criteria.length === 0).map(withoutCriterion);
  const objectives = context.plan.objectives
    .filter(({ measure }) => measure === null || measure.name.trim() === "" || measure.target === null)
    .map(({ id, statement }) => {
      const subject: Subject = { kind: "objective", id };
      const serving = context.open.filter((milestone) => context.objectivesOf(milestone).includes(id));
      return found(
        "L3",
        "error",
        subject,
        `“${statement}” has no measure, so nobody will know whether it came true.`,
        {
          blocks: serving.map((milestone) => milestone.id),
          fix: ask(subject, "measure", "Which number will show it, and from what to what should it go?"),
        },
      );
    });
  return [...milestones, ...objectives];
}

function withoutCriterion({ id, title, outcome }: PlanMilestone): Finding {
  const text = outcome.trim() === "" ? title.trim() : outcome.trim();
  return found(
    "L3",
    "error",
    { kind: "milestone", id },
    `“${title}” has no done-when, so people will disagree on whether it is done.`,
    {
      blocks: [id],
      fix: { kind: "add_criterion", milestoneId: id, text },
    },
  );
}

/** L10: a milestone that does not say its outcome, or that nobody has broken down into activities or cards. */
export function missingContent({ open, cardsOf, minorsOf }: CheckContext): Finding[] {
  return open.flatMap(({ id, title, outcome }) => {
    const subject: Subject = { kind: "milestone", id };
    const empty = cardsOf(id).length === 0 && minorsOf(id).length === 0;
    const silent = outcome.trim() === "";
    return [
      ...(silent
        ? [
            found("L10", "warn", subject, `“${title}” has no description of its outcome.`, {
              fix: ask(subject, "outcome", "What will be there that is not there today?"),
            }),
          ]
        : []),
      ...(empty
        ? [
            found("L10", "warn", subject, `“${title}” has no activities or cards yet.`, {
              fix: ask(subject, "cards", "What is the first thing to do for it?"),
            }),
          ]
        : []),
    ];
  });
}
