import type { Finding } from "./checks/finding.ts";
import { type Decision, refuse, YES } from "./decision.ts";
import type { MilestoneState, PlanMilestone } from "./plan.ts";
import type { SignOffStatus } from "./sign-off.ts";

/** The steps of a milestone's life. Submitted goes back to active when changes are requested. */
export const MILESTONE_STEPS = {
  draft: ["in_input", "agreed", "dropped"],
  in_input: ["draft", "dropped"],
  agreed: ["active", "dropped"],
  active: ["submitted", "dropped"],
  submitted: ["accepted", "active", "dropped"],
  accepted: [],
  dropped: [],
} as const satisfies Record<MilestoneState, readonly MilestoneState[]>;

export type MilestoneRefusal =
  | "no_such_step"
  | "not_ready"
  | "reason_needed"
  | "unlikely_date"
  | "not_an_approver"
  | "not_the_owner"
  | "sign_off_open";

export interface MissingPart {
  readonly kind: "owner" | "finding" | "criterion" | "deliverable";
  /** The id of the criterion or deliverable, the number of the finding (`L3`), or the milestone's own id for the owner. */
  readonly id: string;
}

export interface MilestoneStep {
  readonly to: MilestoneState;
  /** Who asks for it. */
  readonly by: string;
  /** Why: needed to drop a milestone, to send a submitted one back, and to agree to a date that will hardly be met. */
  readonly reason?: string;
  /** The plan check's findings; what blocks *agreed* is among them. */
  readonly findings?: readonly Finding[];
  /** People who may decide in an approver's place. */
  readonly delegateIds?: readonly string[];
  /** Where the sign-off stands, once a client has been asked. */
  readonly signOff?: SignOffStatus;
}

export type MilestoneDecision = Decision<MilestoneRefusal, MissingPart>;

/**
 * May this milestone take this step? The answer names everything that is missing at once.
 *
 * - *agreed* needs an owner and no finding that blocks it (L2, L3, L4, L11, L13 of it and its objectives); where the chance of its date is
 *   too low (L6) it needs a reason instead: whoever promises it all the same says why;
 * - *submitted* needs every criterion answered and every needed deliverable there;
 * - *accepted* comes from a named approver or their delegate, without client approval from the owner;
 * - *dropped*, and *active* after *submitted*, need a reason.
 *
 * Adjusting dates, scope or criteria is no step: it leaves the state alone.
 * @example canMove({ ...milestone, state: "draft", ownerId: null }, { to: "agreed", by: "sam" })
 * // { ok: false, code: "not_ready", missing: [{ kind: "owner", id: "m1" }] }
 */
export function canMove(milestone: PlanMilestone, step: MilestoneStep): MilestoneDecision {
  const steps: readonly MilestoneState[] = MILESTONE_STEPS[milestone.state];
  if (!steps.includes(step.to)) return refuse("no_such_step");
  switch (step.to) {
    case "agreed":
      return mayAgree(milestone, step);
    case "submitted":
      return readyOrNot(missingForSubmitted(milestone));
    case "accepted":
      return mayAccept(milestone, step);
    case "active":
      return milestone.state === "submitted" ? withReason(step) : YES;
    case "dropped":
      return withReason(step);
    default:
      return YES;
  }
}

function mayAgree(milestone: PlanMilestone, step: MilestoneStep): MilestoneDecision {
  const findings = step.findings ?? [];
  const missing = missingForAgreed(milestone, findings);
  if (missing.length > 0) return refuse("not_ready", missing);
  const unlikely = findings.some(({ id, subject }) => id === "L6" && subject.id === milestone.id);
  return unlikely && !saysWhy(step) ? refuse("unlikely_date", [{ kind: "finding", id: "L6" }]) : YES;
}

function missingForAgreed(milestone: PlanMilestone, findings: readonly Finding[]): MissingPart[] {
  const owner: MissingPart[] = milestone.ownerId === null ? [{ kind: "owner", id: milestone.id }] : [];
  const blocking = findings.filter((finding) => finding.blocks.includes(milestone.id));
  const ids = [...new Set(blocking.map((finding) => finding.id))];
  return [...owner, ...ids.map((id) => ({ kind: "finding", id }) as const)];
}

function missingForSubmitted(milestone: PlanMilestone): MissingPart[] {
  const open = milestone.criteria.filter((criterion) => !criterion.answered);
  const absent = milestone.deliverables.filter((deliverable) => deliverable.needed && !deliverable.present);
  return [
    ...open.map(({ id }) => ({ kind: "criterion", id }) as const),
    ...absent.map(({ id }) => ({ kind: "deliverable", id }) as const),
  ];
}

function mayAccept(milestone: PlanMilestone, step: MilestoneStep): MilestoneDecision {
  if (!milestone.clientApproval) return milestone.ownerId === step.by ? YES : refuse("not_the_owner");
  const deciders = [...milestone.approverIds, ...(step.delegateIds ?? [])];
  if (!deciders.includes(step.by)) return refuse("not_an_approver");
  return step.signOff === undefined || step.signOff === "approved" ? YES : refuse("sign_off_open");
}

function withReason(step: MilestoneStep): MilestoneDecision {
  return saysWhy(step) ? YES : refuse("reason_needed");
}

function saysWhy({ reason = "" }: MilestoneStep): boolean {
  return reason.trim() !== "";
}

function readyOrNot(missing: readonly MissingPart[]): MilestoneDecision {
  return missing.length === 0 ? YES : refuse("not_ready", missing);
}
