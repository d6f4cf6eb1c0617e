import fc from "fast-check";
import { expect, test } from "vitest";
import { FORTY_ZONES, platformZone, shownAt } from "../testing/zones.ts";
import { createCalendar, DEFAULT_WEEK, ELAPSED } from "./calendar.ts";
import { dayOfMinute, firstMinuteOf, fromEpochDay, MINUTES_PER_DAY, toEpochDay } from "./civil-date.ts";
import {
  CADENCES,
  daysBetweenReviews,
  eveningBefore,
  type LocalTime,
  minuteOf,
  nextOccurrence,
  occurrencesAfter,
  previousOccurrence,
  type Recurrence,
  RHYTHMS,
} from "./recurrence.ts";

const at = (date: string, time = "00:00") =>
  firstMinuteOf(toEpochDay(date)) + Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const text = (minute: number) => new Date(minute * 60_000).toISOString().slice(0, 16);
const BERLIN = platformZone("Europe/Berlin", at("2024-01-01"), at("2029-01-01"));
const everyDay = createCalendar(ELAPSED);
const weekdays = createCalendar({ week: DEFAULT_WEEK });
const local = (change: Partial<LocalTime> = {}): LocalTime => ({
  zone: BERLIN,
  calendar: everyDay,
  milestoneDays: [],
  ...change,
});
const series = (change: Partial<Recurrence> = {}): Recurrence => ({
  cadence: "weekly",
  everyDays: null,
  startsOn: "2026-01-05",
  atMinutes: 9 * 60,
  ...change,
});
const days = (wanted: Recurrence, where: LocalTime, after: string, count: number) =>
  occurrencesAfter(wanted, where, at(after), count).map(({ on }) => on);

test("R08: 09:00 weekly stays 09:00 across both changes of the clocks, in forty zones", () => {
  const year = { from: at("2026-01-01"), to: at("2027-02-01") };
  for (const name of FORTY_ZONES) {
    const shown = shownAt(name);
    const zone = platformZone(name, year.from, year.to);
    const found = occurrencesAfter(series(), local({ zone }), year.from, 53);
    expect(found).toHaveLength(53);
    for (const [n, { on, at: moment }] of found.entries()) {
      expect([name, on]).toEqual([name, fromEpochDay(toEpochDay("2026-01-05") + 7 * n)]);
      expect([name, shown(moment)]).toEqual([name, at(on, "09:00")]);
    }
  }
});

test("G11: each day of every cadence is the day that local clocks show, in forty zones and around their changes", () => {
  for (const name of FORTY_ZONES) {
    const shown = shownAt(name);
    const zone = platformZone(name, at("2027-12-01"), at("2029-01-10"));
    for (const cadence of ["monthly", "days"] as const) {
      const wanted = series({ cadence, everyDays: 1, startsOn: "2027-12-31", atMinutes: 30 });
      for (const { on, at: moment } of occurrencesAfter(
        wanted,
        local({ zone }),
        at("2027-12-29"),
        cadence === "days" ? 366 : 12,
      ))
        expect([name, fromEpochDay(dayOfMinute(shown(moment)))]).toEqual([name, on]);
    }
  }
});

test.each([
  ["skipped by the clocks", "2026-03-29", "02:30", "2026-03-29T01:30"],
  ["just before they jump", "2026-03-29", "01:59", "2026-03-29T00:59"],
  ["just after they jump", "2026-03-29", "03:00", "2026-03-29T01:00"],
  ["shown twice: the first", "2026-10-25", "02:30", "2026-10-25T00:30"],
  ["shown once again", "2026-10-25", "03:00", "2026-10-25T02:00"],
])("a time %s", (_what, on, time, utc) => {
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  expect(text(minuteOf(BERLIN, on, minutes))).toBe(utc);
});

test("a day that a zone left out is the day after it", () => {
  const zone = platformZone("Pacific/Apia", at("2011-12-01"), at("2012-02-01"));
  const fridays = series({ startsOn: "2011-12-23" });
  expect(days(fridays, local({ zone }), "2011-12-20", 3)).toEqual(["2011-12-23", "2011-12-31", "2012-01-06"]);
});

test.each<[string, Partial<Recurrence>, string[]]>([
  ["weekly", {}, ["2026-01-05", "2026-01-12", "2026-01-19"]],
  ["every two weeks", { cadence: "fortnightly" }, ["2026-01-05", "2026-01-19", "2026-02-02"]],
  ["every ten days", { cadence: "days", everyDays: 10 }, ["2026-01-05", "2026-01-15", "2026-01-25"]],
  [
    "monthly on the 31st: the last day of shorter months, and the 31st again",
    { cadence: "monthly", startsOn: "2026-01-31" },
    ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"],
  ],
  [
    "monthly on the 29th of February",
    { cadence: "monthly", startsOn: "2028-01-29" },
    ["2028-01-29", "2028-02-29", "2028-03-29"],
  ],
  [
    "over the year",
    { cadence: "monthly", startsOn: "2026-11-30" },
    ["2026-11-30", "2026-12-30", "2027-01-30"],
  ],
])("%s", (_what, change, wanted) => {
  expect(days(series(change), local(), "2026-01-01", wanted.length)).toEqual(wanted);
});

