import { groupBy } from "../grouping.ts";
import { compareText } from "../schedule/graph.ts";
import { ask, type CheckContext, counted, dayInWords, found } from "./check-context.ts";
import type { Finding, Subject } from "./finding.ts";

/** L12: no review cadence, or a review that is overdue, while milestones are open. */
export function missingReviews({ plan, open, today, settings }: CheckContext): Finding[] {
  const { everyDays, nextDueOn } = plan.reviews;
  const subject: Subject = { kind: "project", id: plan.projectId };
  if (open.length === 0) return [];
  if (everyDays === null) {
    return [
      found("L12", "warn", subject, "No review is planned, so nobody will notice when a date slips.", {
        fix: { kind: "set_review_cadence", everyDays: settings.reviewEveryDays },
      }),
    ];
  }
  if (nextDueOn === null || nextDueOn >= today) return [];
  return [
    found("L12", "warn", subject, `The review of ${dayInWords(nextDueOn)} has not been held.`, {
      fix: ask(subject, "review", "Hold it now, or say why it is skipped?"),
    }),
  ];
}

/** L16: adjustments that the client has not been told. */
export function untoldAdjustments({ plan, open, milestones }: CheckContext): Finding[] {
  if (plan.client === null) return [];
  const still = new Set(open.map(({ id }) => id));
  const untold = plan.adjustments.filter(({ told, milestoneId }) => !told && still.has(milestoneId));
  return [...groupBy(untold, ({ milestoneId }) => milestoneId)].map(([milestoneId, adjustments]) => {
    const subject: Subject = { kind: "milestone", id: milestoneId };
    const title = milestones.get(milestoneId)?.title ?? milestoneId;
    return found(
      "L16",
      "warn",
      subject,
      `The client has not been told about ${counted(adjustments.length, "change")} to “${title}”.`,
      {
        items: [subject, ...adjustments.map(({ id }) => ({ kind: "adjustment", id }) as const)],
        fix: ask(subject, "publish", "Publish the plan, so that the client reads it?"),
      },
    );
  });
}

/** L17: a client who was never asked for input, or who has no seat in the reviews. Internal milestones do not count. */
export function absentClient({ plan, open }: CheckContext): Finding[] {
  if (plan.client === null || !open.some(({ clientApproval }) => clientApproval)) return [];
  const subject: Subject = { kind: "project", id: plan.projectId };
  const { askedForInput, inReviews } = plan.client;
  return [
    ...(askedForInput
      ? []
      : [
          found("L17", "info", subject, "The client was never asked for input on this plan.", {
            fix: ask(subject, "input", "Send the draft for input?"),
          }),
        ]),
    ...(inReviews !== false
      ? []
      : [
          found("L17", "info", subject, "The client has no seat in the reviews.", {
            fix: ask(subject, "reviewInvitees", "Invite the client to the second part?"),
          }),
        ]),
  ];
}

/** L28: something that the client was asked for is overdue, and the milestone waits for it. */
export function overdueRequests({ plan, milestones, open, today }: CheckContext): Finding[] {
  const still = new Set(open.map(({ id }) => id));
  const overdue = (plan.clientItems ?? [])
    .filter(({ dueOn, milestoneId }) => dueOn !== null && dueOn < today && still.has(milestoneId))
    .sort((a, b) => compareText(a.id, b.id));
  return overdue.map(({ title, milestoneId, dueOn }) => {
    const subject: Subject = { kind: "milestone", id: milestoneId };
    const waiting = milestones.get(milestoneId)?.title ?? milestoneId;
    const why = `“${title}” was needed from the client by ${dayInWords(dueOn ?? today)}; “${waiting}” is waiting for it.`;
    return found("L28", "warn", subject, why, {
      fix: ask(subject, "clientItem", "Call the client, or move the date?"),
    });
  });
}
