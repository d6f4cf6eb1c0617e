import { type DayEdges, lengthOf, minuteHolding, minutesUpTo } from "./day-pattern.ts";
import type { DaySums } from "./day-sums.ts";
import { DayTableKeeper } from "./day-table.ts";
import type { Timeline } from "./timeline.ts";

const MINUTES_PER_DAY = 1440;

/** Working days. */
export class DayTimeline implements Timeline {
  readonly #sums: DaySums;

  constructor(sums: DaySums) {
    this.#sums = sums;
  }

  worked(moment: number): number {
    return this.#sums.before(moment);
  }

  startAt(n: number): number {
    return this.#sums.holding(n);
  }

  finishAt(n: number): number {
    return this.#sums.holding(n - 1) + 1;
  }
}

/** Working minutes of local time. */
export class MinuteTimeline implements Timeline {
  readonly #sums: DaySums;
  /** What each kind of day is like. */
  readonly #edges: readonly DayEdges[];
  readonly #keeper: DayTableKeeper;

  constructor(sums: DaySums, edges: readonly DayEdges[]) {
    this.#sums = sums;
    this.#edges = edges;
    this.#keeper = new DayTableKeeper(sums);
  }

  worked(moment: number): number {
    const day = Math.floor(moment / MINUTES_PER_DAY);
    const minute = moment - day * MINUTES_PER_DAY;
    const { table } = this.#keeper;
    const place = table === null ? -1 : day - table.from;
    if (table === null || place < 0 || place >= table.size) return this.#workedOutside(day, minute);
    return (table.sums[place] ?? 0) + minutesUpTo(this.#edges[table.kinds[place] ?? 0] ?? [], minute);
  }

  startAt(n: number): number {
    const { table } = this.#keeper;
    if (!table?.holds(n)) return this.#startOutside(n);
    const place = table.placeOf(n);
    const edges = this.#edges[table.kinds[place] ?? 0] ?? [];
    return (table.from + place) * MINUTES_PER_DAY + minuteHolding(edges, n - (table.sums[place] ?? 0));
  }

  finishAt(n: number): number {
    return this.startAt(n - 1) + 1;
  }

  isWorking(day: number): boolean {
    this.#sums.before(day);
    return lengthOf(this.#edges[this.#sums.kind] ?? []) > 0;
  }

  #workedOutside(day: number, minute: number): number {
    this.#keeper.ask(day);
    const sum = this.#sums.before(day);
    return sum + minutesUpTo(this.#edges[this.#sums.kind] ?? [], minute);
  }

  #startOutside(n: number): number {
    const day = this.#sums.holding(n);
    const minute = minuteHolding(this.#edges[this.#sums.kind] ?? [], this.#sums.rest);
    this.#keeper.ask(day);
    return day * MINUTES_PER_DAY + minute;
  }
}
