import { createCalendar } from "@milepost/planning";
import { describe, expect, it } from "vitest";
import { aPlan } from "../testing/plan.ts";
import { slipDays, slipWords } from "./baseline.ts";
import { calendarSpec } from "./plan-model.ts";

const calendar = createCalendar(calendarSpec(aPlan([])));
const kept = { startOn: null, targetOn: "2026-06-05" };

describe("slip against the baseline", () => {
  it.each([
    ["2026-06-10", null, 3],
    ["2026-06-05", null, 0],
    ["2026-06-26", "2026-06-03", -2],
    [null, null, null],
  ])("target %s, reached %s: %s working days", (targetOn, reachedOn, days) => {
    expect(slipDays(calendar, kept, { targetOn, reachedOn })).toBe(days);
  });

  it("is nothing for what was not in it", () => {
    expect(slipDays(calendar, undefined, { targetOn: "2026-06-10", reachedOn: null })).toBeNull();
  });

  it.each([
    [3, false, "+3 d"],
    [-2, false, "−2 d"],
    [-2, true, "2 d early"],
    [1, true, "1 d late"],
    [0, false, ""],
    [null, true, ""],
  ])("of %s days, reached %s, reads %s", (days, reached, words) => {
    expect(slipWords(days, reached)).toBe(words);
  });
});
