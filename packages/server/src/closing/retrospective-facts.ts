import {
  datesHeld,
  type EndedDates,
  estimateAccuracy,
  judgedForecast,
  type MovedDate,
  medianOf,
  outcomeOf,
  slipDays,
  slipReasons,
  workingDaysBetween,
} from "@milepost/planning";
import { z } from "zod";
import type { Scope } from "../access/scope.ts";
import { toldOf, unsettled } from "../forecasts/outcomes.store.ts";
import { civilDate } from "../kit/clock.ts";
import { ReasonCode, reasonText } from "../milestones/adjustments.view.ts";
import { MilestoneState } from "../milestones/milestones.view.ts";
import { listAdjustments } from "../plan/adjustments.store.ts";
import { readBaseline } from "../plan/baseline.ts";
import { readPlan, type WholePlan } from "../plan/read-plan.ts";
import { workHistory } from "../plan/work-history.ts";
import type { ProjectAccess } from "../projects/project-access.store.ts";
import { cardIdsOf, judgedDates } from "./retrospective.store.ts";
import type { FactsView } from "./retrospective.view.ts";

const Moved = z.object({ targetOn: z.string() });

/** Outcome against plan, from what is there anyway; the maths is planning's. */
export async function readFacts(scope: Scope, project: ProjectAccess): Promise<FactsView> {
  const whole = await readPlan(scope, project.id);
  const { rows, work } = whole;
  const { calendar } = work;
  const { chosen, milestones: promised } = await readBaseline(scope, project.id, undefined);
  const judged = await judgedOf(scope, project.id);
  const ended = rows.milestones.map(
    ({ id, state, reachedOn }): EndedDates => ({
      id,
      state: MilestoneState.parse(state),
      promisedOn: promised.get(id)?.targetOn ?? null,
      reachedOn,
      likelyOn: judged.get(id)?.p50On ?? null,
      safeOn: judged.get(id)?.p80On ?? null,
    }),
  );
  const slips = slipDays(ended, calendar);
  const moves = await movesSince(scope, project.id, chosen?.at ?? null);
  return {
    baseline: chosen && { n: chosen.n, approved: chosen.approved },
    objectives: rows.objectives.map(({ id, statement, measure, unit, baseline, target, current }) => ({
      ...{ id, statement, measure, unit, baseline, target, current },
      ...outcomeOf({ baseline, target, current }),
    })),
    milestones: rows.milestones.map(({ number, title }, i) => ({
      ...endedAt(ended, i),
      ref: `${project.key}-M${number}`,
      title,
      slipDays: slips[i] ?? null,
    })),
    medianSlipDays: medianOf(slips.filter((days) => days !== null)),
    reasons: slipReasons(ended, moves, calendar),
    safe: datesHeld(ended, "safeOn"),
    likely: datesHeld(ended, "likelyOn"),
    answers: answersOf(whole),
    estimates: await estimatesOf(scope, project.id, whole),
  };
}

function endedAt(ended: readonly EndedDates[], at: number): EndedDates {
  const found = ended[at];
  if (!found) throw new Error("one for each milestone");
  return found;
}

/**
 * The forecast that a reached milestone is judged by is the one that later forecasts learn from; what the worker has not looked back on
 * yet is judged here in the same way.
 */
async function judgedOf(scope: Scope, projectId: string) {
  const judged = await judgedDates(scope, projectId);
  for (const { id, reachedOn } of await unsettled(scope, projectId))
    judged.set(id, judgedForecast(await toldOf(scope, projectId, id), reachedOn));
  return judged;
}

/** Moves of promised dates that stand, after the version that slip is measured against. */
async function movesSince(scope: Scope, projectId: string, at: string | null): Promise<MovedDate[]> {
  const moves: MovedDate[] = [];
  for (const row of (await listAdjustments(scope, { projectId })).reverse()) {
    if (row.field !== "date" || row.undoneAt !== null) continue;
    if (at !== null && row.createdAt.getTime() <= Date.parse(at)) continue;
    const [from, to] = [Moved.safeParse(row.before).data, Moved.safeParse(row.after).data];
    if (from && to)
      moves.push({
        milestoneId: row.milestoneId,
        from: from.targetOn,
        to: to.targetOn,
        reason: saidWhy(row),
      });
  }
  return moves;
}

/** By its code where one was chosen, so that alike reasons stand together. */
function saidWhy({ reasonCode, reason }: { reasonCode: string | null; reason: string }): string | null {
  const code = ReasonCode.safeParse(reasonCode).data;
  return code ? reasonText({ reasonCode: code }) : reason || null;
}

/** Working days that each answer of the client took, the longest first; what was taken back unanswered is none. */
function answersOf({ rows, work }: WholePlan): FactsView["answers"] {
  const { calendar, zone } = work;
  const each = rows.clientTimes.flatMap(({ title, kind, fromAt, toAt, answered }) =>
    toAt === null || !answered
      ? []
      : [{ title, kind, days: workingDaysBetween(calendar, civilDate(fromAt, zone), civilDate(toAt, zone)) }],
  );
  each.sort((a, b) => b.days - a.days);
  return { medianDays: medianOf(each.map(({ days }) => days)), each };
}

async function estimatesOf(
  scope: Scope,
  projectId: string,
  whole: WholePlan,
): Promise<FactsView["estimates"]> {
  const own = await cardIdsOf(scope, projectId);
  const { outcomes } = await workHistory(scope, whole);
  const names = new Map(whole.rows.people.map(({ id, name }) => [id, name]));
  return estimateAccuracy(outcomes.filter(({ cardId }) => own.has(cardId))).map((one) => ({
    ...one,
    name: names.get(one.personId) ?? "",
  }));
}
