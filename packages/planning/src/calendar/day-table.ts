import type { DaySums } from "./day-sums.ts";

/** What the sums say of each day in a row of days, for answers that cost a few steps whatever the exceptions. */
export class DayTable {
  readonly from: number;
  readonly size: number;
  /** Before each day, and behind the last. */
  readonly sums: Float64Array;
  readonly kinds: Uint16Array;
  /** The day in which to begin to look for an amount, by steps of equal width. */
  readonly #begins: Int32Array;
  readonly #stepsPerUnit: number;

  constructor(daySums: DaySums, from: number, size: number) {
    this.from = from;
    this.size = size;
    this.sums = new Float64Array(size + 1);
    this.kinds = new Uint16Array(size);
    daySums.fill(from, this.sums, this.kinds);
    const first = this.sums[0] ?? 0;
    this.#stepsPerUnit = size / ((this.sums[size] ?? 0) - first + 1);
    this.#begins = new Int32Array(size + 1);
    for (let i = 0, step = 0; i < size; i++) {
      const last = Math.floor(((this.sums[i + 1] ?? 0) - first) * this.#stepsPerUnit);
      while (step <= last) this.#begins[step++] = i;
    }
  }

  /** Is the unit on one of its days? */
  holds(n: number): boolean {
    return n >= (this.sums[0] ?? 0) && n < (this.sums[this.size] ?? 0);
  }

  /** The place of the day that holds the unit. */
  placeOf(n: number): number {
    let place = this.#begins[Math.floor((n - (this.sums[0] ?? 0)) * this.#stepsPerUnit)] ?? 0;
    while ((this.sums[place + 1] ?? n + 1) <= n) place++;
    return place;
  }
}

const PATIENCE = 200;
const MARGIN = 200;
const MOST_DAYS = 20_000;

/** Makes a table of the days that are asked for again and again, and a longer one when the questions move on, as they do: to later days. */
export class DayTableKeeper {
  table: DayTable | null = null;
  readonly #sums: DaySums;
  #asked = 0;
  #first = Number.POSITIVE_INFINITY;
  #last = Number.NEGATIVE_INFINITY;

  constructor(sums: DaySums) {
    this.#sums = sums;
  }

  /** A question outside the table. */
  ask(day: number): void {
    if (day < this.#first) this.#first = day;
    if (day > this.#last) this.#last = day;
    if (++this.#asked < PATIENCE) return;
    this.#asked = 0;
    const span = this.#last - this.#first + 1;
    const size = MARGIN + span + Math.max(MARGIN, span >> 1);
    if (size <= MOST_DAYS) this.table = new DayTable(this.#sums, this.#first - MARGIN, size);
  }
}
