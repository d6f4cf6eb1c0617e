import fc from "fast-check";
import { fromEpochDay, toEpochDay, weekdayOf } from "../calendar/civil-date.ts";
import type { CalendarSpec, MinuteInterval } from "../plan.ts";

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** The worked minutes of a day, one by one: the slow twin of the calendar. */
export function naiveMinutesOn(spec: CalendarSpec, day: number): number[] {
  const extra = (spec.extraDays ?? []).findLast(({ on }) => toEpochDay(on) === day);
  const off = (spec.daysOff ?? []).some(({ from, to }) => toEpochDay(from) <= day && day <= toEpochDay(to));
  const intervals = extra?.intervals ?? (off ? [] : (spec.week[DAYS[weekdayOf(day)] ?? "mon"] ?? []));
  return intervals.flatMap(([from, to]) => Array.from({ length: to - from }, (_, i) => from + i));
}

const dayIntervals: fc.Arbitrary<MinuteInterval[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 24 }), { minLength: 0, maxLength: 4, comparator: (a, b) => a === b })
  .map((hours) => hours.sort((a, b) => a - b).map((hour) => hour * 60))
  .map((edges) => {
    const [a, b, c, d] = edges;
    if (a === undefined || b === undefined) return [];
    return c === undefined || d === undefined
      ? [[a, b]]
      : [
          [a, b],
          [c, d],
        ];
  });

/** Any calendar with some working time in its week and with exceptions in the three months from `first` on. */
export function calendarSpecs(first: number): fc.Arbitrary<CalendarSpec> {
  const date = fc.integer({ min: 0, max: 90 }).map((days) => fromEpochDay(first + days));
  return fc.record({
    week: fc
      .record({
        mon: dayIntervals,
        tue: dayIntervals,
        wed: dayIntervals,
        fri: dayIntervals,
        sun: dayIntervals,
      })
      .map((week) => ({ ...week, thu: [[540, 1020]] as const })),
    daysOff: fc.array(
      fc.tuple(date, fc.integer({ min: 0, max: 9 })).map(([from, length]) => ({
        from,
        to: fromEpochDay(toEpochDay(from) + length),
      })),
      { maxLength: 4 },
    ),
    extraDays: fc.array(fc.record({ on: date, intervals: dayIntervals }), { maxLength: 4 }),
  });
}
