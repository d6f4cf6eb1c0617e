import { describe, expect, it } from "vitest";
import { createRandom } from "../random.ts";
import { forecastThroughput } from "./throughput-forecast.ts";

const DRAWS = { samples: 1_000, seed: 7 };
const steady = new Array<number>(60).fill(2);

describe("the throughput forecast", () => {
  it("is certain where every day was alike", () => {
    const forecast = forecastThroughput(steady, 21, DRAWS);
    expect(forecast?.basis).toBe("history");
    expect([0.05, 0.5, 0.95].map((share) => forecast?.days.at(share))).toEqual([11, 11, 11]);
  });

  it("spreads as the past did", () => {
    const random = createRandom(1);
    const uneven = Array.from({ length: 100 }, () => (random.below(4) === 0 ? 8 : 0));
    const forecast = forecastThroughput(uneven, 40, DRAWS);
    expect(forecast?.days.at(0.5)).toBeGreaterThan(15);
    expect(forecast?.days.at(0.5)).toBeLessThan(25);
    expect(forecast?.days.at(0.95)).toBeGreaterThan(1.3 * (forecast?.days.at(0.5) ?? 0));
  });

  it("follows a change of pace", () => {
    const quicker = forecastThroughput([...steady, ...steady.map((n) => 2 * n)], 40, DRAWS);
    const slower = forecastThroughput([...steady.map((n) => 2 * n), ...steady], 40, DRAWS);
    expect(quicker?.days.at(0.5)).toBeLessThan(14);
    expect(slower?.days.at(0.5)).toBeGreaterThan(14);
  });

  it("needs more days for more items", () => {
    const random = createRandom(2);
    const past = Array.from({ length: 80 }, () => random.below(5));
    const p80 = (items: number) => forecastThroughput(past, items, DRAWS)?.days.at(0.8) ?? 0;
    expect(p80(20)).toBeLessThan(p80(50));
    expect(p80(50)).toBeLessThan(p80(51.5));
  });

  it("says when there is too little history, and spreads the pace so far as the population does", () => {
    const few = forecastThroughput([1, 1, 0, 1, 1], 20, DRAWS);
    expect(few?.basis).toBe("population");
    expect(few?.days.at(0.5)).toBeCloseTo(25, 0);
    expect(few?.days.at(0.95)).toBeCloseTo(75, 0);
    expect(forecastThroughput(new Array<number>(60).fill(0).with(9, 5), 20, DRAWS)?.basis).toBe("population");
    expect(forecastThroughput([0, 0, 0], 20, DRAWS)).toBeNull();
    expect(forecastThroughput([], 20, DRAWS)).toBeNull();
  });

  it("comes out the same from the same seed", () => {
    const past = Array.from({ length: 80 }, (_, i) => i % 7);
    const days = (seed: number) => forecastThroughput(past, 50, { samples: 500, seed })?.days.borders;
    expect(days(3)).toEqual(days(3));
    expect(days(3)).not.toEqual(days(4));
  });

  it("names ten years at most", () => {
    const stalled = [...new Array<number>(20).fill(1), ...new Array<number>(2_000).fill(0)];
    expect(forecastThroughput(stalled, 100, { samples: 5, seed: 1 })?.days.at(0.5)).toBe(2_600);
  });
});
