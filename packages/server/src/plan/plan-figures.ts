import {
  type DateForecast,
  type Health,
  healthOf,
  type PlanMilestone,
  type Progress,
  progressOf,
  type ScheduledItem,
  schedulePlan,
} from "@milepost/planning";
import { presentForecasts } from "./forecast-presenter.ts";
import type { MilestoneForecastView } from "./plan.view.ts";
import type { WholePlan } from "./read-plan.ts";

export interface PlanFigures {
  progress: Map<string, Progress>;
  /** A dropped milestone has no health. */
  health: Map<string, Health>;
  forecasts: Map<string, MilestoneForecastView>;
  scheduled: Map<string, ScheduledItem>;
  longestPath: readonly string[];
  finishOn: string | null;
  /** Items that wait for each other: then nothing can be scheduled. */
  cycle: readonly string[] | null;
}

/** What planning says about a plan: how far, how healthy, what has slack. */
export function figuresOf({ plan, work: { today }, rows, forecast: stored }: WholePlan): PlanFigures {
  const paused = rows.head.pausedAt !== null;
  const forecasts = presentForecasts(plan, stored?.result ?? null);
  const schedule = schedulePlan(plan, today);
  return {
    progress: progressOf(plan),
    health: healthOfAll(plan, today, paused, forecasts),
    forecasts,
    scheduled: new Map(schedule.ok ? schedule.items.map((item) => [item.id, item]) : []),
    longestPath: schedule.ok ? schedule.longestPath : [],
    finishOn: schedule.ok ? schedule.finishOn : null,
    cycle: schedule.ok ? null : schedule.cycle.itemIds,
  };
}

interface Measured {
  readonly milestones: readonly Pick<PlanMilestone, "id" | "state" | "targetOn" | "parentId">[];
  readonly cards: readonly { milestoneId: string | null; likely: number | null }[];
}

/** Without a forecast no milestone is called on track. */
export function healthOfAll(
  { milestones, cards }: Measured,
  today: string,
  projectPaused: boolean,
  forecasts: ReadonlyMap<string, DateForecast>,
): Map<string, Health> {
  const estimated = estimatedCards(milestones, cards);
  const words = new Map<string, Health>();
  for (const { id, state, targetOn } of milestones) {
    if (state === "dropped") continue;
    const estimatedCards = estimated.get(id) ?? 0;
    const own = forecasts.get(id);
    const facts = { state, targetOn, projectPaused, clientItems: [], estimatedCards };
    words.set(id, healthOf(own === undefined ? facts : { ...facts, forecast: own }, today));
  }
  return words;
}

/** A phase counts the cards of its minor milestones too. */
function estimatedCards(
  milestones: readonly { id: string; parentId: string | null }[],
  cards: readonly { milestoneId: string | null; likely: number | null }[],
): Map<string, number> {
  const parents = new Map(milestones.map(({ id, parentId }) => [id, parentId]));
  const counts = new Map<string, number>();
  for (const { milestoneId, likely } of cards) {
    const seen = new Set<string>();
    for (let at = likely === null ? null : milestoneId; at !== null && !seen.has(at); ) {
      seen.add(at);
      counts.set(at, (counts.get(at) ?? 0) + 1);
      at = parents.get(at) ?? null;
    }
  }
  return counts;
}
