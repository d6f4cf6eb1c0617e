import { expect, test } from "vitest";
import { cadenceInWords, cadenceOfDays, readCadence } from "./review-cadence.ts";

const days = (everyDays: number) => ({ cadence: "days", everyDays }) as const;
const named = (cadence: "weekly" | "fortnightly" | "monthly" | "milestone") => ({ cadence, everyDays: null });

test.each([
  ["weekly", named("weekly")],
  ["every 2 weeks", named("fortnightly")],
  ["monthly", named("monthly")],
  ["on milestone", named("milestone")],
  ["every 10 days", days(10)],
  ["every 366 days", days(366)],
  ["every day", days(1)],
])("%s is read and said", (words, cadence) => {
  expect(readCadence(words)).toEqual(cadence);
  expect(cadenceInWords(cadence)).toBe(words);
});

test.each(["Weekly", " every  2 weeks ", "EVERY 10 DAYS"])("%s is read as well", (words) => {
  expect(readCadence(words)).not.toBeNull();
});

test.each(["", "every 0 days", "every 367 days", "every -3 days", "sometimes", "every 1.5 days", "10"])(
  "%s is no cadence",
  (words) => expect(readCadence(words)).toBeNull(),
);

test("days have their own word where there is one", () => {
  expect([7, 14, 10].map((n) => cadenceInWords(cadenceOfDays(n)))).toEqual([
    "weekly",
    "every 2 weeks",
    "every 10 days",
  ]);
});
