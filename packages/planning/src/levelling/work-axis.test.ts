import fc from "fast-check";
import { expect, test } from "vitest";
import { createCalendar } from "../calendar/calendar.ts";
import { firstMinuteOf, toEpochDay } from "../calendar/civil-date.ts";
import { calendarSpecs } from "../testing/calendars.ts";
import { createWorkAxis } from "./work-axis.ts";

const BASE = toEpochDay("2026-05-12");

test("near the base and far from it, it says what the calendar says", () => {
  const moment = fc.oneof(
    fc.integer({ min: -200_000, max: 200_000 }),
    fc.integer({ min: 1_570_000, max: 1_600_000 }),
    fc.constantFrom(0, -1, 1100 * 1440, 1100 * 1440 - 1),
  );
  fc.assert(
    fc.property(calendarSpecs(BASE), fc.array(moment, { minLength: 5 }), (spec, offsets) => {
      const { minutes } = createCalendar(spec);
      const axis = createWorkAxis(spec, BASE);
      const zero = minutes.worked(firstMinuteOf(BASE));
      for (const offset of offsets) {
        const units = minutes.worked(firstMinuteOf(BASE) + offset) - zero;
        expect(axis.worked(firstMinuteOf(BASE) + offset)).toBe(units);
        expect(axis.startAt(units)).toBe(minutes.startAt(units + zero));
        expect(axis.finishAt(units)).toBe(minutes.finishAt(units + zero));
      }
    }),
  );
});

test("without any working time everything is on the last day there is", () => {
  const axis = createWorkAxis({ week: {} }, BASE);
  expect(axis.startAt(0)).toBe(firstMinuteOf(toEpochDay("9999-12-31")));
});
