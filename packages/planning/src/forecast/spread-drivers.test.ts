import { describe, expect, it } from "vitest";
import { fixedTable, tableOf } from "./duration-table.ts";
import { forecastNetwork } from "./forecast-network.ts";
import type { ForecastTask } from "./network-input.ts";
import { spreadDrivers } from "./spread-drivers.ts";

const DRAWS = { samples: 2_000, seed: 3 };

function drivers(tasks: readonly ForecastTask[], target: number) {
  const network = forecastNetwork({ tasks });
  if ("ok" in network) throw new Error("a cycle");
  return spreadDrivers(network, DRAWS, target);
}

const wide = tableOf((p) => 1_000 + 4_000 * p);
const narrow = tableOf((p) => 2_000 + 200 * p);

describe("what decides a date", () => {
  it("names every task of a chain, the most uncertain first, and their shares add up", () => {
    const found = drivers([{ duration: narrow }, { duration: wide, after: [{ task: 0 }] }], 1);
    expect(found.map(({ task, criticality }) => [task, criticality])).toEqual([
      [1, 1],
      [0, 1],
    ]);
    expect(found[0]?.varianceShare).toBeGreaterThan(0.99);
    expect(found.reduce((sum, { varianceShare }) => sum + varianceShare, 0)).toBeCloseTo(1, 6);
  });

  it("counts in how many courses a path is the longest", () => {
    const after = [{ task: 0 }, { task: 1 }];
    const found = drivers(
      [{ duration: wide }, { duration: fixedTable(2_000) }, { duration: fixedTable(0), after }],
      2,
    );
    const criticality = new Map(found.map(({ task, criticality }) => [task, criticality]));
    expect(criticality.get(0)).toBeCloseTo(0.75, 2);
    expect(criticality.get(1)).toBeCloseTo(0.25, 2);
    expect(criticality.get(2)).toBe(1);
  });

  it("leaves out what never decides", () => {
    const after = [{ task: 0, lag: 60 }, { task: 1 }];
    const found = drivers(
      [{ duration: wide }, { duration: fixedTable(10) }, { duration: fixedTable(0), after }],
      2,
    );
    expect(found.map(({ task }) => task).sort((a, b) => a - b)).toEqual([0, 2]);
  });

  it("says of a certain date that nothing spreads it", () => {
    expect(drivers([{ duration: fixedTable(60) }], 0)).toEqual([
      { task: 0, criticality: 1, varianceShare: 0 },
    ]);
  });
});
