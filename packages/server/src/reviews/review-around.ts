import type { Scope } from "../access/scope.ts";
import { civilDate } from "../kit/clock.ts";
import { figuresOf, type PlanFigures } from "../plan/plan-figures.ts";
import type { WholePlan } from "../plan/read-plan.ts";
import { type ReviewFactsView, ReviewSnapshot, type ReviewSnapshotView } from "./review.view.ts";
import { actionsOf, cardsSince, type Waiting, waitingOf, wordsOf } from "./review-facts.store.ts";
import { earlierLines, type LineRow, linesOf } from "./review-lines.store.ts";
import { lastHeld } from "./reviews.store.ts";

type ActionRow = Awaited<ReturnType<typeof actionsOf>>[number];
type WordsRow = Awaited<ReturnType<typeof wordsOf>>[number];

/** All that the lines of a review are made from. */
export interface Around {
  whole: WholePlan;
  figures: PlanFigures;
  lines: ReadonlyMap<string, LineRow>;
  last: { snapshot: ReviewSnapshotView; at: Date; on: string } | null;
  earlier: Awaited<ReturnType<typeof earlierLines>>;
  cards: ReadonlyMap<string | null, { done: number; added: number }>;
  waiting: readonly Waiting[];
  actions: readonly ActionRow[];
  lastActions: readonly ActionRow[];
  words: readonly WordsRow[];
}

export async function readAround(
  scope: Scope,
  review: { id: string; projectId: string },
  whole: WholePlan,
): Promise<Around> {
  const { projectId } = review;
  const held = await lastHeld(scope, projectId);
  const last = held && {
    snapshot: ReviewSnapshot.parse(JSON.parse(held.snapshot)),
    at: held.heldAt,
    on: civilDate(held.heldAt, whole.work.zone),
  };
  const lines = await linesOf(scope, review.id);
  const cards = await cardsSince(scope, projectId, last?.at ?? null);
  const actions = await actionsOf(scope, held ? [review.id, held.id] : [review.id]);
  return {
    whole,
    figures: figuresOf(whole),
    lines: new Map(lines.map((line) => [line.milestoneId, line])),
    last,
    earlier: await earlierLines(scope, projectId),
    cards: new Map(cards.map(({ milestoneId, ...counts }) => [milestoneId, counts])),
    waiting: await waitingOf(scope, projectId),
    actions: actions.filter(({ reviewId }) => reviewId === review.id),
    lastActions: actions.filter(({ reviewId }) => reviewId !== review.id),
    words: await wordsOf(scope, review.id),
  };
}

export function presentWaiting(
  { id, kind, number, title, side, dueOn, since }: Waiting,
  { work }: WholePlan,
): ReviewFactsView["decisions"][number] {
  return { id, kind, number, title, side, dueOn, since: civilDate(new Date(since), work.zone) };
}

export function presentAction(
  { id, milestoneId, title, ownerId, dueOn, cardId, number, doneAt }: ActionRow,
  { rows }: WholePlan,
): ReviewFactsView["actions"][number] {
  const ref = cardId === null ? null : `${rows.head.key}-${number}`;
  return { id, milestoneId, title, ownerId, dueOn, cardId, ref, done: doneAt !== null };
}

export function presentWords({ createdAt, ...said }: WordsRow): object {
  return { ...said, at: createdAt.toISOString() };
}
