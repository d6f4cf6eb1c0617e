import fc from "fast-check";
import { expect, test } from "vitest";
import { createCalendar, DEFAULT_WEEK } from "../calendar/calendar.ts";
import { addDays, fromEpochDay } from "../calendar/civil-date.ts";
import { milestone } from "../testing/plans.ts";
import { takeBaseline } from "./baseline.ts";
import { slip, slipSince } from "./slip.ts";

const calendar = createCalendar({ week: DEFAULT_WEEK, daysOff: [{ from: "2026-05-25", to: "2026-05-25" }] });
const days = fc.integer({ min: 20_000, max: 21_500 }).map(fromEpochDay);

test.each([
  ["from Friday to Tuesday", "2026-05-08", "2026-05-12", 2, 4],
  ["over a holiday", "2026-05-22", "2026-05-26", 1, 4],
  ["earlier", "2026-05-12", "2026-05-08", -2, -4],
  ["onto a Sunday", "2026-05-08", "2026-05-10", 0, 2],
  ["not at all", "2026-05-08", "2026-05-08", 0, 0],
])("slip %s", (_, from, to, workingDays, calendarDays) =>
  expect(slip(calendar, from, to)).toEqual({ workingDays, calendarDays }),
);

test("slips from report to report add up to the slip from the first to the last", () => {
  fc.assert(
    fc.property(fc.array(days, { minLength: 2, maxLength: 8 }), (dates) => {
      const steps = dates.slice(1).map((date, i) => slip(calendar, dates[i] ?? "", date));
      const sum = (of: "workingDays" | "calendarDays") => steps.reduce((total, each) => total + each[of], 0);
      const whole = slip(calendar, dates[0] ?? "", dates.at(-1) ?? "");
      expect({ workingDays: sum("workingDays"), calendarDays: sum("calendarDays") }).toEqual(whole);
    }),
  );
});

test("a week later everything has slipped by as much", () => {
  const plain = createCalendar({ week: DEFAULT_WEEK });
  fc.assert(
    fc.property(days, days, (from, to) => {
      expect(slip(plain, addDays(from, 7), addDays(to, 7))).toEqual(slip(plain, from, to));
    }),
  );
});

test("milestones are measured by the day they were reached, else by their target now", () => {
  const then = [
    milestone(),
    milestone({ id: "m2" }),
    milestone({ id: "m3" }),
    milestone({ id: "m4", targetOn: null }),
  ];
  const kept = takeBaseline(
    { milestones: then, cards: [] },
    { n: 1, takenOn: "2026-05-12", reason: "", approved: false },
  );
  const now = [
    milestone({ targetOn: "2026-06-01" }),
    milestone({ id: "m2", state: "accepted", reachedOn: "2026-05-20" }),
    milestone({ id: "m3", state: "dropped" }),
    milestone({ id: "m4" }),
    milestone({ id: "m5" }),
  ];
  expect(slipSince(kept, now, calendar)).toEqual([
    {
      id: "m1",
      baselineOn: "2026-05-22",
      currentOn: "2026-06-01",
      slip: { workingDays: 5, calendarDays: 10 },
    },
    {
      id: "m2",
      baselineOn: "2026-05-22",
      currentOn: "2026-05-20",
      slip: { workingDays: -2, calendarDays: -2 },
    },
    { id: "m3", baselineOn: "2026-05-22", currentOn: null, slip: null },
    { id: "m4", baselineOn: null, currentOn: "2026-05-22", slip: null },
  ]);
});
