import { can } from "../access/policy.ts";
import type { Scope } from "../access/scope.ts";
import { workCalendar } from "../milestones/work-calendar.ts";
import { namesOfPeople } from "../people/names.store.ts";
import { planHead } from "../plan/plan-head.store.ts";
import { readPlan, type WholePlan } from "../plan/read-plan.ts";
import type { ProjectAccess } from "../projects/project-access.store.ts";
import { membersOfProject } from "../projects/project-people.store.ts";
import { prepare, presentPreview } from "../publications/publication-preview.ts";
import { type ReviewFactsView, ReviewSnapshot, type ReviewView } from "./review.view.ts";
import { invitedOf } from "./review-facts.store.ts";
import { liveFacts } from "./review-facts.ts";
import { attendanceOf, frozenReview, type ReviewRow } from "./reviews.store.ts";

/** Somebody whose browser has not been heard of for so long has left. */
const AWAY_MS = 75_000;

export interface ReviewAccess {
  project: ProjectAccess;
  review: ReviewRow;
}

/** The whole of a review in one read: what is true now, or what was when it was held. */
export async function readReview(scope: Scope, { project, review }: ReviewAccess): Promise<ReviewView> {
  const facts = review.heldAt === null ? null : await frozenFacts(scope, review.id);
  const whole = facts === null ? await readPlan(scope, project.id) : null;
  const shown = facts ?? (await liveFacts(scope, review, whole ?? undefined)).facts;
  const head = whole?.rows.head ?? (await planHead(scope, project.id));
  const members = (await membersOfProject(scope, project.id)).filter(({ role }) => role !== "guest");
  const memberIds = members.map(({ id }) => id);
  const attendance = await attendanceOf(scope, review.id);
  const invited = (await invitedOf(scope, project.id)).map(({ personId }) => personId);
  const { leaderId } = review;
  const ids = new Set([...memberIds, ...invited, ...attendance.map(({ personId }) => personId)]);
  for (const id of [leaderId, review.heldBy, ...peopleIn(shown)]) if (id !== null) ids.add(id);
  return {
    ...shown,
    ...headOf(review),
    project: {
      id: project.id,
      key: project.key,
      name: head.name,
      client: head.clientId && head.clientName ? { id: head.clientId, name: head.clientName } : null,
    },
    today: whole?.work.today ?? (await workCalendar(scope)).today,
    leaderId,
    leaderHere: leaderId !== null && memberIds.includes(leaderId),
    people: await namesOfPeople(scope, [...ids]),
    memberIds,
    attendance: attendance.map(({ personId, seenAt }) => ({
      personId,
      seenAt: seenAt.toISOString(),
      here: review.heldAt === null && scope.now.getTime() - seenAt.getTime() < AWAY_MS,
    })),
    invited,
    may: {
      lead: can(scope.actor, "plan.edit", { project }),
      write: can(scope.actor, "plan.work", { project }),
    },
    notice: whole && (await noticeOf(scope, project, whole)),
  };
}

function headOf(review: ReviewRow) {
  const { id, dueOn, skipReason, heldBy, publicationId, untoldReason, hash, milestoneId } = review;
  return {
    id,
    dueOn,
    skipReason,
    heldBy,
    publicationId,
    untoldReason,
    hash,
    placeId: milestoneId,
    dueAt: review.dueAt.toISOString(),
    openedAt: review.openedAt?.toISOString() ?? null,
    clientPartAt: review.clientPartAt?.toISOString() ?? null,
    heldAt: review.heldAt?.toISOString() ?? null,
    skippedAt: review.skippedAt?.toISOString() ?? null,
  };
}

async function frozenFacts(scope: Scope, id: string): Promise<ReviewFactsView | null> {
  const text = await frozenReview(scope, id);
  if (text === null) return null;
  const { since, objectives, lines, decisions, actions, words, untold } = ReviewSnapshot.parse(
    JSON.parse(text),
  );
  return { since, objectives, lines, decisions, actions, words, untold };
}

function peopleIn({ lines, actions, words }: ReviewFactsView): (string | null)[] {
  const said = [...words, ...lines.flatMap((line) => line.words)];
  return [
    ...lines.flatMap((line) => [line.ownerId, line.decidedBy, ...line.risks.map(({ ownerId }) => ownerId)]),
    ...[...actions, ...lines.flatMap((line) => [...line.actions, ...(line.last?.actions ?? [])])].map(
      ({ ownerId }) => ownerId,
    ),
    ...said.flatMap(({ personId, handedOverBy }) => [personId, handedOverBy]),
  ];
}

/** What publishing would say now; the notes for the client are in it. */
async function noticeOf(
  scope: Scope,
  project: ProjectAccess,
  whole: WholePlan,
): Promise<ReviewView["notice"]> {
  if (whole.rows.head.clientId === null || !can(scope.actor, "plan.edit", { project })) return null;
  return presentPreview(scope, await prepare(scope, project.id, whole));
}
