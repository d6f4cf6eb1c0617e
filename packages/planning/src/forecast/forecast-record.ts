import { toEpochDay } from "../calendar/civil-date.ts";
import type { CivilDate } from "../plan.ts";
import { blendWeights } from "./blend.ts";
import { coverageTracker } from "./coverage-tracker.ts";
import { pinballLoss } from "./pinball-loss.ts";
import type { DatePercentiles, EndedMilestone } from "./plan-forecast.ts";
import { JUDGED_SHARES } from "./rolling-forecast.ts";

/** Before so many milestones of which both forecasts were known nothing is blended. */
export const ENOUGH_TO_COMPARE = 5;
const GAIN = 0.02;

/** The shares that a forecast names, ascending. */
const NAMED = [0.05, 0.2, 0.5, 0.8, 0.9, 0.95] as const;

/** What past forecasts teach about the next. */
export interface ForecastRecord {
  /** Milestones that were reached after a forecast. */
  readonly reached: number;
  /** Those among them of which both the estimates and the pace had a date. */
  readonly compared: number;
  /** How much the pace counts beside the estimates, 0 to 1; 0 before there is enough to compare. */
  readonly paceShare: number;
  /** At which share to read a forecast to name a share of 0 to 1 honestly; `null` while nothing is corrected. */
  readonly levelOf: ((share: number) => number) | null;
}

/**
 * How have the forecasts held so far? The pace and the estimates count by their past losses (see `blendWeights`) once five milestones are there to compare them;
 * dates are corrected so that they hold as often as they say (see `coverageTracker`) once 20 have been reached.
 * @param ended in the order in which they were reached
 * @example recordOf([]) // { reached: 0, compared: 0, paceShare: 0, levelOf: null }
 */
export function recordOf(ended: readonly EndedMilestone[]): ForecastRecord {
  const both = ended.flatMap(({ byPace, ...one }) => (byPace === null ? [] : [{ ...one, byPace }]));
  const tracker = coverageTracker(NAMED, GAIN);
  for (const { reachedOn, named } of ended) tracker.learn(datesOf(named).map((on) => reachedOn <= on));
  const { levels } = tracker;
  return {
    reached: ended.length,
    compared: both.length,
    paceShare: both.length < ENOUGH_TO_COMPARE ? 0 : paceShareOf(both),
    levelOf: levels === NAMED ? null : (share) => between(share, levels),
  };
}

function paceShareOf(both: readonly (EndedMilestone & { byPace: DatePercentiles })[]): number {
  const lossOf = (of: (one: (typeof both)[number]) => DatePercentiles) =>
    both.reduce((sum, one) => sum + lossIn(one, of(one)), 0) / both.length;
  const [, pace = 0] = blendWeights([lossOf((one) => one.byEstimates), lossOf((one) => one.byPace)]);
  return pace;
}

/** In calendar days, the mean over the judged shares. */
function lossIn({ madeOn, reachedOn }: EndedMilestone, { p50On, p80On, p95On }: DatePercentiles): number {
  const from = toEpochDay(madeOn);
  const losses = [p50On, p80On, p95On].map((on, i) =>
    pinballLoss(toEpochDay(reachedOn) - from, toEpochDay(on) - from, JUDGED_SHARES[i] ?? 0),
  );
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}

function datesOf({ p5On, p20On, p50On, p80On, p90On, p95On }: DatePercentiles): CivilDate[] {
  return [p5On, p20On, p50On, p80On, p90On, p95On];
}

/** Straight lines between the levels of the named shares. */
function between(share: number, levels: readonly number[]): number {
  const [from, to] = [[0, ...NAMED, 1] as const, [0, ...levels, 1] as const];
  const next = Math.max(
    1,
    from.findIndex((named) => named >= share),
  );
  const [low = 0, high = 1] = [from[next - 1], from[next]];
  const [under = 0, over = 1] = [to[next - 1], to[next]];
  return under + ((over - under) * (share - low)) / (high - low);
}
