import { describe, expect, it } from "vitest";
import { createRandom } from "../random.ts";
import { coverageTracker } from "./coverage-tracker.ts";

const SHARES = [0.5, 0.8, 0.95];

describe("a coverage tracker", () => {
  it("corrects nothing before 20 forecasts have ended", () => {
    const tracker = coverageTracker(SHARES, 0.01);
    for (let i = 0; i < 19; i++) tracker.learn([false, false, false]);
    expect(tracker.levels).toEqual(SHARES);
    tracker.learn([false, false, false]);
    expect(tracker.levels.map((level) => level.toFixed(6))).toEqual(["0.600000", "0.960000", "0.990000"]);
    expect(tracker.outcomes).toBe(20);
  });

  it("makes a table that says too little hold as often as asked", () => {
    const random = createRandom(4);
    const tracker = coverageTracker(SHARES, 0.01);
    const held = SHARES.map(() => 0);
    const n = 5_000;
    for (let i = 0; i < n; i++) {
      const actual = random.fraction();
      const named = tracker.levels.map((level) => 0.9 * level);
      named.forEach((value, at) => {
        if (actual <= value) held[at] = (held[at] ?? 0) + 1;
      });
      tracker.learn(named.map((value) => actual <= value));
    }
    expect((held[0] ?? 0) / n).toBeCloseTo(0.5, 1);
    expect((held[1] ?? 0) / n).toBeCloseTo(0.8, 1);
  });

  it("keeps the levels in order and within reach, however one-sided the outcomes", () => {
    const tracker = coverageTracker(SHARES, 0.05);
    for (let i = 0; i < 500; i++) tracker.learn([true, true, false]);
    const [likely = 0, safe = 0, certain = 0] = tracker.levels;
    expect(likely).toBeCloseTo(0.2, 9);
    expect(safe).toBeCloseTo(0.5, 9);
    expect(certain).toBeCloseTo(0.99, 9);
  });

  it("takes over what is learned together", () => {
    const together = coverageTracker(SHARES, 0.01);
    const [own, other] = [coverageTracker(SHARES, 0.01, together), coverageTracker(SHARES, 0.01, together)];
    for (let i = 0; i < 20; i++) own.learn([false, false, true]);
    expect(own.levels[0]).toBeCloseTo(0.7, 9);
    expect(other.levels[0]).toBeCloseTo(0.6, 9);
  });
});
