import type { ForecastInput } from "./plan-forecast.ts";
import type { PlanStreams } from "./plan-streams.ts";

/** Below so many past weeks nothing is said about growth. */
const ENOUGH_WEEKS = 4;
/** Work never grows by more than its own size. */
const MOST = 1;

/**
 * By how much the work grows in each future, as a share of itself: as many past weeks as there are, drawn with replacement, cards added to
 * cards done. `null` where too little has been seen, or nothing was ever added.
 */
export function growthDraws(
  { samples, history: { weeks } }: ForecastInput,
  streams: PlanStreams,
): Float64Array | null {
  if (weeks.length < ENOUGH_WEEKS || weeks.every(({ added }) => added <= 0)) return null;
  const random = streams.random("scope", "");
  const values = new Float64Array(samples);
  for (let i = 0; i < samples; i++) {
    let [done, added] = [0, 0];
    for (let n = 0; n < weeks.length; n++) {
      const week = weeks[random.below(weeks.length)];
      done += week?.done ?? 0;
      added += week?.added ?? 0;
    }
    values[i] = Math.min(MOST, added / Math.max(1, done));
  }
  return values;
}
