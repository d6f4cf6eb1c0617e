import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { conflict, notFound } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import { lockPlan } from "../milestones/locks.store.ts";
import { figuresOf } from "../plan/plan-figures.ts";
import { readPlan, type WholePlan } from "../plan/read-plan.ts";
import { type ProjectAccess, visibleProject } from "../projects/project-access.store.ts";
import type { ReviewAccess } from "./read-review.ts";
import { openIds } from "./review-facts.ts";
import { standingOf } from "./review-line-presenter.ts";
import { insertLines } from "./review-lines.store.ts";
import {
  attend,
  changeReview,
  dueReview,
  findReview,
  insertReview,
  type ReviewRow,
  runningReview,
} from "./reviews.store.ts";

/** A review of a project that this person may see; guests have no part in it. */
export async function visibleReview(scope: Scope, id: string): Promise<ReviewAccess> {
  const review = scope.actor.role === "guest" ? undefined : await findReview(scope, id);
  if (!review) throw notFound();
  return { ...(await visibleProject(scope, review.projectId)), review };
}

/** The one that is going on, else the one that is due, else one for now; whoever opens it leads it. */
export async function openReview(scope: Scope, project: ProjectAccess): Promise<ReviewAccess> {
  // Of two who open it at the same moment the second waits, and then finds it open.
  await lockPlan(scope, project.id);
  const running = await runningReview(scope, project.id);
  if (running) return { project, review: running };
  const whole = await readPlan(scope, project.id);
  const due = await dueReview(scope, project.id, whole.work.today);
  const id = due?.id ?? (await reviewForNow(scope, project.id, whole.work.today));
  if (!(await changeReview(scope, id, { openedAt: scope.now, leaderId: scope.actor.personId })))
    throw conflict("review-over", "This review has been skipped or held meanwhile.");
  await freezeLines(scope, id, whole);
  await attend(scope, id);
  await tell(scope, { id, projectId: project.id }, "opened", { dueOn: due?.dueOn ?? whole.work.today });
  return { project, review: await oneReview(scope, id) };
}

async function reviewForNow(scope: Scope, projectId: string, today: string): Promise<string> {
  const id = newId();
  await insertReview(scope, {
    workspaceId: scope.actor.workspaceId,
    id,
    projectId,
    dueAt: scope.now,
    dueOn: today,
    createdAt: scope.now,
  });
  return id;
}

/** How each open milestone stands when the review begins. */
async function freezeLines(scope: Scope, reviewId: string, whole: WholePlan): Promise<void> {
  const figures = figuresOf(whole);
  const ids = openIds(whole);
  const open = whole.rows.milestones.filter(({ id }) => ids.has(id));
  await insertLines(
    scope,
    open.map((row) => ({ ...unsaidLine(scope, reviewId, row.id), ...standingOf(row, figures) })),
  );
}

export function unsaidLine({ actor, now }: Scope, reviewId: string, milestoneId: string) {
  return {
    workspaceId: actor.workspaceId,
    id: newId(),
    reviewId,
    milestoneId,
    createdAt: now,
  };
}

/** Whoever takes over leads from now on; the one before need not be there for it. */
export async function takeLead(scope: Scope, { review }: ReviewAccess): Promise<void> {
  if (review.leaderId === scope.actor.personId) return;
  await change(scope, review, { leaderId: scope.actor.personId });
  await tell(scope, review, "led", { before: review.leaderId, after: scope.actor.personId });
}

/** Everybody who is there goes along with the leader. */
export async function placeReview(
  scope: Scope,
  { review }: ReviewAccess,
  milestoneId: string,
): Promise<void> {
  if (review.leaderId !== scope.actor.personId)
    throw conflict("not-leading", "Somebody else leads this review. Take over to go on from here.", {
      leaderId: review.leaderId,
    });
  if (review.milestoneId === milestoneId) return;
  const { rows } = await readPlan(scope, review.projectId);
  if (!rows.milestones.some(({ id }) => id === milestoneId)) throw notFound();
  await change(scope, review, { milestoneId });
  await tell(scope, review, "placed", { milestoneId });
}

/** I am here; only coming in is news. */
export async function attendReview(scope: Scope, { review }: ReviewAccess): Promise<void> {
  refuseOver(review);
  if (await attend(scope, review.id)) await tell(scope, review, "joined", {});
}

async function change(
  scope: Scope,
  review: ReviewRow,
  fields: Parameters<typeof changeReview>[2],
): Promise<void> {
  refuseOver(review);
  if (!(await changeReview(scope, review.id, fields))) throw over(await oneReview(scope, review.id));
}

/** Whoever else writes into this review waits; refused when it is over by now. */
export async function enterReview(scope: Scope, { project, review }: ReviewAccess): Promise<ReviewRow> {
  await lockPlan(scope, project.id);
  const now = await oneReview(scope, review.id);
  refuseOver(now);
  return now;
}

/** What was held or skipped stays as it is. */
export function refuseOver(review: ReviewRow): void {
  if (review.heldAt !== null || review.skippedAt !== null) throw over(review);
  if (review.openedAt === null) throw conflict("review-not-open", "Open this review first.");
}

export function over({ heldAt, heldBy, skippedAt, skippedBy }: ReviewRow) {
  return conflict(
    heldAt === null ? "review-skipped" : "review-held",
    heldAt === null ? "This review was skipped." : "This review is closed: what it says stays as it is.",
    { by: heldBy ?? skippedBy, at: (heldAt ?? skippedAt)?.toISOString() ?? null },
  );
}

export async function oneReview(scope: Scope, id: string): Promise<ReviewRow> {
  const found = await findReview(scope, id);
  if (!found) throw notFound();
  return found;
}

export async function tell(
  scope: Scope,
  { id, projectId }: Pick<ReviewRow, "id" | "projectId">,
  happened: string,
  data: Record<string, unknown>,
): Promise<void> {
  await record(scope, { verb: `review.${happened}`, subject: { kind: "review", id }, projectId, data });
}
