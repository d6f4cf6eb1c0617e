import { describe, expect, it } from "vitest";
import type { Trend, TrendMilestone } from "./trend.api.ts";
import { apart } from "./trend-scale.ts";
import { hasTrend, isDotted, shapeWord, trendSentence } from "./trend-words.ts";

function line(number: number, more: Partial<TrendMilestone> = {}): TrendMilestone {
  const point = (on: string, targetOn: string) => ({ on, targetOn, source: "day" as const, n: null });
  return {
    id: `m${number}`,
    ref: `ACME-M${number}`,
    number,
    title: `Stone ${number}`,
    state: "agreed",
    reachedOn: null,
    targetOn: "2026-06-12",
    points: [point("2026-05-04", "2026-06-05"), point("2026-06-01", "2026-06-12")],
    moves: 0,
    slipDays: 0,
    slipCalendarDays: 0,
    againstDays: null,
    class: "steady",
    willSlip: false,
    followsId: null,
    ...more,
  };
}

const trend = (milestones: TrendMilestone[]): Trend => ({
  today: "2026-06-01",
  by: "days",
  baseline: null,
  baselines: [],
  milestones,
  reviews: [],
  versions: [],
  reasons: [],
});

describe("the sentence above the trend", () => {
  it("names what moved, how often and how far, and what followed", () => {
    const moved = [
      line(2, { moves: 1, slipDays: -2 }),
      line(3, { moves: 3, slipDays: 14, class: "drifting", willSlip: true }),
      line(4, { moves: 2, slipDays: 14, followsId: "m3" }),
      line(5, { moves: 2, slipDays: 14, followsId: "m3" }),
    ];
    expect(trendSentence(trend(moved))).toBe(
      "M3 moved 3 times, +14 d; M4 and M5 follow it. M2 moved once, −2 d. M3 drifts later and later. M3 will probably slip again.",
    );
  });

  it("says that all has held, or came back", () => {
    expect(trendSentence(trend([line(1)]))).toMatch(/^Every date has held since .*4/);
    expect(trendSentence(trend([line(1, { moves: 2 })]))).toBe("M1 moved 2 times, and is back where it was.");
  });

  it("names what swings, and what held until it jumped", () => {
    const swinging = [
      line(1, { moves: 2, class: "see_saw" }),
      line(2, { moves: 3, class: "see_saw" }),
      line(3, { moves: 1, slipDays: 9, class: "frozen_then_jump" }),
    ];
    const words = trendSentence(trend(swinging));
    expect(words).toContain("M1 and M2 go back and forth.");
    expect(words).toContain("M3 held its date until late, then jumped.");
    expect(shapeWord(line(4))).toBe("Holds its date");
    expect(shapeWord(line(4, { moves: 1 }))).toBe("Steady on the whole");
    expect(swinging.map(shapeWord)).toEqual(["Back and forth", "Back and forth", "Held long, then jumped"]);
  });

  it("begins on the second day", () => {
    const [one] = line(1).points;
    expect(hasTrend(trend([line(1, { points: one ? [one] : [] })]))).toBe(false);
    expect(hasTrend(trend([line(1)]))).toBe(true);
  });
});

it("is dotted where a review between two others was not held", () => {
  const review = (state: "held" | "skipped" | "missed") => ({
    on: "2026-05-04",
    dueOn: "2026-05-04",
    state,
    reason: "",
  });
  const dotted = (...states: ("held" | "skipped" | "missed")[]) =>
    isDotted({ by: "reviews", reviews: states.map(review) });
  expect(dotted("held", "skipped", "held")).toBe(true);
  expect(dotted("skipped", "held", "held", "missed")).toBe(false);
});

it("keeps labels apart in their own order", () => {
  expect(apart([10, 12, 60], 15)).toEqual([10, 25, 60]);
  expect(apart([12, 10], 15)).toEqual([25, 10]);
  expect(apart([50, 58, 60], 15, 60)).toEqual([30, 45, 60]);
});
