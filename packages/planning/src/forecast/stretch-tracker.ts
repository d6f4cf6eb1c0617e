import { exponential } from "./elementary.ts";
import { type OutcomeShifts, outcomeShifts } from "./outcome-shifts.ts";

/** Named percentiles are stretched or shrunk by at most e. */
const FURTHEST = 1;

/** Keeps named percentiles of durations honest where all that was seen is too short or too long to name them. Its shifts are logarithms. */
export interface StretchTracker extends OutcomeShifts {
  /** For every share asked for: what to multiply the percentile by. */
  readonly factors: readonly number[];
}

/**
 * After a miss a percentile is made a little longer, after a hit a little shorter, so that in the long run a P80 holds in 8 of 10 cases. Where a
 * `coverageTracker` moves within what was seen, this one goes beyond. Stretches once 20 outcomes exist.
 *
 * Source: I. Gibbs and E. Candès, "Adaptive conformal inference under distribution shift", 2021, on the logarithm of the percentile itself.
 * @param shares ascending, each between 0 and 1
 * @param gain how far one outcome moves the logarithm
 * @param above a tracker that learns from several kinds of forecasts together; its stretch is added
 * @example stretchTracker([0.5, 0.8, 0.95], 0.005).factors // [1, 1, 1] until 20 forecasts have ended
 */
export function stretchTracker(
  shares: readonly number[],
  gain: number,
  above?: StretchTracker,
): StretchTracker {
  const own = outcomeShifts({ shares, gain, furthest: Number.POSITIVE_INFINITY, above });
  return {
    shifts: own.shifts,
    learn: own.learn,
    get factors() {
      const logs = own.together() ?? shares.map(() => 0);
      return logs.map((log) => exponential(Math.min(Math.max(log, -FURTHEST), FURTHEST)));
    },
    get outcomes() {
      return own.outcomes;
    },
  };
}
