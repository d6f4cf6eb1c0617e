import { type Progress, progressOf, type ScheduledItem, schedulePlan } from "@milepost/planning";
import { presentForecasts } from "./forecast-presenter.ts";
import { healthOfAll } from "./health-presenter.ts";
import type { HealthView, MilestoneForecastView } from "./plan.view.ts";
import type { WholePlan } from "./read-plan.ts";

export interface PlanFigures {
  progress: Map<string, Progress>;
  /** A dropped milestone has no health. */
  health: Map<string, HealthView>;
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
  const forecast = stored?.result ?? null;
  const schedule = schedulePlan(plan, today);
  return {
    progress: progressOf(plan),
    health: healthOfAll(plan, { today, paused, forecast, names: namesOf(plan) }),
    forecasts: presentForecasts(plan, forecast),
    scheduled: new Map(schedule.ok ? schedule.items.map((item) => [item.id, item]) : []),
    longestPath: schedule.ok ? schedule.longestPath : [],
    finishOn: schedule.ok ? schedule.finishOn : null,
    cycle: schedule.ok ? null : schedule.cycle.itemIds,
  };
}

/** What a reason may name. */
function namesOf({
  cards,
  risks,
  people,
  milestones,
  clientItems = [],
}: WholePlan["plan"]): Map<string, string> {
  const titled = [...cards, ...risks, ...milestones, ...clientItems].map(
    ({ id, title }): [string, string] => [id, title],
  );
  return new Map([...titled, ...people.map(({ id, name }): [string, string] => [id, name])]);
}
