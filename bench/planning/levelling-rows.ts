import {
  type ForecastInput,
  forecastPlan,
  LIVE_SAMPLES,
  levelPlan,
  lowerBounds,
  NO_HISTORY,
  type Plan,
  SAMPLES,
  waysToMakeTheDate,
  workload,
} from "@milepost/planning";
import { timedRow } from "../calibration.ts";
import type { Row } from "../row.ts";
import { levelledProject } from "./levelled-project.ts";

const TODAY = "2026-05-12";

/** Times what turns a plan into honest dates. Goals in milliseconds hold where the calibration loop draws 268 M numbers a second. */
export function levellingRows(drawsPerMs: number): Row[] {
  const [live, small, large, huge] = [
    levelledProject(300, 6),
    levelledProject(120, 4),
    levelledProject(1000, 8),
    levelledProject(5000, 20),
  ];
  const row = (name: string, work: () => unknown, goal: string, runs = 31) =>
    timedRow(name, drawsPerMs, work, { goal, runs });
  return [
    row("levelled plan of 1,000 cards and 8 people", () => levelPlan(large, TODAY), "50 ms"),
    row("levelled plan of 5,000 cards and 20 people", () => levelPlan(huge, TODAY), "300 ms", 11),
    row("forecast of 120 cards, 2,000 futures", () => forecastPlan(inputOf(small, 2000)), "60 ms"),
    row("live forecast of 300 cards", () => forecastPlan(inputOf(live, LIVE_SAMPLES)), "16 ms"),
    row("forecast of 1,000 cards, 2,000 futures", () => forecastPlan(inputOf(large, 2000)), "none", 5),
    row("lower bounds of 1,000 cards", () => lowerBounds(large, TODAY), "50 ms"),
    row(
      "workload of 1,000 cards, 8 people, 26 weeks",
      () => workload([large], large.people, TODAY, 26),
      "50 ms",
    ),
    row(
      "three ways to a date among 120 cards",
      () => waysToMakeTheDate(inputOf(small, SAMPLES), "m5", "2026-06-15", 80),
      "500 ms",
      5,
    ),
  ];
}

function inputOf(plan: Plan, samples: number): ForecastInput {
  return { plan, today: TODAY, seed: 1, samples, history: NO_HISTORY };
}
