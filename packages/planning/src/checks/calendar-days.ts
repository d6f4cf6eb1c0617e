import {
  addWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  workingDaysBetween,
} from "../calendar/working-days.ts";
import { groupBy } from "../grouping.ts";
import { type FixedDate, isOpenMilestone, type PlanMilestone } from "../plan.ts";
import { compareText } from "../schedule/graph.ts";
import { ask, type CheckContext, counted, dayInWords, found } from "./check-context.ts";
import type { Finding, Subject } from "./finding.ts";
import { moveTarget } from "./move-target.ts";

/** L14: a target on a day off, or one person to approve two milestones on one day. */
export function awkwardDays(context: CheckContext): Finding[] {
  return [...targetsOnDaysOff(context), ...doubleApprovals(context)];
}

function targetsOnDaysOff(context: CheckContext): Finding[] {
  const { open, calendar } = context;
  return open.flatMap((milestone) => {
    const { id, title, targetOn } = milestone;
    if (targetOn === null || isWorkingDay(calendar, targetOn)) return [];
    const subject: Subject = { kind: "milestone", id };
    const offers = [previousWorkingDay(calendar, targetOn), nextWorkingDay(calendar, targetOn)];
    const fix = offers.map((day) => moveTarget(context, milestone, day)).find((each) => each !== null);
    return [
      found("L14", "info", subject, `“${title}” is due on ${dayInWords(targetOn)}, when nobody works.`, {
        fix: fix ?? null,
      }),
    ];
  });
}

function doubleApprovals(context: CheckContext): Finding[] {
  const approvals = context.open.flatMap((milestone) =>
    milestone.clientApproval && milestone.targetOn !== null
      ? [...new Set(milestone.approverIds)].map((approverId) => ({
          approverId,
          milestone,
          on: milestone.targetOn ?? "",
        }))
      : [],
  );
  const perDay = groupBy(approvals, ({ approverId, on }) => `${approverId} ${on}`);
  return [...perDay.values()].flatMap((same) => {
    const [first, second] = same;
    if (first === undefined || second === undefined) return [];
    const name = context.plan.contacts.find(({ id }) => id === first.approverId)?.name ?? "One person";
    const why = `${name} is to approve ${same.map(({ milestone }) => `“${milestone.title}”`).join(" and ")} on the same day, ${dayInWords(first.on)}.`;
    return [
      found("L14", "info", { kind: "contact", id: first.approverId }, why, {
        items: same.map(({ milestone }) => ({ kind: "milestone", id: milestone.id })),
        fix: moveTarget(context, second.milestone, addWorkingDays(context.calendar, first.on, 1)),
      }),
    ];
  });
}

/** L15: too few working days between the last milestone before a fixed external date and that date. */
export function missingBuffers(context: CheckContext): Finding[] {
  return context.plan.fixedDates.flatMap((fixed) => {
    const guarded = guardedMilestone(context, fixed);
    if (fixed.on < context.today || guarded === null) return [];
    const { milestone, targetOn } = guarded;
    const { calendar, settings } = context;
    const free =
      workingDaysBetween(calendar, targetOn, fixed.on) - (isWorkingDay(calendar, fixed.on) ? 1 : 0);
    if (targetOn <= fixed.on && free >= settings.bufferDays) return [];
    const subject: Subject = { kind: "milestone", id: milestone.id };
    const room =
      targetOn > fixed.on
        ? "comes after it"
        : `leaves ${counted(Math.max(0, free), "working day")} before it`;
    const why = `“${fixed.title}” is fixed for ${dayInWords(fixed.on)} and “${milestone.title}” ${room}: any slip is a missed date.`;
    const offered = addWorkingDays(calendar, fixed.on, -settings.bufferDays - 1);
    return [
      found("L15", "warn", subject, why, {
        items: [{ kind: "fixed_date", id: fixed.id }, subject],
        fix:
          moveTarget(context, milestone, offered) ??
          ask(subject, "targetOn", "What can be left out so that it is ready earlier?"),
      }),
    ];
  });
}

/** The milestone that a fixed date waits for: the one named, else the last one that is planned for before it. */
function guardedMilestone({ open, milestones }: CheckContext, { milestoneId, on }: FixedDate) {
  const dated = (milestone: PlanMilestone) =>
    milestone.targetOn === null ? [] : [{ milestone, targetOn: milestone.targetOn }];
  if (milestoneId !== null) {
    const named = milestones.get(milestoneId);
    return named !== undefined && isOpenMilestone(named) ? (dated(named)[0] ?? null) : null;
  }
  const before = open.flatMap(dated).filter(({ targetOn }) => targetOn <= on);
  return (
    before.sort(
      (a, b) => compareText(b.targetOn, a.targetOn) || compareText(a.milestone.id, b.milestone.id),
    )[0] ?? null
  );
}
