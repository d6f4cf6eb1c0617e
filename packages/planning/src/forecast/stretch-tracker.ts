import { exponential } from "./elementary.ts";

/** Before so many outcomes nothing is stretched. */
const ENOUGH_TO_STRETCH = 20;

/** Named percentiles are stretched or shrunk by at most e. */
const FURTHEST = 1;

/** Keeps named percentiles of durations honest where all that was seen is too short or too long to name them. */
export interface StretchTracker {
  /** For every share asked for: what to multiply the percentile by. */
  readonly factors: readonly number[];
  /** How many forecasts have ended, those of the trackers below included. */
  readonly outcomes: number;
  /** The logarithm of each factor, learned so far. */
  readonly logs: readonly number[];
  /** Tells how a forecast ended: for every share, whether the outcome was at most what was named. */
  learn(held: readonly boolean[]): void;
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
  const logs = shares.map(() => 0);
  let outcomes = 0;
  return {
    logs,
    get factors() {
      if ((above?.outcomes ?? outcomes) < ENOUGH_TO_STRETCH) return shares.map(() => 1);
      return logs.map((log, i) => {
        const both = log + (above?.logs[i] ?? 0);
        return exponential(Math.min(Math.max(both, -FURTHEST), FURTHEST));
      });
    },
    get outcomes() {
      return outcomes;
    },
    learn: (held) => {
      outcomes++;
      above?.learn(held);
      shares.forEach((share, i) => {
        logs[i] = (logs[i] ?? 0) + gain * (share - (held[i] ? 1 : 0));
      });
    },
  };
}
