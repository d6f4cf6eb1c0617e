import { expect, test } from "vitest";
import { addDays } from "../calendar/civil-date.ts";
import { TODAY } from "../testing/plans.ts";
import { recordOf } from "./forecast-record.ts";
import type { DatePercentiles, EndedMilestone } from "./plan-forecast.ts";

/** Dates so many days after the day on which they were named. */
function dates(days: number): DatePercentiles {
  const on = (more: number) => addDays(TODAY, days + more);
  return { p5On: on(-4), p20On: on(-2), p50On: on(0), p80On: on(2), p90On: on(3), p95On: on(4) };
}

function ended(actual: number, estimates: number, pace: number | null, named = estimates): EndedMilestone {
  return {
    madeOn: TODAY,
    reachedOn: addDays(TODAY, actual),
    named: dates(named),
    byEstimates: dates(estimates),
    byPace: pace === null ? null : dates(pace),
  };
}

const times = (n: number, one: EndedMilestone) => Array.from({ length: n }, () => one);

test("without a past nothing is blended or corrected", () => {
  expect(recordOf([])).toEqual({ reached: 0, compared: 0, paceShare: 0, levelOf: null });
});

test("five milestones are enough to let the better of the two count more", () => {
  expect(recordOf(times(4, ended(30, 20, 31))).paceShare).toBe(0);
  expect(recordOf(times(5, ended(30, 20, 31))).paceShare).toBeGreaterThan(0.9);
  expect(recordOf(times(5, ended(30, 31, 20))).paceShare).toBeLessThan(0.1);
  expect(recordOf(times(5, ended(30, 25, 25))).paceShare).toBe(0.5);
});

test("what was reached without a pace compares nothing", () => {
  expect(recordOf(times(9, ended(30, 20, null)))).toMatchObject({ reached: 9, compared: 0, paceShare: 0 });
});

test("20 reached milestones correct the dates: later where they were missed, never out of order", () => {
  expect(recordOf(times(19, ended(30, 20, null))).levelOf).toBeNull();
  const { levelOf } = recordOf(times(20, ended(30, 20, null)));
  expect(levelOf?.(0.5)).toBeCloseTo(0.7, 9);
  expect(levelOf?.(0.8)).toBeGreaterThan(0.9);
  const read = Array.from({ length: 101 }, (_, i) => levelOf?.(i / 100) ?? 0);
  expect(read).toEqual(read.toSorted((a, b) => a - b));
  expect([read[0], read[100]]).toEqual([0, 1]);
});

test("dates that always held are drawn nearer", () => {
  expect(recordOf(times(20, ended(5, 20, null))).levelOf?.(0.8)).toBeLessThan(0.8);
});
