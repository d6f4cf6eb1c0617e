/** A report of one milestone in day numbers: when it was said, and the day that was named. */
export interface DayPoint {
  readonly on: number;
  readonly planned: number;
}

/** The slope looks at no more than so many of the last reports: older ones say little about the pace of today. */
const SLOPE_REPORTS = 60;

/**
 * Days by which the named date moves each day: the median of the slopes between all pairs of reports, so that one wild report does not
 * turn it. 0 below two reports.
 *
 * Source: H. Theil, "A rank-invariant method of linear and polynomial regression analysis", 1950; P. K. Sen, 1968.
 * @example theilSen([{ on: 0, planned: 30 }, { on: 7, planned: 32 }, { on: 14, planned: 37 }]) // 0.5
 */
export function theilSen(points: readonly DayPoint[]): number {
  const recent = points.slice(-SLOPE_REPORTS);
  const slopes: number[] = [];
  for (const [i, a] of recent.entries()) {
    for (const b of recent.slice(i + 1)) {
      if (b.on !== a.on) slopes.push((b.planned - a.planned) / (b.on - a.on));
    }
  }
  slopes.sort((a, b) => a - b);
  const half = slopes.length >> 1;
  const upper = slopes[half] ?? 0;
  return slopes.length % 2 === 1 ? upper : ((slopes[half - 1] ?? 0) + upper) / 2;
}

/** A change of the named date, later when `days` is positive. */
export interface Move {
  readonly on: number;
  readonly days: number;
}

/** The changes from report to report, without those that changed nothing. */
export function movesOf(points: readonly DayPoint[]): Move[] {
  return points.flatMap(({ on, planned }, i) => {
    const before = points[i - 1]?.planned ?? planned;
    return planned === before ? [] : [{ on, days: planned - before }];
  });
}

/**
 * The day on which the line meets the diagonal, where what is planned is today, if it goes on at this pace; `null` when it never
 * does, because the date moves away a day a day or faster.
 * @example crossing({ on: 100, planned: 110 }, 0.5) // 120
 */
export function crossing({ on, planned }: DayPoint, slope: number): number | null {
  if (planned <= on) return planned;
  return slope < 1 ? on + Math.ceil((planned - on) / (1 - slope)) : null;
}
