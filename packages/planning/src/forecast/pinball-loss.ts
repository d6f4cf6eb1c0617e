/**
 * How bad was a forecast that named `forecast` as the value not exceeded with probability `share`, now that it was `actual`? In the unit of both; smaller
 * is better, and on average the true percentile is the best one can name.
 *
 * Source: R. Koenker and G. Bassett, "Regression quantiles", 1978.
 * @example pinballLoss(10, 8, 0.8) // 1.6: too early costs four times as much as too late
 */
export function pinballLoss(actual: number, forecast: number, share: number): number {
  return actual >= forecast ? share * (actual - forecast) : (1 - share) * (forecast - actual);
}
