import { expect, test } from "vitest";
import { DEFAULT_WEEK } from "../calendar/calendar.ts";
import { addDays } from "../calendar/civil-date.ts";
import { TODAY } from "../testing/plans.ts";
import { paceOf } from "./pace.ts";

const week = { week: DEFAULT_WEEK };
const draws = { samples: 512, seed: 3 };
/** One card each Tuesday and Thursday of so many weeks before today, a Tuesday. */
const twiceAWeek = (weeks: number) =>
  Array.from({ length: weeks }, (_, i) => [
    addDays(TODAY, -7 * (weeks - i)),
    addDays(TODAY, -7 * (weeks - i) + 2),
  ]).flat();

test("a steady pace says how many a week and how long the next take", () => {
  const pace = paceOf(twiceAWeek(10), week, TODAY, draws);
  expect(pace).toMatchObject({ cardsPerWeek: 2, weeks: 10 });
  expect(pace?.daysFor(8).at(0.5)).toBeGreaterThan(15);
  expect(pace?.daysFor(8).at(0.5)).toBeLessThanOrEqual(20);
  expect(pace?.daysFor(8)).toBe(pace?.daysFor(8));
});

test("an old rush does not count as today's pace", () => {
  const rush = Array.from({ length: 100 }, () => addDays(TODAY, -140));
  expect(paceOf([...rush, ...twiceAWeek(12)], week, TODAY, draws)?.cardsPerWeek).toBe(2);
});

test.each([
  ["nothing is finished", []],
  ["three weeks are too few", Array.from({ length: 12 }, () => addDays(TODAY, -20))],
  ["nine cards are too few", twiceAWeek(8).slice(0, 9)],
])("there is no pace where %s", (_, finishedOn) => {
  expect(paceOf(finishedOn, week, TODAY, draws)).toBeNull();
});

test("what was finished at a weekend, or today, is no reason to stumble", () => {
  const days = [...twiceAWeek(10), addDays(TODAY, -2), TODAY];
  expect(paceOf(days, week, TODAY, draws)?.cardsPerWeek).toBe(2.1);
});
