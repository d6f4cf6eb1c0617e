import {
  canMove,
  type Finding,
  type MilestoneDecision,
  type MilestoneState,
  type MissingPart,
} from "@milepost/planning";
import { can } from "../access/policy.ts";
import type { Scope } from "../access/scope.ts";
import { moveOpenCards, type OpenCardsPlace } from "../board/open-cards.ts";
import { record } from "../events/events.ts";
import { conflict, forbidden, notFound, refused } from "../kit/errors.ts";
import { noteRemoval } from "../milestones/adjustments.ts";
import type { ReasonCodeWord } from "../milestones/adjustments.view.ts";
import { lockMilestone } from "../milestones/locks.store.ts";
import type { MilestoneAccess } from "../milestones/milestone-access.ts";
import { insertMove, listMoves } from "../milestones/milestone-moves.store.ts";
import { type MilestoneWithParts, partsOf } from "../milestones/milestone-parts.store.ts";
import { stepMilestone } from "../milestones/milestones.store.ts";
import { workCalendar } from "../milestones/work-calendar.ts";
import { presentForecasts } from "./forecast-presenter.ts";
import { openCardsOf, openMinorsOf } from "./open-cards.store.ts";
import { checkOf } from "./plan-check.ts";
import { milestoneModel } from "./plan-model.ts";
import { readPlan, type WholePlan } from "./read-plan.ts";

export interface WantedMove {
  to: MilestoneState;
  /** The state that the person saw. */
  expected: MilestoneState;
  reason?: string | undefined;
  reasonCode?: ReasonCodeWord | undefined;
  /** Where it was decided. */
  reviewId?: string | undefined;
  /** Where the cards go that are still open when it is accepted or dropped. */
  openCards?: OpenCardsPlace | undefined;
  /** The client has approved what was submitted: who said so last, under the rule that they were asked by. */
  approvedBy?: string | undefined;
}

const SAYS: Record<Exclude<MilestoneDecision, { ok: true }>["code"], string> = {
  no_such_step: "The milestone cannot take this step from where it is.",
  not_ready: "Something is still missing.",
  reason_needed: "Say why, in one line.",
  unlikely_date: "Its date will hardly be met. Say in one line why it is agreed all the same.",
  not_an_approver: "Only a named approver decides.",
  not_the_owner: "Only its owner accepts a milestone that no client approves.",
  sign_off_open: "The sign-off is still open.",
};

/** One step of a milestone's life: planning decides, and of two people at once the second is told of the first. */
export async function moveMilestone(
  scope: Scope,
  access: MilestoneAccess,
  wanted: WantedMove,
): Promise<void> {
  const { id, projectId } = access.milestone;
  refuseWithoutRight(scope, access, wanted);
  if ((await lockMilestone(scope, id)) !== wanted.expected) throw await movedMeanwhile(scope, id);
  const chance = await refuseStep(scope, access, wanted);
  const closing = wanted.to === "accepted" || wanted.to === "dropped";
  if (closing) {
    await refuseOpenMinors(scope, access);
    await moveCardsOn(scope, access, wanted.openCards);
  }
  const { today } = await workCalendar(scope);
  const reason = wanted.reason ?? "";
  const moved = await stepMilestone(scope, id, wanted.expected, {
    state: wanted.to,
    ...(wanted.to === "accepted" ? { reachedOn: today } : {}),
    ...(wanted.to === "dropped" ? { droppedReason: reason } : {}),
  });
  if (!moved) throw await movedMeanwhile(scope, id);
  await insertMove(scope, id, { from: wanted.expected, to: wanted.to, reason });
  const eventId = await record(scope, {
    verb: "milestone.moved",
    subject: { kind: "milestone", id },
    projectId,
    data: {
      from: wanted.expected,
      to: wanted.to,
      reason,
      ...(wanted.to === "accepted" ? { reachedOn: today } : {}),
      ...(chance === null ? {} : { chance }),
    },
  });
  if (wanted.to === "dropped") await noteRemoval(scope, { id, projectId }, eventId, wanted);
}

/** Anybody on the project starts the work; the owner submits, sends back and accepts; the rest is for those who lead. */
function refuseWithoutRight(scope: Scope, { project, milestone }: MilestoneAccess, { to }: WantedMove): void {
  if (can(scope.actor, "plan.edit", { project })) return;
  const owns = milestone.ownerId === scope.actor.personId;
  if (to === "active" && milestone.state === "agreed") return;
  if (owns && (to === "active" || to === "submitted" || to === "accepted")) return;
  throw forbidden();
}

