import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { CELLS, fixedTable, scaledTable, tableOf } from "./duration-table.ts";
import { observedTable } from "./observed-table.ts";
import { pertTable } from "./pert.ts";
import { POPULATION_SPREAD } from "./population-spread.ts";

const minutes = fc.integer({ min: 0, max: 10_000 });

describe("a duration table", () => {
  it("answers between its borders with straight lines", () => {
    const table = tableOf((p) => 100 * p);
    expect(table.at(0.25)).toBeCloseTo(25, 6);
    expect(table.at(0.3331)).toBeCloseTo(33.31, 6);
    expect(table.mean).toBeCloseTo(50, 6);
    expect(table.borders).toHaveLength(CELLS + 1);
  });

  it("never falls, even where what it is made from does", () => {
    const table = tableOf((p) => (p < 0.5 ? 10 : 5));
    expect(table.at(0.4)).toBe(10);
    expect(table.at(0.9)).toBe(10);
  });

  it("keeps the mean of a distribution without end", () => {
    expect(tableOf((p) => -Math.log(1 - p)).mean).toBeCloseTo(1, 3);
  });

  it("takes shares outside of 0 to 1 for the ends", () => {
    expect(fixedTable(60).at(2)).toBe(60);
    expect(scaledTable(fixedTable(60), 2).at(-1)).toBe(120);
  });
});

test("the population is at 1.0, 1.45 and 3.0", () => {
  expect(POPULATION_SPREAD.at(0.5)).toBeCloseTo(1, 3);
  expect(POPULATION_SPREAD.at(0.8)).toBeCloseTo(1.45, 2);
  expect(POPULATION_SPREAD.at(0.95)).toBeCloseTo(3, 3);
});

describe("an observed table", () => {
  it("holds the middle of three equal values at its P50", () => {
    const table = observedTable([5, 1, 3].map((value) => ({ value, weight: 1 })));
    expect([table.at(0), table.at(0.5), table.at(1)]).toEqual([1, 3, 5]);
    expect(table.at(1 / 3)).toBeCloseTo(2, 2);
  });

  it("counts by weight", () => {
    const table = observedTable([
      { value: 1, weight: 3 },
      { value: 9, weight: 1 },
    ]);
    expect(table.at(0.375)).toBeCloseTo(1, 6);
    expect(table.at(0.875)).toBeCloseTo(9, 6);
  });

  it("is what it was for a single value", () => {
    expect(observedTable([{ value: 4, weight: 0.1 }]).at(0.9)).toBe(4);
  });

  it("does not depend on the order of the list", () => {
    fc.assert(
      fc.property(fc.array(minutes, { minLength: 1, maxLength: 30 }), (values) => {
        const seen = values.map((value) => ({ value, weight: 1 }));
        expect(observedTable(seen).borders).toEqual(observedTable(seen.toReversed()).borders);
      }),
    );
  });
});

describe("PERT-beta", () => {
  it("agrees with the exact distribution", () => {
    const table = pertTable({ low: 60, likely: 120, high: 480 });
    const exact = { 0.05: 77.38, 0.5: 158.42, 0.8: 229.26, 0.95: 302.45 };
    for (const [p, value] of Object.entries(exact))
      expect(Math.abs(table.at(Number(p)) / value - 1)).toBeLessThan(0.001);
    expect(table.mean).toBeCloseTo(170, 1);
  });

  it("has the mean (low + 4 likely + high) / 6 wherever the likely value lies", () => {
    fc.assert(
      fc.property(fc.tuple(minutes, minutes, minutes), (three) => {
        const [low = 0, likely = 0, high = 0] = three.toSorted((a, b) => a - b);
        const error = pertTable({ low, likely, high }).mean - (low + 4 * likely + high) / 6;
        expect(Math.abs(error)).toBeLessThanOrEqual(0.001 * (high - low) + 1e-9);
      }),
    );
  });

  it("never lowers its mean, P80 or P95 when the high value is raised", () => {
    fc.assert(
      fc.property(minutes, minutes, minutes, fc.integer({ min: 1, max: 5_000 }), (low, a, b, more) => {
        const [likely, high] = [low + a, low + a + b];
        const [before, after] = [
          pertTable({ low, likely, high }),
          pertTable({ low, likely, high: high + more }),
        ];
        const slack = 1e-9 * (high + more);
        expect(after.mean).toBeGreaterThanOrEqual(before.mean - slack);
        expect(after.at(0.8)).toBeGreaterThanOrEqual(before.at(0.8) - slack);
        expect(after.at(0.95)).toBeGreaterThanOrEqual(before.at(0.95) - slack);
      }),
      { numRuns: 300 },
    );
  });
});

test("every table is monotone and stays within its ends", () => {
  const p = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(minutes, minutes, minutes, p, p, (a, b, c, one, other) => {
      const table = pertTable({ low: a, likely: b, high: c });
      expect(table.at(Math.min(one, other))).toBeLessThanOrEqual(table.at(Math.max(one, other)));
      expect(table.at(0)).toBeGreaterThanOrEqual(Math.min(a, b, c) - 1e-9);
      expect(table.at(1)).toBeLessThanOrEqual(Math.max(a, b, c) + 1e-9);
    }),
  );
});
