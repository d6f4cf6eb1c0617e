import { describe, expect, it, test } from "vitest";
import { type DurationTable, fixedTable, scaledTable, tableOf } from "./duration-table.ts";
import { type ForecastNetwork, forecastNetwork } from "./forecast-network.ts";
import { forecastTargets, sampleFinishes } from "./network-forecast.ts";
import type { ForecastTask, NetworkInput } from "./network-input.ts";
import { normalQuantile } from "./normal-quantile.ts";
import { ascendingInts, percentile } from "./percentiles.ts";
import { POPULATION_SPREAD } from "./population-spread.ts";

const SHARES = [0.5, 0.8, 0.95] as const;
const normal = tableOf((p) => 10_000 + 1_500 * normalQuantile(p));
const exponential = tableOf((p) => -10_000 * Math.log(1 - p));

function network(input: NetworkInput): ForecastNetwork {
  const made = forecastNetwork(input);
  if ("ok" in made) throw new Error("a cycle");
  return made;
}

function chain(tables: readonly DurationTable[]): ForecastTask[] {
  return tables.map((duration, i) => ({ duration, after: i === 0 ? [] : [{ task: i - 1 }] }));
}

/** Several tasks at once, and a milestone after them. */
function gate(tables: readonly DurationTable[]): ForecastTask[] {
  const after = tables.map((_, task) => ({ task }));
  return [...tables.map((duration) => ({ duration })), { duration: fixedTable(0), after }];
}

const SUM_OF_NORMALS = (p: number) => 20 * 10_000 + Math.sqrt(20) * 1_500 * normalQuantile(p);
const MAX_OF_EXPONENTIALS = (p: number) => -10_000 * Math.log(1 - Math.sqrt(p));
const cases = [
  {
    name: "a single task",
    tasks: chain([scaledTable(POPULATION_SPREAD, 1_000)]),
    exact: (p: number) => POPULATION_SPREAD.at(p) * 1_000,
  },
  {
    name: "a single exponential task",
    tasks: chain([exponential]),
    exact: (p: number) => -10_000 * Math.log(1 - p),
  },
  {
    name: "the sum of 20 normal tasks",
    tasks: chain(Array.from({ length: 20 }, () => normal)),
    exact: SUM_OF_NORMALS,
  },
  {
    name: "the later of two exponential tasks",
    tasks: gate([exponential, exponential]),
    exact: MAX_OF_EXPONENTIALS,
  },
];

describe.each(cases)("the forecast of $name", ({ tasks, exact }) => {
  const plan = network({ tasks });
  const ascending = (samples: number, seed: number) =>
    ascendingInts(sampleFinishes(plan, { samples, seed }, [tasks.length - 1])[0] ?? new Int32Array());

  it.each(SHARES)("is within 0.5 % of the exact P%d after 100,000 samples", (share) => {
    expect(Math.abs(percentile(ascending(100_000, 1), share) / exact(share) - 1)).toBeLessThan(0.005);
  });

  it.each(SHARES)("is within 3 standard errors of the exact P%d after 10,000 samples", (share) => {
    const slope = (exact(share + 0.001) - exact(share - 0.001)) / 0.002;
    const standardError = slope * Math.sqrt((share * (1 - share)) / 10_000);
    for (const seed of [1, 2, 3, 4, 5])
      expect(Math.abs(percentile(ascending(10_000, seed), share) - exact(share))).toBeLessThan(
        3 * standardError,
      );
  });
});

test("the same seed gives these very minutes, so that a stored forecast can be made again", () => {
  const plan = network({ tasks: gate([exponential, normal, scaledTable(POPULATION_SPREAD, 10_000)]) });
  const draws = { samples: 1_000, seed: 7 };
  expect(forecastTargets(plan, draws, [{ task: 3 }])).toEqual(forecastTargets(plan, draws, [{ task: 3 }]));
  expect([...(sampleFinishes(plan, draws, [3])[0] ?? []).slice(0, 5)]).toMatchInlineSnapshot(`
    [
      10149,
      16733,
      12294,
      12371,
      13141,
    ]
  `);
  expect(sampleFinishes(plan, draws, [3])).not.toEqual(
    sampleFinishes(plan, { samples: 1_000, seed: 8 }, [3]),
  );
});

test("more samples shrink the error like one over the root of their number", () => {
  const plan = network({ tasks: gate(Array.from({ length: 6 }, () => exponential)) });
  const exact = -10_000 * Math.log(1 - 0.8 ** (1 / 6));
  const error = (samples: number) => {
    const squares = Array.from({ length: 30 }, (_, seed) => {
      const [finishes = new Int32Array()] = sampleFinishes(plan, { samples, seed }, [6]);
      return (percentile(ascendingInts(finishes), 0.8) - exact) ** 2;
    });
    return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / 30);
  };
  const ratio = error(1_024) / error(16_384);
  expect(ratio).toBeGreaterThan(2.5);
  expect(ratio).toBeLessThan(6.5);
});

test("where paths meet, the date is later than each path says", () => {
  const plan = network({ tasks: gate([normal, normal, normal]) });
  const [one, all] = forecastTargets(plan, { samples: 4_000, seed: 1 }, [{ task: 0 }, { task: 3 }]);
  expect(all?.percentiles.p50).toBeGreaterThan(1.05 * (one?.percentiles.p50 ?? 0));
});

test("the chance of a promise is the share of courses that keep it", () => {
  const plan = network({ tasks: chain([normal]) });
  const [forecast, unpromised] = forecastTargets(plan, { samples: 10_000, seed: 1 }, [
    { task: 0, by: 10_000 },
    { task: 0 },
  ]);
  expect(forecast?.chance).toBeCloseTo(0.5, 2);
  expect(forecast?.mean).toBeCloseTo(10_000, -2);
  expect(unpromised?.chance).toBeNull();
});

test("a cycle is refused with its steps", () => {
  const tasks = [
    { duration: normal, after: [{ task: 2 }] },
    { duration: normal, after: [{ task: 0 }] },
    { duration: normal, after: [{ task: 1 }] },
    { duration: normal },
  ];
  expect(forecastNetwork({ tasks })).toMatchObject({ ok: false, code: "cycle" });
});
