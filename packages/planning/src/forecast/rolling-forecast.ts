import { pinballLoss } from "./pinball-loss.ts";

/** The shares at which forecasts are judged: likely, safe, and nearly certain. */
export const JUDGED_SHARES = [0.5, 0.8, 0.95] as const;

/** A forecast that has ended, beside the two simplest ways to make one; every list as `JUDGED_SHARES`. */
export interface EndedForecast {
  readonly actual: number;
  readonly forecast: readonly number[];
  /** The plain bootstrap of the last twelve weeks. */
  readonly bootstrap: readonly number[];
  /** The estimate is the date: one number, whatever the share. */
  readonly estimate: number;
}

/** How well forecasts held. Losses are means over all forecasts and the three shares. */
export interface ForecastScore {
  readonly forecasts: number;
  /** At P50, P80, P95: the share of outcomes that were at most what was named. */
  readonly coverage: readonly number[];
  readonly bootstrapCoverage: readonly number[];
  readonly pinball: { readonly forecast: number; readonly bootstrap: number; readonly estimate: number };
  /** By which share the loss is below that of the other way; negative = above. */
  readonly gain: { readonly overBootstrap: number; readonly overEstimate: number };
}

/** How well did these forecasts hold? `null` when there are none. @example scoreForecasts(ended)?.coverage[1] // P80: 0.81 */
export function scoreForecasts(ended: readonly EndedForecast[]): ForecastScore | null {
  if (ended.length === 0) return null;
  const pinball = {
    forecast: meanLoss(ended, ({ forecast }, i) => forecast[i] ?? 0),
    bootstrap: meanLoss(ended, ({ bootstrap }, i) => bootstrap[i] ?? 0),
    estimate: meanLoss(ended, ({ estimate }) => estimate),
  };
  return {
    forecasts: ended.length,
    coverage: JUDGED_SHARES.map((_, i) => held(ended, ({ forecast }) => forecast[i] ?? 0)),
    bootstrapCoverage: JUDGED_SHARES.map((_, i) => held(ended, ({ bootstrap }) => bootstrap[i] ?? 0)),
    pinball,
    gain: {
      overBootstrap: 1 - pinball.forecast / pinball.bootstrap,
      overEstimate: 1 - pinball.forecast / pinball.estimate,
    },
  };
}

function held(ended: readonly EndedForecast[], named: (forecast: EndedForecast) => number): number {
  return ended.filter((forecast) => forecast.actual <= named(forecast)).length / ended.length;
}

function meanLoss(
  ended: readonly EndedForecast[],
  named: (forecast: EndedForecast, share: number) => number,
): number {
  const losses = ended.flatMap((forecast) =>
    JUDGED_SHARES.map((share, i) => pinballLoss(forecast.actual, named(forecast, i), share)),
  );
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}
