import { describe, expect, test } from "vitest";
import { createCalendar, DEFAULT_WEEK } from "../calendar/calendar.ts";
import {
  datesHeld,
  type EndedDates,
  estimateAccuracy,
  medianOf,
  outcomeOf,
  slipDays,
  slipReasons,
} from "./retrospective.ts";

const calendar = createCalendar({ week: DEFAULT_WEEK });
const one = (id: string, change: Partial<EndedDates>): EndedDates => ({
  id,
  state: "accepted",
  promisedOn: "2026-05-08",
  reachedOn: "2026-05-12",
  likelyOn: "2026-05-11",
  safeOn: "2026-05-14",
  ...change,
});

test("slip counts working days after the promise, and only of what was promised and reached", () => {
  const ended = [
    one("late", {}),
    one("early", { reachedOn: "2026-05-06" }),
    one("added", { promisedOn: null }),
    one("dropped", { state: "dropped", reachedOn: null }),
  ];
  expect(slipDays(ended, calendar)).toEqual([2, -2, null, null]);
});

test.each([
  [[], null],
  [[3], 3],
  [[4, 1, 2], 2],
  [[5, -2], 1.5],
])("the median of %j is %j", (numbers, median) => {
  expect(medianOf(numbers)).toBe(median);
});

test("a date holds when it was reached on it or before; what was not forecast counts on neither side", () => {
  const ended = [
    one("on the day", { safeOn: "2026-05-12" }),
    one("before", {}),
    one("after", { safeOn: "2026-05-11" }),
    one("never forecast", { safeOn: null, likelyOn: null }),
    one("dropped", { state: "dropped", reachedOn: null }),
  ];
  expect(datesHeld(ended, "safeOn")).toEqual({ held: 2, of: 3 });
  expect(datesHeld(ended, "likelyOn")).toEqual({ held: 0, of: 3 });
});

describe("slip by reason", () => {
  test("adds up to the slip, with what nobody explained by itself", () => {
    const ended = [one("a", { reachedOn: "2026-05-22" }), one("b", { reachedOn: "2026-05-07" })];
    const reasons = slipReasons(
      ended,
      [
        { milestoneId: "a", from: "2026-05-08", to: "2026-05-15", reason: "client_input" },
        { milestoneId: "a", from: "2026-05-15", to: "2026-05-18", reason: "scope" },
        { milestoneId: "gone", from: "2026-05-08", to: "2026-06-15", reason: "scope" },
      ],
      calendar,
    );
    expect(reasons).toEqual([
      { reason: "client_input", days: 5, milestones: 1 },
      { reason: null, days: 3, milestones: 2 },
      { reason: "scope", days: 1, milestones: 1 },
    ]);
    const total = slipDays(ended, calendar).reduce<number>((sum, days) => sum + (days ?? 0), 0);
    expect(reasons.reduce((sum, { days }) => sum + days, 0)).toBe(total);
  });

  test("says nothing where nothing slipped", () => {
    expect(slipReasons([one("a", { reachedOn: "2026-05-08" })], [], calendar)).toEqual([]);
  });
});

test("estimates are compared by all their minutes, person by person", () => {
  const outcomes = [
    { personId: "kim", estimate: 60, actual: 60 },
    { personId: "jo", estimate: 240, actual: 360 },
    { personId: "jo", estimate: 60, actual: 15 },
  ];
  expect(estimateAccuracy(outcomes)).toEqual([
    { personId: "jo", cards: 2, ratio: 1.25 },
    { personId: "kim", cards: 1, ratio: 1 },
  ]);
});

test.each([
  [
    { baseline: 120, target: 150, current: 148 },
    { met: false, share: 28 / 30 },
  ],
  [
    { baseline: 120, target: 150, current: 150 },
    { met: true, share: 1 },
  ],
  [
    { baseline: 8, target: 4, current: 3 },
    { met: true, share: 1.25 },
  ],
  [
    { baseline: null, target: 150, current: 151 },
    { met: true, share: null },
  ],
  [
    { baseline: 5, target: 5, current: 4 },
    { met: false, share: null },
  ],
  [
    { baseline: 120, target: 150, current: null },
    { met: null, share: null },
  ],
])("what became of %j", (measure, outcome) => {
  expect(outcomeOf(measure)).toEqual(outcome);
});
