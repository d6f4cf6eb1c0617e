import fc from "fast-check";
import { expect, test } from "vitest";
import { calendarSpecs } from "../testing/calendars.ts";
import { createCalendar, DEFAULT_WEEK } from "./calendar.ts";
import { fromEpochDay, toEpochDay } from "./civil-date.ts";
import {
  addWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  windowLength,
  workingDaysBetween,
} from "./working-days.ts";

const FIRST = toEpochDay("2026-03-01");
const someDate = fc.integer({ min: FIRST - 20, max: FIRST + 110 }).map(fromEpochDay);

/** Whitsun: Monday 25 May 2026 is off. */
const calendar = createCalendar({ week: DEFAULT_WEEK, daysOff: [{ from: "2026-05-25", to: "2026-05-25" }] });

test.each([
  ["2026-05-08", 1, "2026-05-11"],
  ["2026-05-11", -1, "2026-05-08"],
  ["2026-05-09", 0, "2026-05-09"],
  ["2026-05-09", 1, "2026-05-11"],
  ["2026-05-09", -1, "2026-05-08"],
  ["2026-05-22", 1, "2026-05-26"],
  ["2026-05-26", -1, "2026-05-22"],
  ["2026-05-11", 10, "2026-05-26"],
  ["2026-05-11", 260, "2027-05-11"],
])("%s and %i working days is %s", (from, n, to) => expect(addWorkingDays(calendar, from, n)).toBe(to));

test.each([
  ["2026-05-11", "2026-05-11", 0],
  ["2026-05-08", "2026-05-11", 1],
  ["2026-05-11", "2026-05-08", -1],
  ["2026-05-09", "2026-05-10", 0],
  ["2026-05-22", "2026-05-26", 1],
])("%s to %s are %i working days", (from, to, n) => expect(workingDaysBetween(calendar, from, to)).toBe(n));

test.each([
  ["2026-05-11", "2026-05-15", 5],
  ["2026-05-11", "2026-05-11", 1],
  ["2026-05-09", "2026-05-10", 0],
  ["2026-05-18", "2026-05-29", 9],
  ["2026-05-15", "2026-05-11", 0],
])("the window %s to %s has %i working days", (start, target, n) =>
  expect(windowLength(calendar, start, target)).toBe(n),
);

test("adding working days lands on a working day, is undone by taking them away, and counts what it added", () => {
  fc.assert(
    fc.property(calendarSpecs(FIRST), someDate, fc.integer({ min: 1, max: 40 }), (spec, date, n) => {
      const any = createCalendar(spec);
      const start = nextWorkingDay(any, date);
      const later = addWorkingDays(any, start, n);
      expect(isWorkingDay(any, later)).toBe(true);
      expect(addWorkingDays(any, later, -n)).toBe(start);
      expect(workingDaysBetween(any, start, later)).toBe(n);
      expect(workingDaysBetween(any, later, start)).toBe(-n);
      expect(windowLength(any, start, later)).toBe(n + 1);
    }),
  );
});

test("the next and the previous working day enclose the date with nothing worked in between", () => {
  fc.assert(
    fc.property(calendarSpecs(FIRST), someDate, (spec, date) => {
      const any = createCalendar(spec);
      const [previous, next] = [previousWorkingDay(any, date), nextWorkingDay(any, date)];
      expect(isWorkingDay(any, previous) && isWorkingDay(any, next)).toBe(true);
      expect(previous <= date && date <= next).toBe(true);
      expect(workingDaysBetween(any, previous, next)).toBe(previous === next ? 0 : 1);
    }),
  );
});

test("slips add up along the way", () => {
  fc.assert(
    fc.property(calendarSpecs(FIRST), someDate, someDate, someDate, (spec, a, b, c) => {
      const any = createCalendar(spec);
      expect(workingDaysBetween(any, a, b) + workingDaysBetween(any, b, c)).toBe(
        workingDaysBetween(any, a, c),
      );
    }),
  );
});
