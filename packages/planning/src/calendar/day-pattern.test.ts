import fc from "fast-check";
import { expect, test } from "vitest";
import type { CalendarSpec } from "../plan.ts";
import { calendarSpecs, naiveMinutesOn } from "../testing/calendars.ts";
import { calendarOf, createCalendar, DEFAULT_WEEK } from "./calendar.ts";
import { firstMinuteOf, toEpochDay } from "./civil-date.ts";
import { dayPattern, intersect, withoutNightShifts } from "./day-pattern.ts";

const FIRST = toEpochDay("2026-03-02");
const at = (date: string, hour = 0) => firstMinuteOf(toEpochDay(date)) + hour * 60;

function workedBetween(spec: CalendarSpec, from: number, to: number): number {
  const { minutes } = createCalendar(spec);
  return minutes.worked(to) - minutes.worked(from);
}

/** From Monday to Friday 22:00-06:00. */
const NIGHTS: CalendarSpec = {
  week: {
    mon: [[1320, 1800]],
    tue: [[1320, 1800]],
    wed: [[1320, 1800]],
    thu: [[1320, 1800]],
    fri: [[1320, 1800]],
  },
};

test("a shift over midnight goes on into the next day, also from Friday into Saturday and over the turn of the week", () => {
  expect(workedBetween(NIGHTS, at("2026-03-02"), at("2026-03-03"))).toBe(120);
  expect(workedBetween(NIGHTS, at("2026-03-07"), at("2026-03-08"))).toBe(360);
  expect(workedBetween({ week: { sun: [[1320, 1800]] } }, at("2026-03-09"), at("2026-03-10"))).toBe(360);
  expect(
    createCalendar(NIGHTS).minutes.finishAt(createCalendar(NIGHTS).minutes.worked(at("2026-03-02")) + 480),
  ).toBe(at("2026-03-03", 6));
});

test("a day off takes its whole shift away and leaves that of the day before", () => {
  const spec = { ...NIGHTS, daysOff: [{ from: "2026-03-03", to: "2026-03-03" }] };
  expect(workedBetween(spec, at("2026-03-03"), at("2026-03-04"))).toBe(360);
  expect(workedBetween(spec, at("2026-03-04"), at("2026-03-05"))).toBe(120);
});

test("an extra night is worked until its morning", () => {
  const spec = { ...NIGHTS, extraDays: [{ on: "2026-03-07", intervals: [[1320, 1800]] as const }] };
  expect(workedBetween(spec, at("2026-03-08"), at("2026-03-09"))).toBe(360);
});

test("a dated week holds for its days, the later of two wins, and days off win over both", () => {
  const summer = { mon: [[480, 720]], tue: [[480, 720]] } as const;
  const spec: CalendarSpec = {
    week: DEFAULT_WEEK,
    workWeeks: [
      { from: "2026-07-06", to: "2026-07-19", week: summer },
      { from: "2026-07-14", to: "2026-07-14", week: { tue: [[480, 540]] } },
    ],
    daysOff: [{ from: "2026-07-06", to: "2026-07-06" }],
  };
  const days = ["2026-07-03", "2026-07-06", "2026-07-07", "2026-07-08", "2026-07-14", "2026-07-20"];
  expect(days.map((day) => workedBetween(spec, at(day), at(day) + 1440))).toEqual([480, 0, 240, 0, 60, 480]);
});

test("what two calendars have in common is what both work, minute by minute", () => {
  fc.assert(
    fc.property(calendarSpecs(FIRST), calendarSpecs(FIRST), fc.nat(100), (one, other, day) => {
      const { minutes } = calendarOf(intersect(dayPattern(one), dayPattern(other)));
      const both = new Set(naiveMinutesOn(one, FIRST + day));
      const common = naiveMinutesOn(other, FIRST + day).filter((minute) => both.has(minute));
      const begin = firstMinuteOf(FIRST + day);
      expect(minutes.worked(begin + 1440) - minutes.worked(begin)).toBe(common.length);
      const [first] = common;
      if (first !== undefined) expect(minutes.startAt(minutes.worked(begin))).toBe(begin + first);
    }),
  );
});

test("said without shifts over midnight it is the same calendar", () => {
  const spec: CalendarSpec = {
    ...NIGHTS,
    workWeeks: [{ from: "2026-03-16", to: "2026-03-20", week: { wed: [[1200, 1500]] } }],
    daysOff: [{ from: "2026-03-03", to: "2026-03-04" }],
  };
  const plain = withoutNightShifts(spec);
  expect(plain.week.sat).toEqual([[0, 360]]);
  for (let day = FIRST - 3; day < FIRST + 30; day++) {
    const [from, to] = [firstMinuteOf(day), firstMinuteOf(day + 1)];
    expect(workedBetween(plain, from, to)).toBe(workedBetween(spec, from, to));
  }
});
