import { mayDecide } from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import { recordFor } from "../events/events.ts";
import { canonicalJson } from "../kit/canonical-json.ts";
import { conflict, invalid, notFound, Problem, refused } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import { sha256 } from "../kit/secret.ts";
import { lockMilestone } from "../milestones/locks.store.ts";
import { type AskedPerson, contactParts, peopleOf } from "./approval-people.store.ts";
import { ApprovalSnapshot, type ApprovalSnapshotView } from "./approval-snapshot.view.ts";
import {
  type ApprovalRow,
  changeApproval,
  lockApproval,
  pinnedFileIds,
  snapshotText,
} from "./approvals.store.ts";
import { isChosen } from "./choices.ts";
import { mailAfter } from "./decided-mails.ts";
import { type DecisionRow, decisionsOf, insertDecision } from "./decisions.store.ts";
import { carryOut } from "./effects.ts";
import { freeze } from "./freeze.ts";
import { holdFiles } from "./frozen.store.ts";
import { isStillOffered } from "./frozen-change.store.ts";
import { type Outcome, signOffRequest, standingOf, stateOf } from "./standing.ts";

export interface Pin {
  /** Which of the pinned files, and where on it in per cent of its width and height. */
  file: number;
  x: number;
  y: number;
  words: string;
}

export interface Said {
  /** In whose name; it is another than the acting person only when a member writes down what they were told. */
  personId: string;
  verdict: "approved" | "changes_requested" | "chosen" | "advised";
  words: string;
  /** Criteria that are not met, by id. */
  criteria: readonly string[];
  pins: readonly Pin[];
  choice: string | null;
  /** The hash of what stood before their eyes. */
  shownHash: string;
  way: "link" | "session" | "member" | "window";
  handedOverBy?: string | null;
  linkId?: string | null;
}

export interface Receipt {
  approval: ApprovalRow;
  decisionId: string;
  outcome: Outcome | null;
  /** False where the same was said before: a second tap, or a net that lost the answer. */
  isNew: boolean;
}

interface Whole {
  approval: ApprovalRow;
  people: AskedPerson[];
  decisions: DecisionRow[];
  snapshot: ApprovalSnapshotView;
}

/**
 * One decision of one person, in one transaction with all that follows from it. Of fifty at once one is first; the
 * others hear who it was. The same said again is the same decision.
 */
export async function decide(scope: Scope, approvalId: string, said: Said): Promise<Receipt> {
  const approval = await lockApproval(scope, approvalId);
  if (!approval) throw notFound();
  const whole = {
    approval,
    people: await peopleOf(scope, [approvalId]),
    decisions: await decisionsOf(scope, [approvalId]),
    snapshot: ApprovalSnapshot.parse(JSON.parse(await snapshotText(scope, approvalId))),
  };
  const same = sameAgain(whole, said);
  if (same) return { approval, decisionId: same.id, outcome: standingOfWhole(whole).outcome, isNew: false };
  refuseWrongWords(whole, said);
  refuseClosed(scope, whole);
  await refuseParty(scope, whole, said);
  if (said.shownHash !== approval.hash) throw otherVersion(approval);
  await refuseChanged(scope, whole);
  return keep(scope, whole, said);
}

function sameAgain({ decisions }: Whole, said: Said): DecisionRow | undefined {
  return decisions.find(
    (one) =>
      one.personId === said.personId &&
      one.withdrawnAt === null &&
      one.verdict === said.verdict &&
      one.choice === said.choice &&
      one.words === said.words &&
      one.shownHash === said.shownHash,
  );
}

function standingOfWhole({ approval, people, decisions }: Whole) {
  return standingOf(approval, people, decisions);
}

function refuseWrongWords({ approval, snapshot }: Whole, { verdict, words, choice }: Said): void {
  if ((verdict === "changes_requested" || verdict === "advised") && words.trim() === "")
    throw invalid([{ path: "words", message: "Say in a sentence what it is about." }]);
  if (!verdictsOn(approval.kind).includes(verdict))
    throw invalid([{ path: "verdict", message: "This is not what was asked." }]);
  if (verdict === "chosen" && !snapshot.choices.some(({ id }) => id === choice))
    throw invalid([{ path: "choice", message: "Choose one of them." }]);
}

function verdictsOn(kind: string): readonly Said["verdict"][] {
  if (kind === "question") return ["chosen", "advised"];
  return [isChosen(kind) ? "chosen" : "approved", "changes_requested", "advised"];
}

function refuseClosed({ now }: Scope, whole: Whole): void {
  const { approval, decisions } = whole;
  switch (stateOf(approval, now)) {
    case "waiting":
      throw notFound();
    case "cancelled":
      throw conflict("cancelled", "This request was taken back. There is nothing to decide any more.");
    case "superseded":
      throw conflict("superseded", "A newer version has taken its place. Please decide on that one.");
    case "decided":
      throw alreadyDecided(decisions, standingOfWhole(whole).inForce[0]?.decision.personId);
    default:
      return;
  }
}

function alreadyDecided(decisions: readonly DecisionRow[], personId: string | undefined): Problem {
  const first = decisions.find((one) => one.personId === personId && one.withdrawnAt === null);
  return conflict("already-decided", "This was decided already.", {
    by: first?.name ?? null,
    at: first?.at.toISOString() ?? null,
    verdict: first?.verdict ?? null,
  });
}

