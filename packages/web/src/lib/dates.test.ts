import { expect, test } from "vitest";
import { addDays, agoText, daysBetween, dayText, longDay, shortDay, todayIn } from "./dates.ts";

const CASES = [
  ["2026-06-12", "2026-01-01", /^Fri 12 Jun$|^Fri Jun 12$/],
  ["2027-01-01", "2026-12-31", /2027/],
] as const;

test.each(CASES)(
  "%s seen on %s carries its weekday, and the year only when it is another",
  (day, today, text) => {
    expect(dayText(day, today)).toMatch(text);
  },
);

test("a civil date is the same day in every zone", () => {
  expect(shortDay("2026-03-29")).toMatch(/29/);
  expect(longDay("2026-02-28")).toMatch(/Saturday/);
});

test("days are counted across clock changes and leap years", () => {
  expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
  expect(addDays("2028-02-28", 2)).toBe("2028-03-01");
});

test("today is a matter of the zone", () => {
  const late = new Date("2026-06-12T23:30:00Z");
  expect(todayIn("Europe/Berlin", late)).toBe("2026-06-13");
  expect(todayIn("America/New_York", late)).toBe("2026-06-12");
});

test.each([
  ["2026-06-12T10:00:00Z", "just now"],
  ["2026-06-12T09:40:00Z", "20 min ago"],
  ["2026-06-12T07:00:00Z", "3 h ago"],
])("%s is %s", (instant, text) => {
  expect(agoText(instant, Date.parse("2026-06-12T10:00:30Z"))).toBe(text);
});
