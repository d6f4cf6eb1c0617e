import { can } from "../access/policy.ts";
import type { Scope } from "../access/scope.ts";
import type { OpenCardsPlace } from "../board/open-cards.ts";
import { forbidden, notFound, refused, stale } from "../kit/errors.ts";
import { given, type Some } from "../kit/given.ts";
import { ReasonCode, type ReasonCodeWord } from "../milestones/adjustments.view.ts";
import { type MilestoneAccess, refuseWhenClosed, visibleMilestone } from "../milestones/milestone-access.ts";
import type { MilestoneDates } from "../milestones/milestones.store.ts";
import { MilestoneState } from "../milestones/milestones.view.ts";
import { giveReason, listAdjustments } from "../plan/adjustments.store.ts";
import { findDateChange } from "../plan/date-changes.store.ts";
import { changeDates, undoDates } from "../plan/date-changes.ts";
import { sameDates } from "../plan/date-preview.ts";
import { moveMilestone } from "../plan/milestone-moves.ts";
import { figuresOf } from "../plan/plan-figures.ts";
import { readPlan } from "../plan/read-plan.ts";
import type { ReviewAccess } from "./read-review.ts";
import type { WantedRedefinition } from "./redefine.ts";
import { reshape, takeBack } from "./reshape.ts";
import type { ReviewLineView } from "./review.view.ts";
import { liveFacts } from "./review-facts.ts";
import { standingOf } from "./review-line-presenter.ts";
import { changeLine, findLine, insertLines, type LineRow } from "./review-lines.store.ts";
import { enterReview, tell, unsaidLine } from "./reviews.ts";
import type { WantedSplit } from "./split.ts";

export interface WantedLine
  extends Some<Pick<ReviewLineView, "stated" | "evidence" | "decision" | "reason" | "clientNote">> {
  reasonCode?: ReasonCodeWord | null | undefined;
  /** With the decision to move: the new date, and the dates that the person saw. */
  move?: { targetOn: string; expected: MilestoneDates } | undefined;
  /** With the decision to drop: where its open cards go. */
  openCards?: OpenCardsPlace | undefined;
  /** With the decision to redefine: what it is from now on. */
  redefine?: WantedRedefinition | undefined;
  /** With the decision to split: the second milestone. */
  split?: WantedSplit | undefined;
}

/** What is said about one milestone. A decision about its date or life happens in the same transaction, or not at all. */
export async function sayLine(
  scope: Scope,
  access: ReviewAccess,
  { milestoneId, revision }: { milestoneId: string; revision: number },
  wanted: WantedLine,
): Promise<void> {
  refuseWithoutRight(scope, access, wanted);
  if (Object.values(wanted).every((value) => value === undefined)) return;
  const review = await enterReview(scope, access);
  const milestone = await visibleMilestone(scope, milestoneId);
  if (milestone.project.id !== review.projectId) throw notFound();
  const line = await lineFor(scope, review.id, milestone.milestone);
  if (line.revision !== revision) throw await staleLine(scope, review, milestoneId);
  const { move: _move, openCards: _cards, redefine: _words, split: _second, ...said } = wanted;
  const done = wanted.decision === undefined ? null : await carryOut(scope, milestone, line, wanted);
  const change = given({
    ...said,
    ...done,
    ...(wanted.clientNote === undefined ? {} : { notedAt: scope.now }),
    ...(wanted.decision ? { decidedBy: scope.actor.personId, decidedAt: scope.now } : {}),
  });
  if (!(await changeLine(scope, line.id, revision, change)))
    throw await staleLine(scope, review, milestoneId);
  if (line.eventId !== null && done === null) await explain(scope, milestone, { ...line, ...change });
  await tell(scope, review, "lineChanged", { milestoneId, fields: Object.keys(said) });
}

/** Everybody of the team says what they see; what is decided and told is for those who lead. */
function refuseWithoutRight(scope: Scope, { project }: ReviewAccess, wanted: WantedLine): void {
  const { stated: _stated, evidence: _evidence, ...decided } = wanted;
  const decides = Object.values(decided).some((value) => value !== undefined);
  if (decides && !can(scope.actor, "plan.edit", { project })) throw forbidden();
}