/** Answers with the chance of the date that is agreed to, where it is so low that somebody had to say why. */
async function refuseStep(
  scope: Scope,
  { milestone }: MilestoneAccess,
  wanted: WantedMove,
): Promise<number | null> {
  const { approvedBy } = wanted;
  const isClients = wanted.to === "accepted" && milestone.clientApproval && milestone.state === "submitted";
  if (isClients && approvedBy === undefined)
    throw refused("client-decides", "The client approves this milestone: the decision is theirs alone.");
  const [row] = await partsOf(scope, { id: milestone.id });
  if (!row) throw notFound();
  if (row.state !== wanted.expected) throw await movedMeanwhile(scope, milestone.id);
  const { to, reason = "" } = wanted;
  const whole = to === "agreed" ? await readPlan(scope, milestone.projectId) : null;
  const findings = whole ? checkOf(whole).findings : [];
  const low =
    whole && findings.some((one) => isLowChance(one, milestone.id)) ? lowOf(whole, milestone.id) : null;
  const { zone } = await workCalendar(scope);
  const decided =
    approvedBy === undefined
      ? {}
      : { by: approvedBy, delegateIds: [approvedBy], signOff: "approved" as const };
  const step = { to, by: scope.actor.personId, reason, findings, ...decided };
  const decision = canMove(
    milestoneModel(row, zone, (id) => id),
    step,
  );
  if (decision.ok) return low?.chance ?? null;
  const missing = decision.missing.map((part) => ({ ...part, what: wordsOf(part, row, findings) }));
  const facts = decision.code === "unlikely_date" ? { missing, ...low, targetOn: row.targetOn } : { missing };
  throw refused(decision.code.replaceAll("_", "-"), SAYS[decision.code], facts);
}

function isLowChance({ id, subject }: Finding, milestoneId: string): boolean {
  return id === "L6" && subject.id === milestoneId;
}

/** What the forecast says of a date that will hardly be met. */
function lowOf({ plan, forecast }: WholePlan, milestoneId: string) {
  const own = presentForecasts(plan, forecast?.result ?? null).get(milestoneId);
  return own ? { chance: own.chance, likelyOn: own.p50On, safeOn: own.p80On } : null;
}

function wordsOf(
  { kind, id }: MissingPart,
  { id: milestoneId, criteria, deliverables }: MilestoneWithParts,
  findings: readonly Finding[],
): string {
  if (kind === "criterion") return `Not answered yet: ${criteria.find((one) => one.id === id)?.text ?? ""}`;
  if (kind === "deliverable")
    return `Not handed in: ${deliverables.find((one) => one.id === id)?.title ?? ""}`;
  if (kind === "owner") return "Nobody owns this milestone.";
  const concerns = (one: Finding) => one.blocks.includes(milestoneId) || isLowChance(one, milestoneId);
  return findings.find((one) => one.id === id && concerns(one))?.why ?? "";
}

async function refuseOpenMinors(scope: Scope, { project, milestone }: MilestoneAccess): Promise<void> {
  const open = await openMinorsOf(scope, milestone.id);
  if (open.length === 0) return;
  const milestones = open.map(({ id, number, title }) => ({ id, ref: `${project.key}-M${number}`, title }));
  throw refused("open-minors", "Reach, drop or move out its minor milestones first.", { milestones });
}

/** Open work is never left behind in a milestone that is over. */
async function moveCardsOn(
  scope: Scope,
  { project, milestone }: MilestoneAccess,
  openCards: WantedMove["openCards"],
): Promise<void> {
  const open = await openCardsOf(scope, milestone.id);
  if (open.length === 0) return;
  if (!openCards) {
    const cards = open.map(({ id, number, title }) => ({ id, ref: `${project.key}-${number}`, title }));
    throw refused(
      "open-cards",
      "Say where its open cards go: to another milestone, the Later list, the archive or what is done.",
      {
        cards,
      },
    );
  }
  await moveOpenCards(scope, milestone, openCards);
}

async function movedMeanwhile(scope: Scope, id: string) {
  const last = (await listMoves(scope, id)).at(-1);
  return conflict("milestone-moved", "Somebody else has moved this milestone meanwhile.", {
    state: last?.to ?? null,
    by: last?.personId ?? null,
    at: last?.at.toISOString() ?? null,
  });
}
