import { expect, test } from "vitest";
import { tableOf } from "./duration-table.ts";
import { forecastNetwork } from "./forecast-network.ts";
import { sampleFinishes } from "./network-forecast.ts";
import { normalQuantile } from "./normal-quantile.ts";
import { ascendingInts, percentile } from "./percentiles.ts";

const MEAN = 10_000;
const SPREAD = 1_000;
const duration = tableOf((p) => MEAN + SPREAD * normalQuantile(p));

function samplesOf(loadings: readonly number[]): Int32Array[] {
  const tasks = loadings.map((loading) => ({ duration, factors: [{ factor: 0, loading }] }));
  const network = forecastNetwork({ tasks });
  if ("ok" in network) throw new Error("a cycle");
  return sampleFinishes(network, { samples: 20_000, seed: 5 }, [0, 1]);
}

function correlation(one: Int32Array, other: Int32Array): number {
  const product = one.reduce((sum, value, i) => sum + (value - MEAN) * ((other[i] ?? 0) - MEAN), 0);
  return product / one.length / (SPREAD * SPREAD);
}

test.each([
  [0.6, 0.6, 0.36],
  [0.9, 0.5, 0.45],
  [0.8, -0.8, -0.64],
  [1, 1, 1],
])("loadings of %d and %d on one factor correlate two tasks with %d", (a, b, expected) => {
  const [one = new Int32Array(), other = new Int32Array()] = samplesOf([a, b]);
  expect(Math.abs(correlation(one, other) - expected)).toBeLessThan(0.025);
});

test("a shared factor does not change how one task is spread", () => {
  const [own = new Int32Array()] = samplesOf([0.7, 0.7]);
  const ascending = ascendingInts(own);
  for (const share of [0.05, 0.5, 0.8, 0.95])
    expect(Math.abs(percentile(ascending, share) - duration.at(share))).toBeLessThan(0.04 * SPREAD);
});
