import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  daysBetween,
  fromEpochDay,
  isCivilDate,
  LAST_DAY,
  toEpochDay,
  weekdayOf,
} from "./civil-date.ts";

const anyDay = fc.integer({ min: -300_000, max: LAST_DAY });

test.each([
  ["1970-01-01", 0, 3],
  ["1969-12-31", -1, 2],
  ["2000-02-29", 11_016, 1],
  ["2024-02-29", 19_782, 3],
  ["2026-05-12", 20_585, 1],
  ["9999-12-31", LAST_DAY, 4],
])("%s is day %i", (date, day, weekday) => {
  expect(toEpochDay(date)).toBe(day);
  expect(fromEpochDay(day)).toBe(date);
  expect(weekdayOf(day)).toBe(weekday);
});

test.each([
  "2026-02-29",
  "2026-13-01",
  "2026-00-10",
  "2026-04-31",
  "2026-5-1",
  "12.05.2026",
  "",
  "2026-05-12T00:00",
])("%s is no date", (text) => expect(isCivilDate(text)).toBe(false));

test.each(["2026-05-12", "2000-02-29", "9999-12-31", "0001-01-01"])("%s is a date", (text) =>
  expect(isCivilDate(text)).toBe(true),
);

test("text and number are two names of one day, and text sorts like the number", () => {
  fc.assert(
    fc.property(anyDay, anyDay, (a, b) => {
      expect(toEpochDay(fromEpochDay(a))).toBe(a);
      expect(fromEpochDay(a) < fromEpochDay(b)).toBe(a < b);
    }),
  );
});

test("the day after the last of a month is the first of the next", () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const [date, next] = [fromEpochDay(day), fromEpochDay(day + 1)];
      const sameMonth = date.slice(0, 7) === next.slice(0, 7);
      expect(day === LAST_DAY || sameMonth || next.endsWith("-01")).toBe(true);
    }),
  );
});

test("days are added and counted across leap days and years", () => {
  expect(addDays("2024-02-28", 2)).toBe("2024-03-01");
  expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
  expect(daysBetween("2025-12-31", "2026-12-31")).toBe(365);
  expect(daysBetween("2026-05-12", "2026-05-11")).toBe(-1);
});

test("nothing is later than the last day", () => expect(fromEpochDay(LAST_DAY + 5)).toBe("9999-12-31"));
