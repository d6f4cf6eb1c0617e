import { countsUpTo } from "./ascending.ts";
import { LAST_DAY, weekdayOf } from "./civil-date.ts";

/**
 * How much there is of something (working days, working minutes) before a day, for a week that repeats for ever with a few
 * exceptional days. Both questions cost one look-up among the exceptions.
 */
export interface DaySums {
  /** The amount on all days before `day`, of which only differences mean something. */
  before(day: number): OfDay & { readonly sum: number };
  /** The day that holds unit `n`, the last day there is when none does: `before(day).sum + rest = n`. */
  holding(n: number): OfDay & { readonly day: number; readonly rest: number };
}

interface OfDay {
  /** What the day is like: 0 to 6 for a weekday, Monday first, 7 and on for the exceptional days in their order. */
  readonly kind: number;
}

/**
 * @param week amounts of the seven weekdays, Monday first
 * @param days the days that differ from their weekday, ascending
 * @param amounts what there is on each of them
 */
export function createDaySums(week: readonly number[], days: Float64Array, amounts: Float64Array): DaySums {
  const weekSums = runningSums(week);
  const weekTotal = weekSums[7] ?? 0;
  /** By how much the first i exceptions differ from the plain week. */
  const shifts = runningSums(amounts.map((amount, i) => amount - (week[weekdayOf(days[i] ?? 0)] ?? 0)));
  const sumsAtExceptions = days.map((day, i) => plainBefore(day).sum + (shifts[i] ?? 0));
  const daysUpTo = countsUpTo(days);
  const sumsUpTo = countsUpTo(sumsAtExceptions);
  const weekUpTo = countsUpTo(weekSums);

  function plainBefore(day: number) {
    const week = Math.floor((day + 3) / 7);
    const kind = day + 3 - week * 7;
    return { sum: week * weekTotal + (weekSums[kind] ?? 0), kind };
  }

  function plainHolding(n: number) {
    const week = Math.floor(n / weekTotal);
    const inWeek = n - week * weekTotal;
    const kind = weekUpTo(inWeek) - 1;
    return { day: week * 7 - 3 + kind, rest: inWeek - (weekSums[kind] ?? 0), kind };
  }

  return {
    before(day) {
      const passed = daysUpTo(day);
      const last = passed - 1;
      if (days[last] === day) return { sum: sumsAtExceptions[last] ?? 0, kind: 7 + last };
      const { sum, kind } = plainBefore(day);
      return { sum: sum + (shifts[passed] ?? 0), kind };
    },
    holding(n) {
      const passed = sumsUpTo(n);
      const last = passed - 1;
      const rest = n - (sumsAtExceptions[last] ?? Number.NEGATIVE_INFINITY);
      if (rest < (amounts[last] ?? 0)) return { day: days[last] ?? 0, rest, kind: 7 + last };
      if (weekTotal === 0) return { day: LAST_DAY, rest: 0, kind: weekdayOf(LAST_DAY) };
      return plainHolding(n - (shifts[passed] ?? 0));
    },
  };
}

/** `[a, b, c]` becomes `[0, a, a + b, a + b + c]`. */
function runningSums(amounts: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(amounts.length + 1);
  for (let i = 0; i < amounts.length; i++) sums[i + 1] = (sums[i] ?? 0) + (amounts[i] ?? 0);
  return sums;
}
