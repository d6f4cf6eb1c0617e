import { type OutcomeShifts, outcomeShifts } from "./outcome-shifts.ts";

/** A correction goes no further than this from the share that is asked for. */
const FURTHEST = 0.3;
const HIGHEST = 0.99;

/** Keeps named percentiles honest: remembers how often they held and says at which share to read a table so that they hold as often as they say. */
export interface CoverageTracker extends OutcomeShifts {
  /** For every share asked for the share to read at; in ascending order like them. */
  readonly levels: readonly number[];
}

/**
 * Adaptive conformal inference: after a miss a share is read a little higher, after a hit a little lower, so that in the long run a P80 holds in 8 of
 * 10 cases however the world drifts. Corrects once 20 outcomes exist.
 *
 * Source: I. Gibbs and E. Candès, "Adaptive conformal inference under distribution shift", 2021.
 * @param shares ascending, each between 0 and 1
 * @param gain how far one outcome moves the level
 * @param above a tracker that learns from several kinds of forecasts together; its correction is added
 * @example coverageTracker([0.5, 0.8, 0.95], 0.01).levels // [0.5, 0.8, 0.95] until 20 forecasts have ended
 */
export function coverageTracker(
  shares: readonly number[],
  gain: number,
  above?: CoverageTracker,
): CoverageTracker {
  const own = outcomeShifts({ shares, gain, furthest: FURTHEST, above });
  return {
    shifts: own.shifts,
    learn: own.learn,
    get levels() {
      const shifts = own.together();
      return shifts === null ? shares : correctedLevels(shares, shifts);
    },
    get outcomes() {
      return own.outcomes;
    },
  };
}

/** Shares moved by what was learned, within reach and in order. */
function correctedLevels(shares: readonly number[], shifts: readonly number[]): number[] {
  return shares
    .map((share, i) => {
      const moved = share + (shifts[i] ?? 0);
      return Math.min(Math.max(moved, share - FURTHEST, 1 - HIGHEST), share + FURTHEST, HIGHEST);
    })
    .sort((a, b) => a - b);
}
