import type { Scope } from "../access/scope.ts";
import { canonicalJson } from "../kit/canonical-json.ts";
import { notFound, refused } from "../kit/errors.ts";
import { sha256 } from "../kit/secret.ts";
import { findPublication, lastPublication } from "../publications/publications.store.ts";
import type { ReviewAccess } from "./read-review.ts";
import { type ReviewFactsView, type ReviewLineView, ReviewSnapshot } from "./review.view.ts";
import { liveFacts } from "./review-facts.ts";
import { closeLine, insertLines } from "./review-lines.store.ts";
import { attendanceOf, changeReview, type ReviewRow } from "./reviews.store.ts";
import { enterReview, oneReview, over, tell, unsaidLine } from "./reviews.ts";

export interface WantedClosing {
  publicationId?: string | undefined;
  /** Why nobody is told of what has changed. */
  untoldReason?: string | undefined;
}

/** Keeps what is true now as the record of this review. Of two who close it the second hears who was first. */
export async function closeReview(scope: Scope, access: ReviewAccess, wanted: WantedClosing): Promise<void> {
  const review = await enterReview(scope, access);
  const { facts } = await liveFacts(scope, review);
  refuseUnsaid(facts);
  const publicationId = await publicationOf(scope, review, wanted.publicationId);
  const untoldReason = facts.untold.length === 0 ? "" : (wanted.untoldReason ?? "").trim();
  if (facts.untold.length > 0 && untoldReason === "")
    throw refused(
      "untold",
      "What was promised has changed and nobody was told. Publish it, or say in one line why not.",
      { milestones: facts.untold },
    );
  const lines = facts.lines.map(closedLine);
  await keepLines(scope, review.id, lines);
  const text = canonicalJson(
    ReviewSnapshot.parse({
      ...facts,
      lines,
      format: 1,
      reviewId: review.id,
      projectId: review.projectId,
      dueOn: review.dueOn,
      openedAt: (review.openedAt ?? scope.now).toISOString(),
      heldAt: scope.now.toISOString(),
      heldBy: scope.actor.personId,
      leaderId: review.leaderId,
      attended: (await attendanceOf(scope, review.id)).map(({ personId }) => personId),
      publicationId,
      untoldReason,
    }),
  );
  const hash = sha256(text);
  const held = { heldAt: scope.now, heldBy: scope.actor.personId, snapshot: text, hash };
  if (!(await changeReview(scope, review.id, { ...held, publicationId, untoldReason })))
    throw over(await oneReview(scope, review.id));
  await tell(scope, review, "held", {
    dueOn: review.dueOn,
    hash,
    publicationId,
    untold: facts.untold.length,
    decided: lines.filter(({ decision }) => decision !== "keep").map(({ milestoneId }) => milestoneId),
  });
}

/** Whoever says otherwise than what is computed says why, and whoever decides otherwise than to keep gives a reason. */
function refuseUnsaid({ lines }: ReviewFactsView): void {
  const named = (found: readonly ReviewLineView[]) => ({
    milestones: found.map(({ milestoneId, ref, title }) => ({ milestoneId, ref, title })),
  });
  const bare = lines.filter((line) => disagrees(line) && line.evidence.trim() === "");
  if (bare.length > 0)
    throw refused(
      "evidence-needed",
      `Say in one line what you see that the figures do not: ${bare.map(({ ref }) => ref).join(", ")}.`,
      named(bare),
    );
  const silent = lines.filter(
    ({ decision, reason, reasonCode }) =>
      decision !== null && decision !== "keep" && reason.trim() === "" && reasonCode === null,
  );
  if (silent.length > 0)
    throw refused(
      "reason-needed",
      `Say why in one line: ${silent.map(({ ref }) => ref).join(", ")}.`,
      named(silent),
    );
}

/** What the figures say now, or said when it was called, is no disagreement. */
function disagrees({ stated, health, opened }: ReviewLineView): boolean {
  return stated !== null && health !== null && stated !== health.word && stated !== opened?.computed;
}

/** Who said nothing agrees with what is computed, and keeps the date. */
function closedLine(line: ReviewLineView): ReviewLineView {
  return { ...line, decision: line.decision ?? "keep" };
}

async function keepLines(scope: Scope, reviewId: string, lines: readonly ReviewLineView[]): Promise<void> {
  for (const { milestoneId, health, opened, likelyOn, safeOn, targetOn, stated, decision } of lines) {
    const computed = health?.word ?? opened?.computed ?? "not_enough_data";
    const standing = { computed, likelyOn, safeOn, targetOn, stated, decision };
    // Of a milestone that came while the review went on nobody may have said anything.
    if (opened === null)
      await insertLines(scope, [{ ...unsaidLine(scope, reviewId, milestoneId), computed }]);
    await closeLine(scope, { reviewId, milestoneId }, standing);
  }
}

/** The one that was named, else the newest that was made while the review went on. */
async function publicationOf(
  scope: Scope,
  { projectId, openedAt }: ReviewRow,
  named: string | undefined,
): Promise<string | null> {
  if (named !== undefined) {
    const found = await findPublication(scope, named);
    if (found?.projectId !== projectId) throw notFound();
    return found.id;
  }
  const last = await lastPublication(scope, projectId);
  return last && openedAt !== null && new Date(last.createdAt) >= openedAt ? last.id : null;
}
