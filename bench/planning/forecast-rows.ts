import {
  createRandom,
  type ForecastNetwork,
  type ForecastTask,
  forecastNetwork,
  forecastTargets,
  pertTable,
  sampleFinishes,
  spreadDrivers,
} from "@milepost/planning";
import { timedRow } from "../calibration.ts";
import type { Row } from "../row.ts";

const TASKS = 1000;
const LAST = TASKS - 1;
/** So many samples 10,000 are rounded up to. */
const SAMPLES = 10_048;

/** Monte Carlo on 1,000 tasks, every one with a distribution of its own and 1.7 predecessors on average. */
export function forecastRows(drawsPerMs: number): Row[] {
  const plain = networkOf(tasksOf(false));
  const shared = networkOf(tasksOf(true));
  const target = [{ task: LAST, by: 100_000 }];
  const draws = (samples: number) => ({ samples, seed: 7 });
  const sample = { runs: 11, per: SAMPLES, goal: "1,800 draws; 1,000" };
  return [
    timedRow(
      "Monte Carlo of 1,000 tasks, a sample",
      drawsPerMs,
      () => sampleFinishes(plain, draws(SAMPLES), [LAST]),
      sample,
    ),
    timedRow(
      "the same, tasks of 8 people moving together",
      drawsPerMs,
      () => sampleFinishes(shared, draws(SAMPLES), [LAST]),
      sample,
    ),
    timedRow(
      "forecast of 1,000 tasks, 10,000 samples",
      drawsPerMs,
      () => forecastTargets(plain, draws(SAMPLES), target),
      {
        runs: 11,
        goal: "70 ms",
      },
    ),
    timedRow(
      "live forecast of 1,000 tasks, 1,000 samples",
      drawsPerMs,
      () => forecastTargets(plain, draws(1000), target),
      {
        goal: "10 ms",
      },
    ),
    timedRow(
      "what decides the date of 1,000 tasks, 1,000 samples",
      drawsPerMs,
      () => spreadDrivers(plain, draws(1000), LAST),
      {
        runs: 31,
      },
    ),
    timedRow("making 1,000 tasks ready to be forecast", drawsPerMs, () => networkOf(tasksOf(true)), {
      runs: 11,
    }),
  ];
}

function networkOf(tasks: readonly ForecastTask[]): ForecastNetwork {
  const network = forecastNetwork({ tasks });
  if ("ok" in network) throw new Error("The plan has a cycle.");
  return network;
}

function tasksOf(together: boolean): ForecastTask[] {
  const random = createRandom(1);
  return Array.from({ length: TASKS }, (_, i) => {
    const predecessors = i === 0 ? 0 : ([3, 1, 2, 1][i % 4] ?? 1);
    const after = new Set(Array.from({ length: predecessors }, () => Math.max(0, i - 1 - random.below(30))));
    return {
      duration: pertTable({ low: 60, likely: 120 + (i % 50) * 5, high: 960 }),
      after: Array.from(after, (task) => ({ task })),
      factors: together ? [{ factor: i % 8, loading: 0.4 }] : [],
    };
  });
}
