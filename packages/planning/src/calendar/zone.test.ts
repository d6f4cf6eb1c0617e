import fc from "fast-check";
import { expect, test } from "vitest";
import type { CalendarSpec } from "../plan.ts";
import { calendarSpecs, naiveMinutesOn } from "../testing/calendars.ts";
import { createCalendar, DEFAULT_WEEK } from "./calendar.ts";
import { dayOfMinute, firstMinuteOf, toEpochDay } from "./civil-date.ts";
import type { Zone } from "./zone.ts";

const at = (date: string, hour = 0) => firstMinuteOf(toEpochDay(date)) + hour * 60;

/** Central Europe in 2026: one hour ahead of UTC, two from 29 March 01:00 UTC to 25 October 01:00 UTC. */
const BERLIN: Zone = {
  name: "Europe/Berlin",
  transitions: [
    { from: at("2025-10-26", 1), offset: 60 },
    { from: at("2026-03-29", 1), offset: 120 },
    { from: at("2026-10-25", 1), offset: 60 },
  ],
};

test("nine o'clock stays nine o'clock when the clocks change", () => {
  const { minutes } = createCalendar({ week: DEFAULT_WEEK, zone: BERLIN });
  expect(minutes.startAt(minutes.worked(at("2026-03-27")))).toBe(at("2026-03-27", 8));
  expect(minutes.startAt(minutes.worked(at("2026-03-30")))).toBe(at("2026-03-30", 7));
  expect(minutes.startAt(minutes.worked(at("2026-10-26")))).toBe(at("2026-10-26", 8));
  expect(minutes.worked(at("2026-04-03")) - minutes.worked(at("2026-03-27"))).toBe(5 * 480);
});

test("a night shift loses an hour in spring and gains one in autumn", () => {
  const nights: CalendarSpec = { week: { sat: [[1320, 1800]] }, zone: BERLIN };
  const { minutes } = createCalendar(nights);
  const length = (sunday: string) => minutes.worked(at(sunday, 12)) - minutes.worked(at(sunday, -12));
  expect([length("2026-03-22"), length("2026-03-29"), length("2026-10-25")]).toEqual([480, 420, 540]);
  expect(minutes.finishAt(minutes.worked(at("2026-10-24", 12)) + 540)).toBe(at("2026-10-25", 5));
});

test("a zone without changes, or without anything, only moves the clock", () => {
  const spec: CalendarSpec = { week: DEFAULT_WEEK };
  const plain = createCalendar(spec).minutes;
  const tokyo = createCalendar({
    ...spec,
    zone: { name: "Asia/Tokyo", transitions: [{ from: 0, offset: 540 }] },
  });
  const utc = createCalendar({ ...spec, zone: { name: "UTC", transitions: [] } }).minutes;
  const n = plain.worked(at("2026-03-02")) + 100;
  expect(tokyo.minutes.startAt(n)).toBe(plain.startAt(n) - 540);
  expect(utc.startAt(n)).toBe(plain.startAt(n));
});

/** Offsets that jump by an hour or two, back and forth, every few days. */
const jumpyZones = fc
  .array(fc.tuple(fc.integer({ min: 600, max: 20_000 }), fc.constantFrom(-120, 0, 60, 120, 330)), {
    maxLength: 6,
  })
  .map((steps) => {
    let from = at("2026-03-02");
    const transitions = [{ from: from - 100_000, offset: 60 }];
    for (const [gap, offset] of steps) {
      from += gap;
      transitions.push({ from, offset });
    }
    return { name: "Test/Jumpy", transitions };
  });

test("a minute of UTC is worked exactly when the local clock shows a working minute", () => {
  const spec = calendarSpecs(toEpochDay("2026-03-02"));
  fc.assert(
    fc.property(spec, jumpyZones, fc.nat(60_000), (local, zone, minute) => {
      const { minutes } = createCalendar({ ...local, zone });
      const moment = at("2026-03-02") + minute;
      const offset = zone.transitions.findLast(({ from }) => from <= moment)?.offset ?? 60;
      const day = dayOfMinute(moment + offset);
      const working = naiveMinutesOn(local, day).includes(moment + offset - firstMinuteOf(day));
      expect(minutes.worked(moment + 1) - minutes.worked(moment)).toBe(working ? 1 : 0);
      if (working) expect(minutes.startAt(minutes.worked(moment))).toBe(moment);
      const n = minutes.worked(moment);
      expect(minutes.worked(minutes.finishAt(n))).toBe(n);
      expect(minutes.finishAt(n)).toBeLessThanOrEqual(minutes.startAt(n));
    }),
    { numRuns: 300 },
  );
});
