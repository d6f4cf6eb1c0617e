import { describe, expect, it } from "vitest";
import { createRandom } from "./random.ts";

function draws(seed: number, n: number): number[] {
  const random = createRandom(seed);
  return Array.from({ length: n }, () => random.next());
}

describe("createRandom", () => {
  it("gives the same numbers for the same seed", () => {
    expect(draws(7, 5)).toEqual(draws(7, 5));
    expect(draws(7, 5)).not.toEqual(draws(8, 5));
  });

  it("gives these very numbers, so that a stored seed means the same in every version", () => {
    expect(draws(1, 4)).toEqual([393288148, 2174103013, 3814759091, 2092745082]);
  });

  it("spreads evenly over what is asked for", () => {
    const random = createRandom(3);
    const counts = new Array<number>(6).fill(0);
    for (let i = 0; i < 60_000; i++) {
      const side = random.below(6);
      counts[side] = (counts[side] ?? 0) + 1;
    }
    expect(Math.min(...counts)).toBeGreaterThan(9_500);
    expect(Math.max(...counts)).toBeLessThan(10_500);
  });

  it("gives fractions from 0 to below 1 with their mean in the middle", () => {
    const random = createRandom(-5);
    const fractions = Array.from({ length: 10_000 }, () => random.fraction());
    expect(Math.min(...fractions)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...fractions)).toBeLessThan(1);
    expect(fractions.reduce((sum, value) => sum + value, 0) / 10_000).toBeCloseTo(0.5, 1);
  });
});
