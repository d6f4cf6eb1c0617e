import type { CivilDate, ExtraDay, MinuteInterval, Weekday, WeekPattern } from "../plan.ts";
import { toEpochDay, weekdayOf } from "./civil-date.ts";
import type { WorkingTime } from "./working-time.ts";

export interface HalfDay {
  readonly on: CivilDate;
  /** The half that is free. */
  readonly half: "morning" | "afternoon";
}

const WEEKDAYS: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/**
 * Days of which only one half is worked, as a calendar takes them: the other half of that day's minutes, the longer one when their number
 * is odd. For a day that is free anyway ask nothing: an extra day wins over a day off.
 * @example halfDays({ week: DEFAULT_WEEK, workWeeks: [] }, [{ on: "2026-05-04", half: "morning" }]) // [{ on: "2026-05-04", intervals: [[780, 1020]] }]
 */
export function halfDays(
  time: Pick<WorkingTime, "week" | "workWeeks">,
  days: readonly HalfDay[],
): ExtraDay[] {
  return days.map(({ on, half }) => {
    const intervals = weekOn(time, on)[WEEKDAYS[weekdayOf(toEpochDay(on))] ?? "mon"] ?? [];
    return { on, intervals: otherHalf(intervals, half) };
  });
}

function weekOn({ week, workWeeks }: Pick<WorkingTime, "week" | "workWeeks">, on: CivilDate): WeekPattern {
  return workWeeks.findLast(({ from, to }) => from <= on && on <= to)?.week ?? week;
}

function otherHalf(intervals: readonly MinuteInterval[], half: HalfDay["half"]): MinuteInterval[] {
  const total = intervals.reduce((sum, [from, to]) => sum + to - from, 0);
  const [first, last] = half === "morning" ? [total >> 1, total] : [0, total - (total >> 1)];
  let before = 0;
  return intervals.flatMap(([from, to]): MinuteInterval[] => {
    const [start, end] = [Math.max(from, from + first - before), Math.min(to, from + last - before)];
    before += to - from;
    return start < end ? [[start, end]] : [];
  });
}
