import { daysBetween } from "../calendar/civil-date.ts";
import { windowLength } from "../calendar/working-days.ts";
import { isOpenMilestone } from "../plan.ts";
import { compareText } from "../schedule/graph.ts";
import { ask, type CheckContext, counted, found } from "./check-context.ts";
import type { Finding, Subject } from "./finding.ts";

/** L8: too long without a milestone, or a work window that is too long. */
export function longStretches(context: CheckContext): Finding[] {
  return [...longGaps(context), ...longWindows(context)];
}

function longGaps({ plan, settings }: CheckContext): Finding[] {
  const dated = plan.milestones
    .filter(({ state }) => state !== "dropped")
    .flatMap((milestone) => (milestone.targetOn === null ? [] : [{ milestone, on: milestone.targetOn }]))
    .sort((a, b) => compareText(a.on, b.on) || compareText(a.milestone.id, b.milestone.id));
  return dated.flatMap(({ milestone, on }, i) => {
    const before = dated[i - 1];
    if (before === undefined || !isOpenMilestone(milestone)) return [];
    const days = daysBetween(before.on, on);
    if (days <= settings.maxGapDays) return [];
    const subject: Subject = { kind: "milestone", id: milestone.id };
    const why = `${counted(days, "day")} pass between “${before.milestone.title}” and “${milestone.title}” without anything to show.`;
    return [
      found("L8", "warn", subject, why, {
        items: [{ kind: "milestone", id: before.milestone.id }, subject],
        fix: ask(subject, "milestone", "Which result could be shown in between?"),
      }),
    ];
  });
}

function longWindows({ open, calendar, settings }: CheckContext): Finding[] {
  return open.flatMap(({ id, title, startOn, targetOn }) => {
    const days = startOn === null || targetOn === null ? 0 : windowLength(calendar, startOn, targetOn);
    if (days <= settings.maxWindowDays) return [];
    const subject: Subject = { kind: "milestone", id };
    return [
      found(
        "L8",
        "warn",
        subject,
        `“${title}” is worked on for ${counted(days, "working day")} before anything is reached.`,
        {
          fix: ask(subject, "split", "Which part of it could be reached first?"),
        },
      ),
    ];
  });
}

/**
 * L9: more open milestones than anybody keeps in mind, or a milestone that is one small card in disguise. Those inside a phase are kept
 * in mind as that phase.
 */
export function wrongSizes({ plan, open, settings, cardsOf, minorsOf }: CheckContext): Finding[] {
  const project: Subject = { kind: "project", id: plan.projectId };
  const ids = new Set(open.map(({ id }) => id));
  const outermost = open.filter(({ parentId }) => parentId === null || !ids.has(parentId));
  const many = found(
    "L9",
    "info",
    project,
    `${counted(outermost.length, "milestone")} are open at once; few people keep more than ${settings.maxOpenMilestones} in mind.`,
    {
      items: outermost.map(({ id }) => ({ kind: "milestone", id })),
      fix: ask(project, "milestones", "Which of them belong together in one phase?"),
    },
  );
  const tiny = open.flatMap(({ id, title }) => {
    const [only, ...others] = cardsOf(id);
    const small =
      only !== undefined &&
      others.length === 0 &&
      only.likely !== null &&
      only.likely <= settings.tinyCardMinutes;
    if (!small || minorsOf(id).length > 0) return [];
    const subject: Subject = { kind: "milestone", id };
    return [
      found(
        "L9",
        "info",
        subject,
        `“${title}” holds a single small card: it may be a card and not a milestone.`,
        {
          items: [subject, { kind: "card", id: only.id }],
          fix: ask(subject, "merge", "Which milestone could it be a part of?"),
        },
      ),
    ];
  });
  return [...(outermost.length > settings.maxOpenMilestones ? [many] : []), ...tiny];
}
