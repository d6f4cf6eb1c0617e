import type { ForecastNetwork } from "./forecast-network.ts";
import { LANES } from "./latin-hypercube.ts";
import type { Draws, Minute } from "./network-input.ts";
import { networkSampler } from "./network-sampler.ts";
import { ascendingInts, chanceBy, percentile } from "./percentiles.ts";

/** Shares that a forecast names: P20 is the minute within which 2 of 10 courses end. */
export const SHARES = { p5: 0.05, p10: 0.1, p20: 0.2, p50: 0.5, p80: 0.8, p90: 0.9, p95: 0.95 } as const;

export type Percentiles = { readonly [name in keyof typeof SHARES]: Minute };

/** When one step (a milestone, as a rule) is reached. */
export interface TargetForecast {
  readonly task: number;
  readonly percentiles: Percentiles;
  readonly mean: Minute;
  /** The chance to be reached by the promised minute; `null` when nothing was promised. */
  readonly chance: number | null;
}

export interface ForecastTarget {
  readonly task: number;
  readonly by?: Minute | null;
}

/**
 * When will these steps be reached? Every step takes what its table gives, as early as its predecessors let it (people who do one thing at a time are not
 * looked at here), so that where paths meet the latest decides, sample by sample.
 *
 * Source: R. M. Van Slyke, "Monte Carlo methods and the PERT problem", 1963.
 * @example forecastTargets(network, { samples: 2_000, seed: 7 }, [{ task: 12, by: 4_800 }])[0].percentiles.p80
 */
export function forecastTargets(
  network: ForecastNetwork,
  draws: Draws,
  targets: readonly ForecastTarget[],
): TargetForecast[] {
  const samples = sampleFinishes(
    network,
    draws,
    targets.map(({ task }) => task),
  );
  return targets.map(({ task, by = null }, i) => {
    const ascending = ascendingInts(samples[i] ?? new Int32Array());
    const chance = by === null ? null : chanceBy(ascending, by);
    return { task, percentiles: percentilesOf(ascending), mean: meanOf(ascending), chance };
  });
}

/**
 * The minutes at which these steps finish, sample by sample: the same sample of two scenarios with the same seed has the same luck.
 * @example sampleFinishes(network, { samples: 1_000, seed: 7 }, [12])[0] // 1,024 minutes
 */
export function sampleFinishes(
  network: ForecastNetwork,
  { samples, seed }: Draws,
  tasks: readonly number[],
): Int32Array[] {
  const batches = Math.ceil(samples / LANES);
  const sampler = networkSampler(network, seed);
  const finishes = tasks.map(() => new Int32Array(batches * LANES));
  for (let batch = 0; batch < batches; batch++) {
    sampler.run(batch);
    finishes.forEach((own, i) => {
      const from = (tasks[i] ?? 0) * LANES;
      for (let lane = 0; lane < LANES; lane++) own[batch * LANES + lane] = sampler.finish[from + lane] ?? 0;
    });
  }
  return finishes;
}

/** The named percentiles of samples in ascending order. */
export function percentilesOf(ascending: ArrayLike<number>): Percentiles {
  const { p5, p10, p20, p50, p80, p90, p95 } = SHARES;
  const of = (share: number) => percentile(ascending, share);
  return { p5: of(p5), p10: of(p10), p20: of(p20), p50: of(p50), p80: of(p80), p90: of(p90), p95: of(p95) };
}

function meanOf(values: Int32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
