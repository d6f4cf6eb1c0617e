import { createRandom } from "../random.ts";
import { blendTables } from "./blend.ts";
import { type DurationTable, scaledTable } from "./duration-table.ts";
import { exponential, naturalLog } from "./elementary.ts";
import type { Draws } from "./network-input.ts";
import { observedTable } from "./observed-table.ts";
import { POPULATION_SPREAD } from "./population-spread.ts";

/** Below four weeks of history, or ten finished items, the forecast rests on the population's spread. */
const ENOUGH_DAYS = 20;
const ENOUGH_ITEMS = 10;
/**
 * Two weeks ago counts half, eight weeks ago does, half a year ago does: how long a pace lasts is not known, and the middle of the three is nowhere
 * much worse than the one that would have been right.
 */
const HALF_LIVES = [10, 40, 160] as const;
/** Days are drawn week by week, so that busy and idle days stay beside each other as they were. */
const BLOCK = 5;
/** Nobody is told more than ten years. */
const LONGEST = 2600;
const PICK_BITS = 12;

export interface ThroughputForecast {
  /** Working days until the last item is done. */
  readonly days: DurationTable;
  /** "population" = too little history: the average pace so far, spread as it is for people of whom nothing is known. */
  readonly basis: "history" | "population";
}

/**
 * When will the next `items` items be done, whatever they are? Replays weeks of the past, recent ones more often, until enough is done; the mean, share by
 * share, of what a short, a middle and a long memory say. `null` when nothing was ever done.
 *
 * Source: moving-block bootstrap: H. R. Kuensch, "The jackknife and the bootstrap for general stationary observations", 1989.
 * @param donePerDay items done on each past working day, the oldest first
 * @example forecastThroughput(donePerDay, 20, { samples: 1_000, seed: 7 })?.days.at(0.8) // working days
 */
export function forecastThroughput(
  donePerDay: readonly number[],
  items: number,
  { samples, seed }: Draws,
): ThroughputForecast | null {
  const done = donePerDay.reduce((sum, n) => sum + n, 0);
  if (done === 0) return null;
  if (donePerDay.length < ENOUGH_DAYS || done < ENOUGH_ITEMS) {
    const average = (items * donePerDay.length) / done;
    return { days: scaledTable(POPULATION_SPREAD, average), basis: "population" };
  }
  const replays = Math.ceil(samples / HALF_LIVES.length);
  const tables = HALF_LIVES.map((halfLife, i) => {
    const replay = replayer(donePerDay, halfLife, seed + i);
    return observedTable(Array.from({ length: replays }, () => ({ value: replay(items), weight: 1 })));
  });
  const alike = HALF_LIVES.map(() => 1 / HALF_LIVES.length);
  return { days: blendTables(tables, alike), basis: "history" };
}

/** Answers in how many working days the items are done when the past comes again in random order. */
function replayer(donePerDay: readonly number[], halfLife: number, seed: number): (items: number) => number {
  const random = createRandom(seed);
  const starts = blockStarts(donePerDay.length - BLOCK + 1, halfLife);
  return (items) => {
    let left = items;
    for (let day = 0; day < LONGEST; day += BLOCK) {
      const start = starts[random.next() >>> (32 - PICK_BITS)] ?? 0;
      for (let i = 0; i < BLOCK; i++) {
        left -= donePerDay[start + i] ?? 0;
        if (left <= 0) return day + i + 1;
      }
    }
    return LONGEST;
  };
}

/** First days of blocks, each as often as its recency says, so that one of them is drawn by its place alone. */
function blockStarts(n: number, halfLife: number): Int32Array {
  const step = exponential(-naturalLog(2) / halfLife);
  const weights = new Float64Array(n);
  let total = 0;
  for (let i = n - 1, weight = 1; i >= 0; i--, weight *= step) {
    weights[i] = weight;
    total += weight;
  }
  const places = 1 << PICK_BITS;
  let start = 0;
  let upTo = weights[0] ?? 0;
  return Int32Array.from({ length: places }, (_, place) => {
    while (start < n - 1 && upTo < ((place + 0.5) / places) * total) upTo += weights[++start] ?? 0;
    return start;
  });
}
