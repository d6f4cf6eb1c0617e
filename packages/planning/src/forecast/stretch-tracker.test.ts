import { describe, expect, it } from "vitest";
import { createRandom } from "../random.ts";
import { stretchTracker } from "./stretch-tracker.ts";

const SHARES = [0.5, 0.8, 0.95];

describe("a stretch tracker", () => {
  it("stretches nothing before 20 forecasts have ended", () => {
    const tracker = stretchTracker(SHARES, 0.01);
    for (let i = 0; i < 19; i++) tracker.learn([false, false, false]);
    expect(tracker.factors).toEqual([1, 1, 1]);
    tracker.learn([false, false, false]);
    expect(tracker.factors.map((factor) => factor.toFixed(4))).toEqual(["1.1052", "1.1735", "1.2092"]);
  });

  it("reaches durations beyond all that was seen", () => {
    const random = createRandom(4);
    const tracker = stretchTracker(SHARES, 0.01);
    const [n, settled] = [4_000, 1_000];
    const held = SHARES.map(() => 0);
    for (let i = 0; i < n; i++) {
      const actual = 120 + 80 * random.fraction();
      const named = tracker.factors.map((factor, at) => 100 * (SHARES[at] ?? 0) * factor);
      const ended = named.map((value) => actual <= value);
      if (i >= settled)
        ended.forEach((yes, at) => {
          held[at] = (held[at] ?? 0) + (yes ? 1 : 0);
        });
      tracker.learn(ended);
    }
    const [, safe = 0, certain = 0] = held.map((count) => count / (n - settled));
    expect(safe).toBeCloseTo(0.8, 1);
    expect(certain).toBeCloseTo(0.95, 1);
  });

  it("takes over what is learned together, up to e", () => {
    const together = stretchTracker(SHARES, 0.01);
    const [own, other] = [stretchTracker(SHARES, 0.01, together), stretchTracker(SHARES, 0.01, together)];
    for (let i = 0; i < 20; i++) own.learn([false, false, true]);
    expect(own.factors[0]).toBeCloseTo(Math.E ** 0.2, 9);
    expect(other.factors[0]).toBeCloseTo(Math.E ** 0.1, 9);
    for (let i = 0; i < 500; i++) own.learn([false, false, false]);
    expect(own.factors[2]).toBeCloseTo(Math.E, 9);
  });
});
