import type { Scope } from "../access/scope.ts";
import { needOpenMilestone } from "../board/card-milestone.ts";
import { findPlace } from "../board/card-place.store.ts";
import { addCard } from "../board/cards.ts";
import { notFound } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import { workCalendar } from "../milestones/work-calendar.ts";
import { findObjective } from "../objectives/objectives.store.ts";
import { addReading } from "../objectives/objectives.ts";
import { expectMembers } from "../projects/project-people.ts";
import { moveToTrash } from "../projects/trash.ts";
import type { ReviewAccess } from "./read-review.ts";
import { deleteAction, insertAction, isThere } from "./review-actions.store.ts";
import { enterReview, tell } from "./reviews.ts";

export interface WantedAction {
  title: string;
  milestoneId: string | null;
  ownerId: string | null;
  dueOn: string | null;
}

/** Something to do, which is a card from now on: answers with its id. */
export async function addAction(scope: Scope, access: ReviewAccess, wanted: WantedAction): Promise<string> {
  const { title, milestoneId, ownerId, dueOn } = wanted;
  const review = await enterReview(scope, access);
  const projectId = access.project.id;
  if (ownerId !== null) await expectMembers(scope, projectId, [ownerId]);
  if (milestoneId !== null) await needOpenMilestone(scope, projectId, milestoneId);
  const card = await addCard(
    scope,
    projectId,
    { title, milestoneId, dueOn, people: ownerId === null ? [] : [ownerId] },
    await findPlace(scope, projectId, {}),
  );
  const id = newId();
  const { workspaceId } = scope.actor;
  const row = { workspaceId, id, reviewId: review.id, milestoneId, ownerId, title, dueOn };
  await insertAction(scope, { ...row, cardId: card.id, createdAt: scope.now });
  await tell(scope, review, "actionAdded", { actionId: id, milestoneId, cardId: card.id });
  return card.id;
}

/** The action and its card were never meant. */
export async function removeAction(scope: Scope, access: ReviewAccess, actionId: string): Promise<void> {
  const review = await enterReview(scope, access);
  const gone = await deleteAction(scope, review.id, actionId);
  if (!gone) throw notFound();
  const { cardId, title } = gone;
  if (cardId !== null && (await isThere(scope, cardId)))
    await moveToTrash(scope, { kind: "card", id: cardId, title, projectId: access.project.id });
  await tell(scope, review, "actionRemoved", { actionId, cardId });
}

/** Where a measure stands today, as it was read in this review. */
export async function readMeasure(
  scope: Scope,
  access: ReviewAccess,
  { objectiveId, value }: { objectiveId: string; value: number },
): Promise<void> {
  const review = await enterReview(scope, access);
  const objective = await findObjective(scope, objectiveId);
  if (objective?.projectId !== access.project.id) throw notFound();
  const { today } = await workCalendar(scope);
  await addReading(scope, objective, { onDate: today, value, reviewId: review.id });
  await tell(scope, review, "measured", { objectiveId, value });
}
