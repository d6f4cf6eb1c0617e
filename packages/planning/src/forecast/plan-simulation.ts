import {
  dayOfMinute,
  firstMinuteOf,
  fromEpochDay,
  MINUTES_PER_DAY,
  toEpochDay,
} from "../calendar/civil-date.ts";
import { type Levelled, levelWork } from "../levelling/level-work.ts";
import { DEFAULT_LEVEL_OPTIONS } from "../levelling/levelled-plan.ts";
import { type CivilDate, isOpenMilestone } from "../plan.ts";
import type { Cycle } from "../schedule/plan-schedule.ts";
import { ascendingInts, chanceBy, percentile } from "./percentiles.ts";
import { drawPlan, type PlanDraws } from "./plan-draws.ts";
import type { ForecastInput } from "./plan-forecast.ts";
import { groundOutcomes, type SimulationGrounds } from "./plan-grounds.ts";
import { type PlanOutcomes, replayPlan } from "./plan-outcomes.ts";

export type PlanSimulation =
  | {
      readonly ok: true;
      readonly levelled: Levelled;
      readonly draws: PlanDraws;
      readonly outcomes: PlanOutcomes;
      readonly grounds: SimulationGrounds;
    }
  | { readonly ok: false; readonly code: "cycle"; readonly cycle: Cycle };

/** Levels the plan once, replays its order in as many futures as are asked for, and heeds what past forecasts taught. */
export function simulatePlan(input: ForecastInput): PlanSimulation {
  const work = levelWork(input.plan, input.today, { ...DEFAULT_LEVEL_OPTIONS, ...input.options });
  if (!work.ok) return work;
  const { levelled } = work;
  const draws = drawPlan(input, levelled);
  const outcomes = replayPlan(levelled, draws, input.samples);
  return { ok: true, levelled, draws, ...groundOutcomes(input, levelled, draws, outcomes) };
}

/** When one milestone is reached over all futures. */
export interface Odds {
  /** The day by which it is reached in a share `p` of the futures. */
  dateAt(p: number): CivilDate;
  /** The share of the futures in which it is reached by the end of the day. */
  chanceBy(date: CivilDate): number;
}

/** Beyond so many minutes nobody counts: the day is the last one there is. */
const NEVER = 0x7fffffff;

/** @param finishes minutes from the beginning of today */
export function oddsOf(finishes: Int32Array, today: CivilDate): Odds {
  const ascending = ascendingInts(finishes);
  const first = toEpochDay(today);
  return {
    dateAt(p) {
      const minutes = percentile(ascending, p);
      if (minutes >= NEVER) return "9999-12-31";
      return fromEpochDay(Math.max(first, dayOfMinute(firstMinuteOf(first) + minutes - 1)));
    },
    chanceBy: (date) => chanceBy(ascending, (toEpochDay(date) - first + 1) * MINUTES_PER_DAY),
  };
}

/** The odds of one open milestone in a plan without a cycle. */
export function milestoneOdds(input: ForecastInput, milestoneId: string): Odds | null {
  const simulation = simulatePlan(input);
  const place = input.plan.milestones.filter(isOpenMilestone).findIndex(({ id }) => id === milestoneId);
  const finishes = simulation.ok ? simulation.outcomes.finishes[place] : undefined;
  return finishes === undefined ? null : oddsOf(finishes, input.today);
}