/** Access is looked up anew: whoever was taken off the project, or decides no more, is out at once. */
async function refuseParty(scope: Scope, whole: Whole, { personId, verdict, way }: Said): Promise<void> {
  const { approval, people, decisions } = whole;
  // What the team decided among themselves was checked when it was written down.
  if (approval.audience === "team" && way === "member") return;
  const parts = await contactParts(scope, approval.projectId);
  const isAdviser = people.some((one) => one.personId === personId && one.part === "adviser");
  if (verdict === "advised") {
    if (isAdviser && parts.has(personId)) return;
    throw notAnApprover(way);
  }
  const asked = people.find((one) => one.personId === personId && one.part === "decider");
  const standsIn = people.some(({ delegateId }) => delegateId === personId);
  const isContact = asked ? parts.get(personId) === "approver" : standsIn && parts.has(personId);
  if (!isContact) throw notAnApprover(way);
  const may = mayDecide(signOffRequest(approval, people, decisions), personId);
  if (may.ok) return;
  if (may.code === "not_an_approver") throw notAnApprover(way);
  if (may.code !== "not_your_turn") throw alreadyDecided(decisions, personId);
  const before = people.filter((one) => may.missing.includes(one.personId)).map(({ name }) => name);
  throw conflict("not-your-turn", "Somebody else is asked first. You get a mail when it is your turn.", {
    before,
  });
}

function notAnApprover(way: Said["way"]): Problem {
  if (way === "member") return refused("not-an-approver", "This person is not asked to decide on it.");
  return new Problem(403, "not-an-approver", "Not allowed", "Only the people who are asked decide on this.");
}

function otherVersion({ hash, number }: ApprovalRow): Problem {
  return conflict("other-version", "This is not the version that you saw. Please look at this one.", {
    hash,
    number,
  });
}

/** What is decided on must still be so: nobody edits it between this look and the commit. */
async function refuseChanged(scope: Scope, { approval, snapshot }: Whole): Promise<void> {
  const state = approval.milestoneId && (await lockMilestone(scope, approval.milestoneId));
  const isOpenStill =
    approval.kind === "change"
      ? await isStillOffered(scope, approval.id)
      : approval.kind !== "completion" || state === "submitted";
  const fileIds = await pinnedFileIds(scope, approval.id);
  await holdFiles(scope, fileIds);
  const { projectId, milestoneId } = approval;
  const changeRequestId = snapshot.change?.id ?? null;
  const live = await freeze(scope, { ...snapshot, projectId, milestoneId, fileIds, changeRequestId });
  const isPlanOut = !live.publication || live.publication.heldUntil <= scope.now;
  if (!isOpenStill || (live.hash !== approval.hash && isPlanOut))
    throw conflict(
      "content-changed",
      "This has changed since you were asked. The team has to send you the new version first.",
    );
}

async function keep(scope: Scope, whole: Whole, said: Said): Promise<Receipt> {
  const { approval, people, decisions } = whole;
  const own = decisions.filter(({ personId }) => personId === said.personId);
  const attempt = 1 + Math.max(0, ...own.map((one) => one.attempt));
  const decision = {
    workspaceId: scope.actor.workspaceId,
    id: newId(),
    approvalId: approval.id,
    personId: said.personId,
    decidedBy: said.way === "member" ? scope.actor.personId : null,
    handedOverBy: said.handedOverBy ?? null,
    linkId: said.linkId ?? null,
    attempt,
    verdict: said.verdict,
    choice: said.choice,
    words: said.words,
    shownHash: said.shownHash,
    way: said.way,
    at: scope.now,
  };
  const lists = { criteria: JSON.stringify(said.criteria), pins: JSON.stringify(said.pins) };
  await insertDecision(scope, { ...decision, ...lists });
  const after = await decisionsOf(scope, [approval.id]);
  const standing = standingOf(approval, people, after);
  const outcome = said.verdict === "advised" ? null : standing.outcome;
  if (outcome !== null) await changeApproval(scope, approval.id, { outcome, outcomeAt: scope.now });
  const effects = outcome
    ? await carryOut(scope, approval, whole.snapshot, { outcome, by: said.personId, words: said.words })
    : [];
  // Nobody did it when a window ran out.
  const actorId = said.way === "window" ? null : scope.actor.personId;
  await recordFor(
    scope.tx,
    { workspaceId: scope.actor.workspaceId, actorId, at: scope.now },
    {
      verb: said.verdict === "advised" ? "approval.advised" : "approval.decided",
      subject: { kind: "approval", id: approval.id },
      projectId: approval.projectId,
      audience: approval.audience === "team" ? "team" : "client",
      data: {
        decisionId: decision.id,
        personId: said.personId,
        decidedBy: decision.decidedBy,
        handedOverBy: decision.handedOverBy,
        verdict: said.verdict,
        way: said.way,
        attempt,
        hash: approval.hash,
        contentHash: contentHash(said),
        outcome,
        effects,
        milestoneId: approval.milestoneId,
      },
    },
  );
  await mailAfter(scope, { approval, people, turn: standing.turn, said, decisionId: decision.id, outcome });
  return { approval: { ...approval, outcome }, decisionId: decision.id, outcome, isNew: true };
}

/** Covers the words without naming anybody, so that a decision can be proved when its people are forgotten. */
function contentHash({
  verdict,
  choice,
  words,
  criteria,
  pins,
}: Pick<Said, "verdict" | "choice" | "words" | "criteria" | "pins">): string {
  return sha256(canonicalJson({ verdict, choice, words, criteria, pins }));
}
