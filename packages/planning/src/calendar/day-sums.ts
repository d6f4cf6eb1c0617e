import { Ascending } from "./ascending.ts";
import { LAST_DAY, weekdayOf } from "./civil-date.ts";

/**
 * How much there is of something (working days, working minutes) before a day, for a week that repeats for ever with a few
 * exceptional days. Both questions cost one look-up among the exceptions, and leave what else they found in `kind` and `rest`, so that
 * none of the millions of answers needs an object.
 */
export class DaySums {
  /** What the day of the last answer is like: 0 to 6 for a weekday, Monday first, 7 and on for the exceptional days in their order. */
  kind = 0;
  /** How much of the day of the last {@link holding} lies before the unit. */
  rest = 0;
  readonly #week: Float64Array;
  readonly #weekTotal: number;
  readonly #days: Float64Array;
  readonly #amounts: Float64Array;
  /** By how much the first i exceptions differ from the plain week. */
  readonly #shifts: Float64Array;
  readonly #sums: Float64Array;
  readonly #daysUpTo: Ascending;
  readonly #sumsUpTo: Ascending;

  /**
   * @param week amounts of the seven weekdays, Monday first
   * @param days the days that differ from their weekday, ascending
   * @param amounts what there is on each of them
   */
  constructor(week: readonly number[], days: Float64Array, amounts: Float64Array) {
    this.#week = runningSums(week);
    this.#weekTotal = this.#week[7] ?? 0;
    this.#days = days;
    this.#amounts = amounts;
    this.#shifts = runningSums(amounts.map((amount, i) => amount - (week[weekdayOf(days[i] ?? 0)] ?? 0)));
    this.#sums = days.map((day, i) => this.#plainBefore(day) + (this.#shifts[i] ?? 0));
    this.#daysUpTo = new Ascending(days);
    this.#sumsUpTo = new Ascending(this.#sums);
  }

  /** The amount on all days before `day`, of which only differences mean something. */
  before(day: number): number {
    const passed = this.#daysUpTo.upTo(day);
    if (passed > 0 && this.#days[passed - 1] === day) {
      this.kind = 6 + passed;
      return this.#sums[passed - 1] ?? 0;
    }
    return this.#plainBefore(day) + (this.#shifts[passed] ?? 0);
  }

  /** The day that holds unit `n`, the last day there is when none does: `before(day) + rest = n`. */
  holding(n: number): number {
    const passed = this.#sumsUpTo.upTo(n);
    if (passed > 0) {
      const rest = n - (this.#sums[passed - 1] ?? 0);
      if (rest < (this.#amounts[passed - 1] ?? 0)) {
        this.kind = 6 + passed;
        this.rest = rest;
        return this.#days[passed - 1] ?? 0;
      }
    }
    return this.#plainHolding(n - (this.#shifts[passed] ?? 0));
  }

  /** {@link before} and {@link kind} of a row of days at once, the first of them `from`, and what there is before the day after the last. */
  fill(from: number, sums: Float64Array, kinds: Uint16Array): void {
    let exception = this.#daysUpTo.upTo(from - 1);
    let weekday = weekdayOf(from);
    let sum = this.before(from);
    for (let i = 0; i < kinds.length; i++) {
      sums[i] = sum;
      if (this.#days[exception] === from + i) {
        kinds[i] = 7 + exception;
        sum += this.#amounts[exception++] ?? 0;
      } else {
        kinds[i] = weekday;
        sum += (this.#week[weekday + 1] ?? 0) - (this.#week[weekday] ?? 0);
      }
      weekday = weekday === 6 ? 0 : weekday + 1;
    }
    sums[kinds.length] = sum;
  }

  #plainBefore(day: number): number {
    const week = Math.floor((day + 3) / 7);
    const kind = day + 3 - week * 7;
    this.kind = kind;
    return week * this.#weekTotal + (this.#week[kind] ?? 0);
  }

  #plainHolding(n: number): number {
    if (this.#weekTotal === 0) {
      this.kind = weekdayOf(LAST_DAY);
      this.rest = 0;
      return LAST_DAY;
    }
    const week = Math.floor(n / this.#weekTotal);
    const inWeek = n - week * this.#weekTotal;
    let kind = 0;
    while ((this.#week[kind + 1] ?? Number.POSITIVE_INFINITY) <= inWeek) kind++;
    this.kind = kind;
    this.rest = inWeek - (this.#week[kind] ?? 0);
    return week * 7 - 3 + kind;
  }
}

/** `[a, b, c]` becomes `[0, a, a + b, a + b + c]`. */
function runningSums(amounts: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(amounts.length + 1);
  for (let i = 0; i < amounts.length; i++) sums[i + 1] = (sums[i] ?? 0) + (amounts[i] ?? 0);
  return sums;
}
