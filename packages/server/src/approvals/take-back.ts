import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { notFound, refused } from "../kit/errors.ts";
import { dropMail } from "../mail/mails.store.ts";
import { peopleOf } from "./approval-people.store.ts";
import { changeApproval, lockApproval } from "./approvals.store.ts";
import { decisionsOf, insertWithdrawal, lastEffects } from "./decisions.store.ts";
import { undo } from "./effects.ts";
import { standingOf } from "./standing.ts";

/** For so long its author can take a decision back; what leaves because of it waits as long. */
export const MINUTES = 5;
export const TAKE_BACK_MS = MINUTES * 60_000;

export function canTakeBack(decidedAt: Date, now: Date): boolean {
  return now.getTime() - decidedAt.getTime() < TAKE_BACK_MS;
}

/** Both stay on record, the decision and that it was taken back; then it can be decided anew. */
export async function takeBack(scope: Scope, approvalId: string, personId: string): Promise<void> {
  const approval = await lockApproval(scope, approvalId);
  if (!approval) throw notFound();
  const decisions = await decisionsOf(scope, [approvalId]);
  const own = decisions.findLast((one) => one.personId === personId && one.withdrawnAt === null);
  if (!own || own.way === "window") throw notFound();
  if (!canTakeBack(own.at, scope.now))
    throw refused(
      "too-late",
      "The five minutes are over, so the decision stays. Tell the team if something is wrong.",
    );
  if (approval.supersededAt !== null || !(await insertWithdrawal(scope, own.id)))
    throw refused("gone-on", "The work has gone on since, so this can no longer be taken back.");
  const people = await peopleOf(scope, [approvalId]);
  const { outcome } = standingOf(approval, people, await decisionsOf(scope, [approvalId]));
  if (outcome !== approval.outcome) {
    await undo(scope, await lastEffects(scope, approvalId));
    await changeApproval(scope, approvalId, { outcome, outcomeAt: outcome && approval.outcomeAt });
  }
  for (const kind of ["receipt", "decided"])
    await dropMail(scope.tx, approval.workspaceId, `${kind}:${own.id}`);
  await record(scope, {
    verb: "approval.takenBack",
    subject: { kind: "approval", id: approvalId },
    projectId: approval.projectId,
    audience: "client",
    data: { decisionId: own.id, personId, attempt: own.attempt, milestoneId: approval.milestoneId },
  });
}
