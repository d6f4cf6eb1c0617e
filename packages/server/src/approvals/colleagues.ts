import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { conflict, forbidden, invalid, notFound } from "../kit/errors.ts";
import { contactParts, insertPeople, peopleOf, setDelegate } from "./approval-people.store.ts";
import { ApprovalSnapshot } from "./approval-snapshot.view.ts";
import { lockApproval, snapshotText } from "./approvals.store.ts";
import { mailDecision } from "./asked-mails.ts";
import { stateOf } from "./standing.ts";

/** Somebody who is asked brings in a colleague: for an opinion, or to decide in their place while they are away. */
export async function askColleague(
  scope: Scope,
  approvalId: string,
  { personId, part }: { personId: string; part: "advise" | "stand-in" },
): Promise<void> {
  const approval = await lockApproval(scope, approvalId);
  if (!approval || stateOf(approval, scope.now) !== "open") throw notFound();
  const { workspaceId, personId: asker } = scope.actor;
  const parts = await contactParts(scope, approval.projectId);
  const people = await peopleOf(scope, [approvalId]);
  if (
    !people.some((one) => one.personId === asker && one.part === "decider") ||
    parts.get(asker) !== "approver"
  )
    throw forbidden("Only the people who are asked can bring in a colleague.");
  if (personId === asker || !parts.has(personId))
    throw invalid([{ path: "colleague", message: "Choose a colleague." }]);
  if (people.some((one) => one.personId === personId || one.delegateId === personId))
    throw conflict("asked-already", "This person is asked already.");
  if (part === "stand-in") {
    if (!(await setDelegate(scope, { approvalId, personId: asker, delegateId: personId })))
      throw conflict("stand-in", "Somebody decides in your place already.");
  } else {
    const position = 1 + Math.max(...people.map((one) => one.position));
    const adviser = { workspaceId, approvalId, personId, delegateId: null, askedBy: asker, position };
    await insertPeople(scope, [{ ...adviser, part: "adviser" }]);
  }
  const words = ApprovalSnapshot.parse(JSON.parse(await snapshotText(scope, approvalId)));
  await mailDecision(scope, approval, words, personId, part);
  await record(scope, {
    verb: part === "advise" ? "approval.adviceAsked" : "approval.delegated",
    subject: { kind: "approval", id: approvalId },
    projectId: approval.projectId,
    audience: "client",
    data: { by: asker, to: personId, milestoneId: approval.milestoneId },
  });
}
