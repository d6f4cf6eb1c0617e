import fc from "fast-check";
import { expect, test } from "vitest";
import { createCalendar, DEFAULT_WEEK } from "../calendar/calendar.ts";
import { addDays, fromEpochDay } from "../calendar/civil-date.ts";
import { endSlip } from "./end-slip.ts";

const calendar = createCalendar({ week: DEFAULT_WEEK });
const day = fc.integer({ min: 20_000, max: 21_500 }).map(fromEpochDay);
const pair = (id: string, baselineOn: string | null, currentOn: string | null) => ({
  id,
  baselineOn,
  currentOn,
});

test.each([
  [
    "the last one moves",
    [pair("a", "2026-05-08", "2026-05-08"), pair("b", "2026-05-22", "2026-05-29")],
    5,
    "b",
  ],
  [
    "another one overtakes it",
    [pair("a", "2026-05-08", "2026-05-26"), pair("b", "2026-05-22", "2026-05-22")],
    2,
    "a",
  ],
  [
    "an early one is late, the end holds",
    [pair("a", "2026-05-08", "2026-05-15"), pair("b", "2026-05-22", "2026-05-22")],
    0,
    "b",
  ],
  [
    "what has no date then or now does not count",
    [pair("a", "2026-05-08", "2026-05-07"), pair("b", "2026-05-22", null), pair("c", null, "2026-09-01")],
    -1,
    "a",
  ],
])("%s", (_, slips, workingDays, milestoneId) => {
  expect(endSlip(slips, calendar)).toMatchObject({ milestoneId, slip: { workingDays } });
});

test("without two dates there is nothing to say", () => {
  expect(endSlip([pair("a", null, "2026-05-08"), pair("b", "2026-05-08", null)], calendar)).toBeNull();
});

test("when everything moves by so many days, so does the end, in whatever order", () => {
  fc.assert(
    fc.property(
      fc.array(day, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: -60, max: 60 }),
      (days, by) => {
        const slips = days.map((on, i) => pair(`m${i}`, on, addDays(on, by)));
        const end = endSlip(slips, calendar);
        expect(end?.slip.calendarDays).toBe(by);
        expect(endSlip(slips.toReversed(), calendar)?.slip).toEqual(end?.slip);
      },
    ),
  );
});
