import fc from "fast-check";
import { expect, test } from "vitest";
import type { WeekPattern } from "../plan.ts";
import { createCalendar, DEFAULT_WEEK } from "./calendar.ts";
import { addDays, firstMinuteOf, toEpochDay } from "./civil-date.ts";
import { type Allocation, overAllocations, shareOf, workingTime } from "./working-time.ts";

const SINCE = "2026-03-02";
const PART: WeekPattern = { mon: [[540, 780]], tue: [[540, 780]], wed: [[540, 780]], thu: [[540, 780]] };
const always = () => 100;
const half: Allocation = { projectId: null, percent: 50, from: "2026-01-01", to: null };

function minutesOn(time: ReturnType<typeof workingTime>, date: string): number {
  const { minutes } = createCalendar(time);
  const day = toEpochDay(date);
  return minutes.worked(firstMinuteOf(day + 1)) - minutes.worked(firstMinuteOf(day));
}

test("a week from a date on holds from that day, and the usual one before", () => {
  const patterns = [{ week: PART, from: "2026-05-01", to: null }];
  const time = workingTime({ usual: DEFAULT_WEEK, patterns, allocations: [], since: SINCE }, always);
  expect(time).toEqual({
    week: PART,
    workWeeks: [{ from: SINCE, to: "2026-04-30", week: DEFAULT_WEEK }],
    percent: 100,
  });
});

test("a week for a time gives way again, and to one that begins later", () => {
  const patterns = [
    { week: PART, from: "2026-05-04", to: "2026-05-31" },
    { week: {}, from: "2026-05-11", to: "2026-05-17" },
  ];
  const time = workingTime({ usual: DEFAULT_WEEK, patterns, allocations: [], since: SINCE }, always);
  const mondays = ["2026-04-27", "2026-05-04", "2026-05-11", "2026-05-18", "2026-06-01"];
  expect(mondays.map((day) => minutesOn(time, day))).toEqual([480, 240, 0, 240, 480]);
});

test("a share that never changes stays a percentage", () => {
  const input = { usual: DEFAULT_WEEK, patterns: [], allocations: [half], since: SINCE };
  expect(workingTime(input, (day) => shareOf([half], "p1", day))).toEqual({
    week: DEFAULT_WEEK,
    workWeeks: [],
    percent: 50,
  });
});

test("a share that changes shortens the days from their end", () => {
  const allocations = [{ ...half, from: "2026-05-04", to: "2026-05-08" }];
  const input = { usual: DEFAULT_WEEK, patterns: [], allocations, since: SINCE };
  const time = workingTime(input, (day) => shareOf(allocations, "p1", day));
  expect(time.percent).toBe(100);
  expect(["2026-05-01", "2026-05-04", "2026-05-11"].map((day) => minutesOn(time, day))).toEqual([
    480, 240, 480,
  ]);
  expect(time.workWeeks.find(({ from }) => from === "2026-05-04")?.week.mon).toEqual([[540, 780]]);
});

test("a project has what is allocated to it, else what the others leave", () => {
  const allocations = [half, { projectId: "p1", percent: 30, from: "2026-05-04", to: null }];
  const ask = (projectId: string | null, day: string) => shareOf(allocations, projectId, day);
  expect([ask("p1", "2026-05-01"), ask("p1", "2026-05-04")]).toEqual([50, 30]);
  expect([ask("p2", "2026-05-01"), ask("p2", "2026-05-04")]).toEqual([50, 20]);
  expect(ask(null, "2026-05-04")).toBe(50);
});

test("more than all of somebody's time is said with its days", () => {
  const allocations = [half, { projectId: "p1", percent: 60, from: "2026-05-04", to: "2026-05-29" }];
  expect(overAllocations(allocations, SINCE)).toEqual([
    { from: "2026-05-04", to: "2026-05-29", percent: 110 },
  ]);
  expect(overAllocations([half], SINCE)).toEqual([]);
});

test("on every day the minutes are those of the week that began last, cut to the share", () => {
  const day = fc.integer({ min: 0, max: 60 }).map((n) => addDays(SINCE, n));
  const span = fc.record({ from: day, to: fc.option(day, { nil: null }) });
  const lengths = fc.integer({ min: 0, max: 8 });
  const pattern = fc.tuple(span, lengths).map(([dates, hours]) => ({
    ...dates,
    week: Object.fromEntries(
      ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((name) => [
        name,
        hours === 0 ? [] : [[540, 540 + hours * 60] as const],
      ]),
    ),
    hours,
  }));
  const allocation = fc
    .tuple(span, fc.integer({ min: 1, max: 100 }))
    .map(([dates, percent]) => ({ ...dates, percent, projectId: null }));
  fc.assert(
    fc.property(
      fc.array(pattern, { maxLength: 3 }),
      fc.array(allocation, { maxLength: 3 }),
      day,
      (patterns, allocations, on) => {
        const share = (date: string) => shareOf(allocations, "p1", date);
        const time = workingTime({ usual: {}, patterns, allocations, since: SINCE }, share);
        const inForce = patterns.filter(({ from, to }) => from <= on && (to === null || on <= to));
        const begun = inForce.map(({ from }) => from).sort((a, b) => (a < b ? 1 : -1))[0];
        const hours = inForce.findLast(({ from }) => from === begun)?.hours ?? 0;
        const minutes = (minutesOn(time, on) * time.percent) / 100;
        expect(Math.floor(minutes)).toBe(Math.floor((hours * 60 * share(on)) / 100));
      },
    ),
  );
});
