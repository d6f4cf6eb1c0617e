import { expect, it } from "vitest";
import { firstWeekday, weekday, weekOf } from "./weeks.ts";

it("begins weeks as the country does", () => {
  expect(["DE", "US", "EG", null].map(firstWeekday)).toEqual([1, 7, 6, 1]);
});

it.each([
  ["2026-06-12", 1, "2026-06-08"],
  ["2026-06-08", 1, "2026-06-08"],
  ["2026-06-14", 1, "2026-06-08"],
  ["2026-06-14", 7, "2026-06-14"],
  ["2026-06-13", 7, "2026-06-07"],
])("the week of %s that begins on %i is %s", (day, first, week) => {
  expect(weekOf(day, first)).toBe(week);
  expect(weekday(week)).toBe(first);
});
