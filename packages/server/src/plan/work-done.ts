import {
  dayOfMinute,
  type EarnedValue,
  fromEpochDay,
  medianEstimate,
  type PlanEarnedValue,
  planEarnedValue,
  type Spending,
  schedulePlan,
} from "@milepost/planning";
import { can } from "../access/policy.ts";
import type { Scope } from "../access/scope.ts";
import { civilDate } from "../kit/clock.ts";
import type { ProjectAccess } from "../projects/project-access.store.ts";
import { readBaseline } from "./baseline.ts";
import { readPlan, type WholePlan } from "./read-plan.ts";
import type { WorkDoneView } from "./work-done.view.ts";
import { workHistory } from "./work-history.ts";

export interface WorkDoneWish {
  /** The number of a version. */
  base?: number | undefined;
  by: "effort" | "price";
}

/** How much of what a version planned is done, by hours or by price. */
export async function readWorkDone(
  scope: Scope,
  project: ProjectAccess,
  wish: WorkDoneWish,
): Promise<WorkDoneView> {
  const baseline = await readBaseline(scope, project.id, wish.base);
  const whole = await readPlan(scope, project.id);
  const { plan, work } = whole;
  const mayPrice = can(scope.actor, "money.read", { project });
  const kept = [...baseline.milestones.values()].map((one) => ({
    ...one,
    price: mayPrice ? one.priceMinor : null,
  }));
  const priced = kept.some(({ price }) => price !== null && price > 0);
  const by = priced ? wish.by : "effort";
  const isTimed = baseline.chosen !== null && by === "effort";
  const { spending, ...timed } = isTimed
    ? await timeSpent(scope, whole, new Set(baseline.milestones.keys()))
    : UNTIMED;
  const schedule = schedulePlan(plan, work.today);
  const measured =
    baseline.chosen &&
    planEarnedValue(
      {
        milestones: plan.milestones,
        cards: plan.cards,
        baseline: { takenOn: civilDate(new Date(baseline.chosen.at), work.zone), milestones: kept },
        today: work.today,
        by,
        spending,
        longestPath: schedule.ok ? schedule.longestPath : [],
      },
      work.calendar,
    );
  return {
    today: work.today,
    by,
    baseline: baseline.chosen,
    baselines: baseline.all,
    currency: whole.rows.head.currency,
    priced,
    ...timed,
    measured: measured && presentMeasured(measured, by),
  };
}

interface TimeSpent {
  spending: (Spending & { milestoneId: string })[];
  finishedCards: number;
  timedCards: number;
}

const UNTIMED: TimeSpent = { spending: [], finishedCards: 0, timedCards: 0 };

/**
 * Minutes by day. A finished card without a known time is taken to have cost what was estimated, so it tells neither way; one that
 * stands in doing for longer than that is not known to be worked on.
 */
async function timeSpent(scope: Scope, whole: WholePlan, promised: ReadonlySet<string>): Promise<TimeSpent> {
  const { plan, work } = whole;
  const { outcomes, underWay } = await workHistory(scope, whole);
  const actuals = new Map(outcomes.map(({ cardId, ...rest }) => [cardId, rest]));
  const usual = medianEstimate(plan.cards) ?? 0;
  const spending: TimeSpent["spending"] = [];
  let [finishedCards, timedCards] = [0, 0];
  for (const { id, place, milestoneId, likely, doneOn } of plan.cards) {
    if (milestoneId === null || place === "later" || !promised.has(milestoneId)) continue;
    const actual = actuals.get(id);
    if (place === "done") {
      finishedCards++;
      if (actual) timedCards++;
      const on = actual ? fromEpochDay(dayOfMinute(actual.doneAt)) : (doneOn ?? work.today);
      spending.push({ milestoneId, on, amount: actual?.actual ?? likely ?? usual });
    } else
      spending.push({
        milestoneId,
        on: work.today,
        amount: Math.min(underWay.get(id) ?? 0, likely ?? usual),
      });
  }
  return { spending, finishedCards, timedCards };
}

function presentMeasured(
  { now, points, ...rest }: PlanEarnedValue,
  by: WorkDoneView["by"],
): WorkDoneView["measured"] {
  return { ...rest, now: figures(now, by), points: [...points] };
}

/** By price nothing is known of what was spent, so what follows from it is left out. */
function figures({ on: _, ...now }: EarnedValue, by: WorkDoneView["by"]) {
  if (by === "effort") return now;
  return {
    ...now,
    spent: null,
    costVariance: null,
    costIndex: null,
    estimateAtCompletion: null,
    toCompleteIndex: null,
  };
}
