import { LAST_DAY, weekdayOf } from "./civil-date.ts";

/**
 * How much there is of something (working days, working minutes) before a day, for a week that repeats for ever with a few
 * exceptional days. Both questions cost one binary search over the exceptions.
 */
export interface DaySums {
  /** The amount on one day. */
  on(day: number): number;
  /** The amount on all days before `day`; only differences mean something. */
  before(day: number): number;
  /** The day that holds unit `n`, the last day there is when none does: `before(day) + rest = n`. */
  holding(n: number): { readonly day: number; readonly rest: number };
}

/**
 * @param week amounts of the seven weekdays, Monday first
 * @param exceptions amounts of the days that differ from their weekday
 */
export function createDaySums(week: readonly number[], exceptions: ReadonlyMap<number, number>): DaySums {
  const weekSums = runningSums(week);
  const weekTotal = weekSums[7] ?? 0;
  const days = Float64Array.from(exceptions.keys()).sort((a, b) => a - b);
  const amounts = Float64Array.from(days, (day) => exceptions.get(day) ?? 0);
  /** By how much the first i exceptions differ from the plain week. */
  const shifts = runningSums([...amounts].map((amount, i) => amount - (week[weekdayOf(days[i] ?? 0)] ?? 0)));
  const sumsAtExceptions = Float64Array.from(days, (day, i) => plainBefore(day) + (shifts[i] ?? 0));

  function plainBefore(day: number): number {
    const weekday = weekdayOf(day);
    return ((day + 3 - weekday) / 7) * weekTotal + (weekSums[weekday] ?? 0);
  }

  function plainHolding(n: number) {
    const weeks = Math.floor(n / weekTotal);
    const inWeek = n - weeks * weekTotal;
    const weekday = countUpTo(weekSums, inWeek) - 1;
    return { day: weeks * 7 - 3 + weekday, rest: inWeek - (weekSums[weekday] ?? 0) };
  }

  return {
    on: (day) => exceptions.get(day) ?? week[weekdayOf(day)] ?? 0,
    before: (day) => plainBefore(day) + (shifts[countUpTo(days, day - 1)] ?? 0),
    holding(n) {
      const passed = countUpTo(sumsAtExceptions, n);
      const last = passed - 1;
      const rest = n - (sumsAtExceptions[last] ?? Number.NEGATIVE_INFINITY);
      if (rest < (amounts[last] ?? 0)) return { day: days[last] ?? 0, rest };
      return weekTotal === 0 ? { day: LAST_DAY, rest: 0 } : plainHolding(n - (shifts[passed] ?? 0));
    },
  };
}

/** `[a, b, c]` becomes `[0, a, a + b, a + b + c]`. */
function runningSums(amounts: readonly number[]): Float64Array {
  const sums = new Float64Array(amounts.length + 1);
  amounts.forEach((amount, i) => {
    sums[i + 1] = (sums[i] ?? 0) + amount;
  });
  return sums;
}

/** How many entries of an ascending list are at most `value`. */
function countUpTo(ascending: Float64Array, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