/** A milestone that came while the review went on gets its line now. */
async function lineFor(
  scope: Scope,
  reviewId: string,
  milestone: MilestoneAccess["milestone"],
): Promise<LineRow> {
  const found = await findLine(scope, reviewId, milestone.id);
  if (found) return found;
  refuseWhenClosed(milestone);
  const figures = figuresOf(await readPlan(scope, milestone.projectId));
  const row = {
    ...unsaidLine(scope, reviewId, milestone.id),
    ...standingOf(milestone, figures),
    revision: 0,
  };
  await insertLines(scope, [row]);
  return lineFor(scope, reviewId, milestone);
}

async function staleLine(scope: Scope, review: { id: string; projectId: string }, milestoneId: string) {
  const { facts } = await liveFacts(scope, review);
  return stale(facts.lines.find((line) => line.milestoneId === milestoneId) ?? null);
}

type Done = Pick<LineRow, "eventId" | "carriedOut">;

/** What a decision does to the plan; answers with what its undo takes. */
async function carryOut(
  scope: Scope,
  access: MilestoneAccess,
  line: LineRow,
  wanted: WantedLine,
): Promise<Done> {
  const { milestone } = access;
  const { decision } = wanted;
  const why = whyOf({ ...line, ...given(wanted) }, line.reviewId);
  if (decision !== line.decision) await takeBack(scope, access, line);
  if (decision === "move") {
    if (!wanted.move && line.eventId === null) throw refused("date-needed", "Say to which day it moves.");
    if (!wanted.move) return { eventId: line.eventId, carriedOut: "" };
    const { targetOn, expected } = wanted.move;
    const before = sameDates(milestone, expected) ? await putBack(scope, milestone, line) : null;
    const moved = await changeDates(scope, milestone, { targetOn, expected: before ?? expected, ...why });
    return { eventId: moved.eventId, carriedOut: "" };
  }
  if (decision === "drop" && milestone.state !== "dropped") {
    const { openCards } = wanted;
    const expected = MilestoneState.parse(milestone.state);
    await moveMilestone(scope, access, { to: "dropped", expected, openCards, ...why });
    return NOTHING;
  }
  if (decision !== "drop") refuseWhenClosed(milestone);
  await putBack(scope, milestone, line);
  if (decision === "redefine" || decision === "split")
    return { eventId: null, carriedOut: await reshape(scope, access, line, { ...wanted, decision }, why) };
  return NOTHING;
}

const NOTHING: Done = { eventId: null, carriedOut: "" };

/** Takes back what this line moved, where all of it still stands; answers with the dates that its milestone has then. */
async function putBack(
  scope: Scope,
  { id, projectId }: MilestoneAccess["milestone"],
  { eventId }: LineRow,
): Promise<MilestoneDates | null> {
  const done = eventId === null ? undefined : await findDateChange(scope, projectId, eventId);
  if (eventId === null || !done) return null;
  const { rows } = await readPlan(scope, projectId);
  const stands = done.changes.every(({ milestoneId, after }) =>
    rows.milestones.some((row) => row.id === milestoneId && sameDates(row, after)),
  );
  if (!stands) return null;
  const { changes } = await undoDates(scope, projectId, eventId);
  return changes.find(({ milestoneId }) => milestoneId === id)?.after ?? null;
}

/** A reason that was given after the date had moved belongs to that adjustment too, until it is told. */
async function explain(scope: Scope, { milestone }: MilestoneAccess, line: LineRow): Promise<void> {
  const { projectId, id: milestoneId } = milestone;
  const { reason = "", reasonCode = null } = whyOf(line, line.reviewId);
  for (const { id, eventId } of await listAdjustments(scope, { projectId, milestoneId, untold: true }))
    if (eventId === line.eventId) await giveReason(scope, id, { reasonCode, reason });
}

function whyOf({ reason, reasonCode }: Pick<LineRow, "reason" | "reasonCode">, reviewId: string) {
  const code = ReasonCode.safeParse(reasonCode).data;
  return { reason, reviewId, ...(code === undefined ? {} : { reasonCode: code }) };
}
