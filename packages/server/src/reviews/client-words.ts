import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { insertProposal } from "../input/proposals.store.ts";
import { conflict } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import { lockPlan } from "../milestones/locks.store.ts";
import { addClientComment } from "../talk/client-comments.ts";
import { hasSaidFine, insertWords } from "./client-part.store.ts";
import { oneReview } from "./reviews.ts";

export interface SaidByClient {
  kind: "fine" | "question" | "proposal";
  milestoneId: string | null;
  words: string;
  targetOn: string | null;
  handedOverBy: string | null;
  /** Who may write to the team elsewhere is answered there too. */
  mayComment: boolean;
}

/**
 * What somebody of the client says of a milestone, or of the whole plan. A question is asked in their thread as well, where it is
 * answered; another date is a proposal to the plan.
 */
export async function sayAsClient(
  scope: Scope,
  { reviewId, projectId }: { reviewId: string; projectId: string },
  said: SaidByClient,
): Promise<void> {
  // Nothing comes into a review that is being closed at this moment.
  await lockPlan(scope, projectId);
  const review = await oneReview(scope, reviewId);
  if (review.heldAt !== null || review.skippedAt !== null)
    throw conflict("review-held", "This review is over. What was said stays here to read.");
  const { kind, milestoneId, words, targetOn, handedOverBy } = said;
  if (kind === "fine" && (await hasSaidFine(scope, { reviewId, milestoneId }))) return;
  const { workspaceId, personId } = scope.actor;
  if (kind === "question" && said.mayComment)
    await addClientComment(
      scope,
      projectId,
      milestoneId === null ? { kind: "project", id: projectId } : { kind: "milestone", id: milestoneId },
      words,
    );
  const proposalId = kind === "proposal" ? await proposalOf(scope, projectId, said) : null;
  const id = newId();
  const about = { milestoneId, kind, words, targetOn, handedOverBy, proposalId };
  await insertWords(scope, { workspaceId, id, reviewId, personId, ...about, createdAt: scope.now });
  await record(scope, {
    verb: "review.clientSaid",
    subject: { kind: "review", id: reviewId },
    projectId,
    audience: "client",
    data: { wordsId: id, kind, milestoneId },
  });
}

async function proposalOf(
  scope: Scope,
  projectId: string,
  { milestoneId, words, targetOn }: SaidByClient,
): Promise<string | null> {
  if (milestoneId === null || targetOn === null) return null;
  const { workspaceId, personId } = scope.actor;
  const id = newId();
  await insertProposal(scope.tx, {
    workspaceId,
    id,
    projectId,
    roundId: null,
    milestoneId,
    personId,
    words,
    patch: JSON.stringify({ targetOn }),
    createdAt: scope.now,
  });
  await record(scope, {
    verb: "proposal.made",
    subject: { kind: "proposal", id },
    projectId,
    audience: "client",
    data: { milestoneId, fields: ["targetOn"] },
  });
  return id;
}
