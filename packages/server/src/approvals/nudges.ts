import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { civilDate } from "../kit/clock.ts";
import { conflict, notFound, refused } from "../kit/errors.ts";
import { workCalendar } from "../milestones/work-calendar.ts";
import { findLevel } from "../portal/client-access.store.ts";
import { handOver } from "../portal/person-links.ts";
import { findReader } from "../portal/readers.store.ts";
import { securityLevelOf } from "../portal/visitor.ts";
import { peopleOf } from "./approval-people.store.ts";
import { ApprovalSnapshot } from "./approval-snapshot.view.ts";
import { type ApprovalRow, snapshotText } from "./approvals.store.ts";
import { mailNudge } from "./asked-mails.ts";
import { mailsAbout } from "./decision-links.store.ts";
import { decisionsOf } from "./decisions.store.ts";
import { mailedYes } from "./mailed-yes.store.ts";
import { standingOf, stateOf } from "./standing.ts";

/** A reminder by hand: each person gets at most one on a day. */
export async function nudge(scope: Scope, approval: ApprovalRow, personId: string): Promise<void> {
  const decider = await awaited(scope, approval, personId);
  const { question } = ApprovalSnapshot.parse(JSON.parse(await snapshotText(scope, approval.id)));
  const { today, zone } = await workCalendar(scope);
  const whom = decider.delegateId ?? personId;
  const yes = (await mailedYes(scope, [approval.id])).findLast((one) => one.personId === whom);
  const wroteOn = yes ? civilDate(yes.at, zone) : null;
  const to = { personId: whom, acceptsOn: null, wroteOn };
  // Who has written "approved" already gets the link at once, besides the one reminder of the day.
  const isTold = yes && (await mailNudge(scope, approval, question, { ...to, key: `yes:${yes.id}` }));
  if (!isTold && !(await mailNudge(scope, approval, question, { ...to, key: `day:${today}` })))
    throw conflict("nudged-today", "A reminder went out today already. One a day is enough.");
  await record(scope, {
    verb: "approval.nudged",
    subject: { kind: "approval", id: approval.id },
    projectId: approval.projectId,
    data: { personId, milestoneId: approval.milestoneId },
  });
}

async function awaited(scope: Scope, approval: ApprovalRow, personId: string) {
  if (stateOf(approval, scope.now) !== "open") throw refused("closed", "This is not waiting for anybody.");
  const people = await peopleOf(scope, [approval.id]);
  const { turn } = standingOf(approval, people, await decisionsOf(scope, [approval.id]));
  const decider = people.find((one) => one.personId === personId && one.part === "decider");
  if (!decider) throw notFound();
  if (!turn.includes(personId)) throw refused("not-their-turn", "Nothing is awaited from this person now.");
  return decider;
}

/**
 * A link for where mail does not reach: shown once, and every decision that comes by it says who handed it over. A link
 * that was mailed is never shown to the team.
 */
export async function handOverLink(scope: Scope, approval: ApprovalRow, personId: string): Promise<string> {
  const { workspaceId, id, projectId } = approval;
  const { delegateId } = await awaited(scope, approval, personId);
  const whom = delegateId ?? personId;
  if (securityLevelOf(await findLevel(scope, projectId)) !== "easy")
    throw refused("not-easy", "This project asks for a code, so links go by mail alone.");
  const failed = (await mailsAbout(scope, [id])).some(
    (mail) => mail.personId === whom && (mail.state === "failed" || mail.bounced),
  );
  if (scope.kit.mail.configured && !failed)
    throw refused(
      "mail-works",
      "The link went by mail. It can be handed over only when mail does not arrive.",
    );
  const reader = await findReader(scope.tx, { workspaceId, personId: whom, projectId });
  if (!reader) throw notFound();
  const address = await handOver(scope.tx, scope.kit, {
    workspaceId,
    kind: "decision",
    person: { id: whom, email: reader.email },
    projectId,
    subjectId: id,
    handedOverBy: scope.actor.personId,
  });
  await record(scope, {
    verb: "approval.linkHandedOver",
    subject: { kind: "approval", id },
    projectId,
    data: { personId: whom, milestoneId: approval.milestoneId },
  });
  return address;
}
