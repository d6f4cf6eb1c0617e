/** Schedule performance in time instead of value; all times in the periods of the curve. */
export interface EarnedSchedule {
  /** PD: periods from the start to the planned end. */
  readonly plannedDuration: number;
  /** AT: periods that are over. */
  readonly actualTime: number;
  /** ES: the time at which the value earned by now was planned to be earned. */
  readonly earned: number;
  /** SV(t) = ES - AT: ahead when positive. */
  readonly variance: number;
  /** SPI(t) = ES / AT; `null` while no period is over. */
  readonly index: number | null;
  /** IEAC(t) = PD / SPI(t): the duration to expect at this pace; `null` while nothing is earned. */
  readonly duration: number | null;
  /** Duration if the rest goes as planned: AT + PD - ES. */
  readonly durationAsPlanned: number;
  /** TSPI = (PD - ES) / (PD - AT): the pace that the planned end now asks for; `null` when its time is over. */
  readonly toComplete: number | null;
}

/**
 * How far has the work come on the time axis of its own plan? Whole periods whose planned value is earned, and the linear part of the
 * next one. Where the plan stands still and several times carry the same value, the one nearest to now counts: on plan means ES = AT.
 * Unlike SPI, which ends at 1 even when late, these keep their meaning to the end.
 *
 * Source: W. Lipke, "Schedule is Different", The Measurable News, 2003; the forecasts as in S. Vandevoorde and M. Vanhoucke, "A comparison
 * of different project duration forecasting methods using earned value metrics", International Journal of Project Management 24, 2006.
 * @param curve cumulative planned value after 0, 1, 2 ... periods, never falling, the last entry the whole budget
 * @param value cumulative earned value now
 * @example earnedSchedule([0, 10, 20, 40, 70, 100], 35, 3) // { earned: 2.75, index: 0.9166..., duration: 5.4545..., ... }
 */
export function earnedSchedule(curve: ArrayLike<number>, value: number, actualTime: number): EarnedSchedule {
  const plannedDuration = Math.max(0, curve.length - 1);
  const earned = timeOfValue(curve, value, actualTime);
  const left = plannedDuration - earned;
  return {
    plannedDuration,
    actualTime,
    earned,
    variance: earned - actualTime,
    index: actualTime > 0 ? earned / actualTime : null,
    duration: earned > 0 ? (plannedDuration * actualTime) / earned : null,
    durationAsPlanned: actualTime + left,
    toComplete: plannedDuration > actualTime ? left / (plannedDuration - actualTime) : null,
  };
}

function timeOfValue(curve: ArrayLike<number>, value: number, actualTime: number): number {
  const whole = lastAtMost(curve, value);
  if (whole < 0) return 0;
  const [now, next] = [curve[whole] ?? 0, curve[whole + 1]];
  if (value === now) return Math.max(firstAtLeast(curve, value), Math.min(whole, actualTime));
  return next === undefined ? whole : whole + (value - now) / (next - now);
}

/** The last place whose value is no larger; -1 when all are. */
function lastAtMost(curve: ArrayLike<number>, value: number): number {
  return firstWhere(curve, (each) => each > value) - 1;
}

function firstAtLeast(curve: ArrayLike<number>, value: number): number {
  return firstWhere(curve, (each) => each >= value);
}

function firstWhere(curve: ArrayLike<number>, holds: (value: number) => boolean): number {
  let [low, high] = [0, curve.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(curve[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}
