import { coverageTracker } from "./coverage-tracker.ts";
import { recencyWeights } from "./estimate-style.ts";
import { observedTable } from "./observed-table.ts";
import { type EndedForecast, JUDGED_SHARES } from "./rolling-forecast.ts";

/** So many milestones are reached before the first forecast is judged. */
const WARM_UP = 20;
const TWELVE_WEEKS = 84;
const HALF_LIFE = 50;
const GAIN = 0.02;
/** A slip of so many days stands for half a day less as often as for half a day more. */
const ROUNDING = 0.5;

/** A milestone that was reached, so many days after its date (negative = before). */
export interface PastSlip {
  readonly reachedOn: number;
  readonly daysLate: number;
}

/**
 * How well would past slips have forecast the next? Goes through the milestones in the order in which they were reached and forecasts each slip from those
 * of the days before alone; in that order.
 * @example scoreForecasts(rollSlips(past))
 */
export function rollSlips(past: readonly PastSlip[]): EndedForecast[] {
  const slips = [...past].sort((a, b) => a.reachedOn - b.reachedOn);
  const tracker = coverageTracker(JUDGED_SHARES, GAIN);
  const ended: EndedForecast[] = [];
  const open: { readonly reachedOn: number; readonly forecast: EndedForecast }[] = [];
  for (const { reachedOn, daysLate } of slips) {
    const known = slips.filter((other) => other.reachedOn < reachedOn);
    if (known.length < WARM_UP) continue;
    for (let next = open[0]; next && next.reachedOn < reachedOn; next = open[0]) {
      const { actual, forecast } = next.forecast;
      tracker.learn(forecast.map((value) => actual <= value));
      open.shift();
    }
    const forecast = forecastFrom(known, reachedOn, tracker.levels);
    ended.push({ actual: daysLate, ...forecast });
    open.push({ reachedOn, forecast: { actual: daysLate, ...forecast } });
  }
  return ended;
}

function forecastFrom(known: readonly PastSlip[], today: number, levels: readonly number[]) {
  const table = slipTable(known, recencyWeights(known.length, HALF_LIFE));
  const recent = known.filter(({ reachedOn }) => reachedOn >= today - TWELVE_WEEKS);
  const drawn = recent.length > 0 ? recent : known;
  const plain = observedTable(drawn.map(({ daysLate }) => ({ value: daysLate, weight: 1 })));
  return {
    forecast: levels.map((level) => table.at(level)),
    bootstrap: JUDGED_SHARES.map((share) => plain.at(share)),
    estimate: 0,
  };
}

function slipTable(known: readonly PastSlip[], weights: Float64Array) {
  return observedTable(
    known.flatMap(({ daysLate }, i) => [
      { value: daysLate - ROUNDING, weight: (weights[i] ?? 0) / 2 },
      { value: daysLate + ROUNDING, weight: (weights[i] ?? 0) / 2 },
    ]),
  );
}
