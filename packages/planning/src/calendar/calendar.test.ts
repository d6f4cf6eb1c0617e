import fc from "fast-check";
import { expect, test } from "vitest";
import type { CalendarSpec } from "../plan.ts";
import { calendarSpecs, naiveMinutesOn } from "../testing/calendars.ts";
import { createCalendar, DEFAULT_WEEK, ELAPSED, personCalendar, projectCalendar } from "./calendar.ts";
import { addDays, firstMinuteOf, fromEpochDay, toEpochDay } from "./civil-date.ts";
import { workingMinutesBetween } from "./working-days.ts";

const FIRST = toEpochDay("2026-03-01");
const someDay = fc.integer({ min: FIRST - 30, max: FIRST + 90 });

function countMinutes(spec: CalendarSpec, from: number, to: number): number {
  let sum = 0;
  for (let day = from; day < to; day++) sum += naiveMinutesOn(spec, day).length;
  return sum;
}

test("working minutes before a moment differ as counting them one by one says", () => {
  fc.assert(
    fc.property(
      calendarSpecs(FIRST),
      someDay,
      someDay,
      fc.integer({ min: 0, max: 1439 }),
      (spec, a, b, minute) => {
        const { minutes } = createCalendar(spec);
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const partOfLast = naiveMinutesOn(spec, to).filter((worked) => worked < minute).length;
        const counted = minutes.worked(firstMinuteOf(to) + minute) - minutes.worked(firstMinuteOf(from));
        expect(counted).toBe(countMinutes(spec, from, to) + partOfLast);
      },
    ),
  );
});

test("a unit of work starts at the latest and the one before it ends at the earliest moment with as much work before it", () => {
  fc.assert(
    fc.property(calendarSpecs(FIRST), someDay, fc.integer({ min: -5000, max: 5000 }), (spec, day, shift) => {
      const calendar = createCalendar(spec);
      for (const timeline of [calendar.days, calendar.minutes]) {
        const n = timeline.worked(timeline === calendar.days ? day : firstMinuteOf(day)) + (shift % 50);
        const [finish, start] = [timeline.finishAt(n), timeline.startAt(n)];
        expect(finish).toBeLessThanOrEqual(start);
        expect(timeline.worked(finish)).toBe(n);
        expect(timeline.worked(start)).toBe(n);
        expect(timeline.worked(finish - 1)).toBe(n - 1);
        expect(timeline.worked(start + 1)).toBe(n + 1);
      }
    }),
  );
});

test("moving every date of a calendar by seven days moves every answer by seven days", () => {
  fc.assert(
    fc.property(calendarSpecs(FIRST), someDay, fc.integer({ min: 0, max: 40 }), (spec, day, n) => {
      const moved: CalendarSpec = {
        week: spec.week,
        daysOff: (spec.daysOff ?? []).map(({ from, to }) => ({ from: addDays(from, 7), to: addDays(to, 7) })),
        extraDays: (spec.extraDays ?? []).map(({ on, intervals }) => ({ on: addDays(on, 7), intervals })),
      };
      const [before, after] = [createCalendar(spec).days, createCalendar(moved).days];
      expect(after.startAt(after.worked(day + 7) + n)).toBe(before.startAt(before.worked(day) + n) + 7);
    }),
  );
});

test("a week in the middle of which somebody is away has fewer minutes", () => {
  const away = personCalendar(
    { mon: [[540, 780]], tue: [[540, 780]] },
    [],
    [{ from: "2026-05-04", to: "2026-05-05" }],
  );
  expect(workingMinutesBetween(createCalendar(away), "2026-05-04", "2026-05-10")).toBe(0);
  expect(workingMinutesBetween(createCalendar(away), "2026-05-11", "2026-05-17")).toBe(480);
});

test("client holidays count only where asked", () => {
  const holiday = { from: "2026-06-19", to: "2026-06-19", why: "Juneteenth" };
  expect(createCalendar(projectCalendar(DEFAULT_WEEK, [])).isWorking(toEpochDay("2026-06-19"))).toBe(true);
  expect(
    createCalendar(projectCalendar(DEFAULT_WEEK, [], [holiday])).isWorking(toEpochDay("2026-06-19")),
  ).toBe(false);
});

test("an extra day wins over a day off, a day off over the week", () => {
  const spec: CalendarSpec = {
    week: DEFAULT_WEEK,
    daysOff: [{ from: "2026-05-11", to: "2026-05-12" }],
    extraDays: [{ on: "2026-05-12", intervals: [[600, 660]] }],
  };
  const calendar = createCalendar(spec);
  expect(calendar.isWorking(toEpochDay("2026-05-11"))).toBe(false);
  expect(workingMinutesBetween(calendar, "2026-05-11", "2026-05-12")).toBe(60);
});

test("a break splits the day", () => {
  const { minutes } = createCalendar({
    week: {
      mon: [
        [540, 720],
        [780, 1020],
      ],
    },
  });
  const monday = firstMinuteOf(toEpochDay("2026-05-11"));
  const morning = minutes.worked(monday) + 180;
  expect([minutes.finishAt(morning) - monday, minutes.startAt(morning) - monday]).toEqual([720, 780]);
});

test("the usual day is the median of the week, and eight hours when there is no week", () => {
  expect(createCalendar({ week: DEFAULT_WEEK }).minutesPerDay).toBe(480);
  expect(createCalendar({ week: { ...DEFAULT_WEEK, fri: [[540, 720]] } }).minutesPerDay).toBe(480);
  expect(createCalendar(ELAPSED).minutesPerDay).toBe(1440);
  expect(createCalendar({ week: {} }).minutesPerDay).toBe(480);
});

test("a calendar that never works answers with the last day there is", () => {
  const { days } = createCalendar({ week: {}, extraDays: [{ on: "2026-05-12", intervals: [[540, 600]] }] });
  const n = days.worked(FIRST);
  expect(fromEpochDay(days.startAt(n))).toBe("2026-05-12");
  expect(fromEpochDay(days.startAt(n + 1))).toBe("9999-12-31");
});

test("a calendar that is asked again and again gives the answers it gave at first", () => {
  fc.assert(
    fc.property(
      calendarSpecs(FIRST),
      fc.array(fc.nat(90 * 1440), { minLength: 20, maxLength: 40 }),
      (spec, offsets) => {
        const fresh = () => createCalendar(spec).minutes;
        const busy = fresh();
        for (let i = 0; i < 1000; i++) busy.worked(firstMinuteOf(FIRST) + i * 40);
        for (const offset of [...offsets, -1e6, 4e6]) {
          const moment = firstMinuteOf(FIRST) + offset;
          const n = busy.worked(moment);
          expect([n, busy.startAt(n), busy.finishAt(n)]).toEqual([
            fresh().worked(moment),
            fresh().startAt(n),
            fresh().finishAt(n),
          ]);
        }
      },
    ),
  );
});
