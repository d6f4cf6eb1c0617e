import { clientClock, isOpenMilestone } from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import { civilDate } from "../kit/clock.ts";
import { readPlan, type WholePlan } from "../plan/read-plan.ts";
import { ReviewFacts, type ReviewFactsView } from "./review.view.ts";
import { type Around, presentAction, presentWaiting, presentWords, readAround } from "./review-around.ts";
import { decidedSince, readingsOf } from "./review-facts.store.ts";
import { presentLine } from "./review-line-presenter.ts";

/** Everything that a review is about, as it stands now. */
export async function liveFacts(
  scope: Scope,
  review: { id: string; projectId: string },
  read?: WholePlan,
): Promise<{ facts: ReviewFactsView; around: Around }> {
  const around = await readAround(scope, review, read ?? (await readPlan(scope, review.projectId)));
  const { whole, lines } = around;
  const open = openIds(whole);
  const shown = whole.rows.milestones.filter(({ id }) => open.has(id) || lines.has(id));
  const ids = new Set(shown.map(({ id }) => id));
  const elsewhere = <T extends { milestoneId: string | null }>(items: readonly T[]) =>
    items.filter(({ milestoneId }) => milestoneId === null || !ids.has(milestoneId));
  const facts = ReviewFacts.parse({
    since: await sinceOf(scope, review.projectId, around),
    objectives: await objectivesOf(scope, review, around),
    lines: shown.map((row) => presentLine(row, around)),
    decisions: elsewhere(around.waiting).map((one) => presentWaiting(one, whole)),
    actions: elsewhere(around.actions).map((one) => presentAction(one, whole)),
    words: elsewhere(around.words).map(presentWords),
    untold: untoldOf(whole),
  });
  return { facts, around };
}

/** The milestones that a review is about. */
export function openIds({ plan }: WholePlan): ReadonlySet<string> {
  return new Set(plan.milestones.filter(isOpenMilestone).map(({ id }) => id));
}

async function sinceOf(
  scope: Scope,
  projectId: string,
  { whole, last, cards }: Around,
): Promise<ReviewFactsView["since"]> {
  const { rows } = whole;
  const counts = [...cards.values()];
  const on = last?.on ?? null;
  return {
    reviewId: last?.snapshot.reviewId ?? null,
    on,
    done: counts.reduce((sum, each) => sum + each.done, 0),
    added: counts.reduce((sum, each) => sum + each.added, 0),
    decisions: await decidedSince(scope, projectId, last?.at ?? null),
    reached: rows.milestones.flatMap(({ id, number, title, state, reachedOn }) =>
      state === "accepted" && reachedOn !== null && reachedOn >= (on ?? "")
        ? [{ milestoneId: id, ref: `${rows.head.key}-M${number}`, title, reachedOn }]
        : [],
    ),
    clientDays: clientDaysSince(whole, on),
  };
}

/** Of each wait only the days that lie after the last review. */
function clientDaysSince({ rows, work }: WholePlan, on: string | null): number {
  const waits = rows.clientTimes.flatMap(({ fromAt, toAt }) => {
    const asked = civilDate(fromAt, work.zone);
    const to = toAt === null ? work.today : civilDate(toAt, work.zone);
    const from = on !== null && on > asked ? on : asked;
    return from > to ? [] : [{ from, to }];
  });
  return clientClock(work.calendar, null, waits).clientDays;
}

async function objectivesOf(
  scope: Scope,
  review: { id: string; projectId: string },
  { whole }: Around,
): Promise<ReviewFactsView["objectives"]> {
  const readings = Map.groupBy(await readingsOf(scope, review.projectId), ({ objectiveId }) => objectiveId);
  return whole.rows.objectives.map((row) => {
    const own = readings.get(row.id) ?? [];
    const before = own.filter(({ reviewId }) => reviewId !== review.id).at(-1);
    const now = own.filter(({ reviewId }) => reviewId === review.id).at(-1);
    return {
      ...row,
      last: before ? { onDate: before.onDate, value: before.value } : null,
      readings: own.map(({ onDate, value }) => ({ onDate, value })),
      today: now?.value ?? null,
    };
  });
}

function untoldOf({ plan }: WholePlan): ReviewFactsView["untold"] {
  return [...Map.groupBy(plan.adjustments, ({ milestoneId }) => milestoneId)].map(([milestoneId, each]) => ({
    milestoneId,
    fields: each.map(({ field }) => field),
  }));
}
