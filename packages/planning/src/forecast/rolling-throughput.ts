import { createRandom } from "../random.ts";
import { type CoverageTracker, coverageTracker } from "./coverage-tracker.ts";
import { observedTable } from "./observed-table.ts";
import { type EndedForecast, JUDGED_SHARES } from "./rolling-forecast.ts";
import { type StretchTracker, stretchTracker } from "./stretch-tracker.ts";
import { forecastThroughput } from "./throughput-forecast.ts";
import { dayOfWorkday, workdaysBefore } from "./workday.ts";

const WEEKS = 12;
const WARM_UP = 7 * WEEKS;
const SAMPLES = 1000;
/** How far one outcome moves the share at which a table is read, and the logarithm of what is read there. */
const GAIN = 0.01;
const STRETCH = 0.005;
/** Nobody waits longer than ten years. */
const MOST_WEEKS = 520;

/** The days on which items were done, and for how many items ahead to forecast. */
export interface PastThroughput {
  /** Numbers of days as of `toEpochDay`, in any order; one entry an item. */
  readonly doneOn: readonly number[];
  readonly sizes: readonly number[];
  readonly seed: number;
}

/** What keeps the forecasts of one size honest, each halfway. */
interface Trackers {
  readonly coverage: CoverageTracker;
  readonly stretch: StretchTracker;
}

interface OpenForecast {
  readonly size: number;
  readonly endsOn: number;
  readonly ended: EndedForecast;
}

/**
 * How well would throughput have forecast this past? Every week from the thirteenth on: in how many calendar days the next so many items are done, from what
 * had been done before that day alone. Only forecasts whose items were all done by the end of the past, in the order of the weeks.
 * @example rollThroughput({ doneOn, sizes: [20, 50, 100, 200], seed: 1 }).map(({ ended }) => scoreForecasts(ended))
 */
export function rollThroughput({
  doneOn,
  sizes,
  seed,
}: PastThroughput): { size: number; ended: EndedForecast[] }[] {
  const days = Int32Array.from([...doneOn].sort((a, b) => a - b));
  const [first = 0, last = 0] = [days[0], days[days.length - 1]];
  const together = {
    coverage: coverageTracker(JUDGED_SHARES, GAIN),
    stretch: stretchTracker(JUDGED_SHARES, STRETCH),
  };
  const results = sizes.map((size) => ({
    size,
    ended: [] as EndedForecast[],
    coverage: coverageTracker(JUDGED_SHARES, GAIN, together.coverage),
    stretch: stretchTracker(JUDGED_SHARES, STRETCH, together.stretch),
  }));
  let open: OpenForecast[] = [];
  let before = 0;
  for (let today = first + WARM_UP; today < last; today += 7) {
    while ((days[before] ?? last + 1) < today) before++;
    open = learnEnded(open, today, (size) => results.find((result) => result.size === size));
    for (const { size, ended, ...trackers } of results) {
      const endsOn = days[before + size - 1];
      if (endsOn === undefined) continue;
      const forecast = forecastOn(days.subarray(0, before), today, size, trackers, seed);
      if (forecast === null) continue;
      const made = { actual: endsOn - today + 1, ...forecast };
      ended.push(made);
      open.push({ size, endsOn, ended: made });
    }
  }
  return results.map(({ size, ended }) => ({ size, ended }));
}

/** Lets the trackers learn from what has ended before today, first ended first; what is left stays open. */
function learnEnded(
  open: readonly OpenForecast[],
  today: number,
  trackersOf: (size: number) => Trackers | undefined,
): OpenForecast[] {
  const over = open
    .filter(({ endsOn }) => endsOn < today)
    .sort((a, b) => a.endsOn - b.endsOn || a.size - b.size);
  for (const { size, ended } of over) {
    const held = ended.forecast.map((value) => ended.actual <= value);
    trackersOf(size)?.coverage.learn(held);
    trackersOf(size)?.stretch.learn(held);
  }
  return open.filter(({ endsOn }) => endsOn >= today);
}

function forecastOn(
  done: Int32Array,
  today: number,
  size: number,
  { coverage, stretch }: Trackers,
  seed: number,
): Omit<EndedForecast, "actual"> | null {
  const forecast = forecastThroughput(donePerWorkday(done, today), size, {
    samples: SAMPLES,
    seed: seed + today,
  });
  if (forecast === null) return null;
  const calendarDays = (workdays: number) =>
    dayOfWorkday(workdaysBefore(today) + Math.max(1, Math.round(workdays)) - 1) - today + 1;
  const weeks = donePerWeek(done, today);
  const average = weeks.reduce((sum, n) => sum + n, 0) / WEEKS;
  return {
    forecast: JUDGED_SHARES.map((share, i) => {
      const moved = calendarDays(forecast.days.at(coverage.levels[i] ?? share));
      return (moved + calendarDays(forecast.days.at(share)) * (stretch.factors[i] ?? 1)) / 2;
    }).sort((a, b) => a - b),
    bootstrap: plainBootstrap(weeks, size, seed + today),
    estimate: 7 * Math.min(size / Math.max(average, 1 / MOST_WEEKS), MOST_WEEKS),
  };
}

/** Items done on each working day so far; what was done at a weekend counts for its Friday. */
function donePerWorkday(done: Int32Array, today: number): number[] {
  const first = workdaysBefore(done[0] ?? today);
  const perDay = new Array<number>(workdaysBefore(today) - first).fill(0);
  for (const day of done) {
    const place = Math.min(Math.max(workdaysBefore(day + 1) - 1 - first, 0), perDay.length - 1);
    perDay[place] = (perDay[place] ?? 0) + 1;
  }
  return perDay;
}

function donePerWeek(done: Int32Array, today: number): number[] {
  const weeks = new Array<number>(WEEKS).fill(0);
  for (const day of done) {
    const ago = Math.floor((today - 1 - day) / 7);
    if (ago < WEEKS) weeks[ago] = (weeks[ago] ?? 0) + 1;
  }
  return weeks;
}

/** Whole weeks drawn from the last twelve, every one as likely as the others, until the items are done. */
function plainBootstrap(weeks: readonly number[], size: number, seed: number): number[] {
  const random = createRandom(seed);
  const seen = Array.from({ length: SAMPLES }, () => {
    let [left, passed] = [size, 0];
    for (; left > 0 && passed < MOST_WEEKS; passed++) left -= weeks[random.below(WEEKS)] ?? 0;
    return { value: 7 * passed, weight: 1 };
  });
  const table = observedTable(seen);
  return JUDGED_SHARES.map((share) => table.at(share));
}