test("what falls on a day off moves to the next working day, and the count goes on from the day that was meant", () => {
  const holiday = [{ from: "2026-01-12", to: "2026-01-12", why: "Holiday" }];
  const calendar = createCalendar({ week: DEFAULT_WEEK, daysOff: holiday });
  const where = local({ calendar });
  expect(days(series(), where, "2026-01-01", 3)).toEqual(["2026-01-05", "2026-01-13", "2026-01-19"]);
  const daily = series({ cadence: "days", everyDays: 1, startsOn: "2026-01-09" });
  expect(days(daily, where, "2026-01-01", 3)).toEqual(["2026-01-09", "2026-01-13", "2026-01-14"]);
});

test("on milestone: the target days from the start on, each once, and nothing after the last", () => {
  const milestoneDays = ["2026-06-12", "2026-01-02", "2026-03-07", "2026-06-12"];
  const where = local({ milestoneDays, calendar: weekdays });
  const wanted = series({ cadence: "milestone" });
  expect(days(wanted, where, "2026-01-01", 5)).toEqual(["2026-03-09", "2026-06-12"]);
  expect(previousOccurrence(wanted, where, at("2026-03-08"))).toBeNull();
  expect(previousOccurrence(wanted, where, at("2027-01-01"))?.on).toBe("2026-06-12");
  expect(nextOccurrence(wanted, local(), 0)).toBeNull();
});

test("a reminder leaves at 17:00 of the last working day before", () => {
  expect(text(eveningBefore("2026-03-30", local({ calendar: weekdays })))).toBe("2026-03-27T16:00");
  expect(text(eveningBefore("2026-03-31", local({ calendar: weekdays })))).toBe("2026-03-30T15:00");
  expect(text(eveningBefore("2026-03-31", local({ calendar: createCalendar({ week: {} }) })))).toBe(
    "2026-03-30T15:00",
  );
});

test.each<[Partial<Recurrence>, number | null]>([
  [{}, 7],
  [{ cadence: "fortnightly" }, 14],
  [{ cadence: "monthly" }, 30],
  [{ cadence: "days", everyDays: 10 }, 10],
  [{ cadence: "milestone" }, 21],
])("%o has so many days between two reviews", (change, wanted) => {
  const ahead = ["2026-06-10", "2026-05-01", "2026-05-20"];
  expect(daysBetweenReviews(series(change), ahead, "2026-05-12")).toBe(wanted);
});

test("on milestone, with none ahead, no review comes", () => {
  expect(daysBetweenReviews(series({ cadence: "milestone" }), ["2026-05-01"], "2026-05-12")).toBeNull();
});

test("on working days: each of them once, and none between", () => {
  const wanted = series({ cadence: "workdays", startsOn: "2026-01-03" });
  expect(days(wanted, local({ calendar: weekdays }), "2026-01-01", 6)).toEqual([
    "2026-01-05",
    "2026-01-06",
    "2026-01-07",
    "2026-01-08",
    "2026-01-09",
    "2026-01-12",
  ]);
});

const anySeries = fc.record<Recurrence>({
  cadence: fc.constantFrom(...CADENCES, ...RHYTHMS),
  everyDays: fc.integer({ min: 1, max: 60 }),
  startsOn: fc.integer({ min: toEpochDay("2025-06-01"), max: toEpochDay("2027-06-01") }).map(fromEpochDay),
  atMinutes: fc.integer({ min: 0, max: 1439 }),
});
const anyLocal = fc.record<LocalTime>({
  zone: fc.constant(BERLIN),
  calendar: fc.constantFrom(everyDay, weekdays),
  milestoneDays: fc.array(
    fc.integer({ min: toEpochDay("2025-06-01"), max: toEpochDay("2027-12-01") }).map(fromEpochDay),
  ),
});
const anyMinute = fc.integer({ min: at("2025-01-01"), max: at("2027-12-01") });

test("next and previous meet: nothing lies between them, and nothing repeats", () => {
  fc.assert(
    fc.property(anySeries, anyLocal, anyMinute, (wanted, where, minute) => {
      const next = nextOccurrence(wanted, where, minute);
      const before = previousOccurrence(wanted, where, minute);
      if (next) expect(next.at).toBeGreaterThan(minute);
      if (before) {
        expect(before.at).toBeLessThanOrEqual(minute);
        expect(nextOccurrence(wanted, where, before.at)).toEqual(next);
        expect(nextOccurrence(wanted, where, before.at - 1)).toEqual(before);
      }
      for (const one of [next, before])
        if (one) {
          expect(where.calendar.isWorking(toEpochDay(one.on))).toBe(true);
          expect(one.on >= wanted.startsOn).toBe(true);
          expect(eveningBefore(one.on, where)).toBeLessThan(one.at);
          // A jump of the clocks moves a time by its hour at most.
          expect(Math.abs(one.at - at(one.on) - wanted.atMinutes)).toBeLessThan(MINUTES_PER_DAY / 6);
        }
    }),
    { numRuns: 500 },
  );
});
