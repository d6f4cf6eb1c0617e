import { expect, test } from "vitest";
import { fromEpochDay, toEpochDay, weekdayOf } from "../calendar/civil-date.ts";
import { dayOfWorkday, workdaysBefore } from "./workday.ts";

test("a week from Friday on: the weekend counts as the Monday after it", () => {
  const friday = toEpochDay("2026-05-08");
  const counted = [0, 1, 2, 3, 4].map((days) => workdaysBefore(friday + days) - workdaysBefore(friday));
  expect(counted).toEqual([0, 1, 1, 1, 2]);
});

test("every working day of a year is found again by its number", () => {
  const first = toEpochDay("2025-12-25");
  for (let day = first; day < first + 400; day++) {
    if (weekdayOf(day) < 5) expect(fromEpochDay(dayOfWorkday(workdaysBefore(day)))).toBe(fromEpochDay(day));
  }
});
