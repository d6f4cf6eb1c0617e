import { CELLS } from "./duration-table.ts";
import { LANES, type LatinHypercube, packByLane, placeOfCell } from "./latin-hypercube.ts";
import type { FactorLoading } from "./network-input.ts";
import { normalQuantile } from "./normal-quantile.ts";

/** Normal scores are looked up in steps of 1 / 256 and added up in whole numbers, 256 to a step, which is twice as quick. */
const STEPS_PER_UNIT = 256;
const FINE_BITS = 8;
const FINE_PER_UNIT = STEPS_PER_UNIT << FINE_BITS;

/** The normal score of each place. */
const scores = packByLane(
  new Float64Array(CELLS),
  0,
  (cell) => FINE_PER_UNIT * normalQuantile((cell + 0.5) / CELLS),
);

/** Draws for tasks whose places follow shared factors and, for the rest, chance of their own. */
export interface CorrelatedDraws {
  /** Draws the factors; once a batch, before `draw`. */
  begin(batch: number): void;
  /** Writes what a task takes that follows the factors as the profile says; its table begins at `begin` in `values`. */
  draw(to: Int32Array, stream: number, profile: number, values: Int32Array, begin: number): void;
}

/**
 * Lets tasks move together without changing how each is spread: a Gaussian copula. The normal score of a task is the loading-weighted sum of the
 * scores of its shared factors and an own one; its share of the normal distribution is the share at which its table is read.
 *
 * Source: D. X. Li, "On default correlation: a copula function approach", 2000.
 * @param profiles the different ways in which tasks follow factors
 */
export function correlatedDraws(
  { draw, orders, orderOf, rowOf }: LatinHypercube,
  profiles: readonly (readonly FactorLoading[])[],
  streamOfFactor: (factor: number) => number,
): CorrelatedDraws {
  const furthest = -normalQuantile(0.5 / CELLS) * largestSum(profiles);
  const placeOfScore = placesByScore(furthest);
  const own = ownScores(profiles);
  const shared = new Int32Array(profiles.length * LANES);
  const places = new Int32Array(LANES);
  let batch = 0;
  const addFactor = (profile: number, { factor, loading }: FactorLoading) => {
    draw(places, streamOfFactor(factor), batch);
    for (let lane = 0, at = profile * LANES; lane < LANES; lane++, at++)
      shared[at] = (shared[at] ?? 0) + Math.round(loading * (scores[places[lane] ?? 0] ?? 0));
  };
  return {
    begin: (next) => {
      batch = next;
      shared.fill(Math.ceil(furthest * FINE_PER_UNIT));
      profiles.forEach((loadings, profile) => {
        for (const loading of loadings) addFactor(profile, loading);
      });
    },
    draw: (to, stream, profile, values, begin) => {
      const row = profile * CELLS + rowOf(stream, batch);
      const order = orderOf(stream, batch);
      const from = profile * LANES;
      for (let lane = 0; lane < LANES; lane++) {
        const score = (own[row + (orders[order + lane] ?? 0)] ?? 0) + (shared[from + lane] ?? 0);
        to[lane] = values[begin + (placeOfScore[score >> FINE_BITS] ?? 0)] ?? 0;
      }
    },
  };
}

/** For each profile what a task's own score adds, by place. */
function ownScores(profiles: readonly (readonly FactorLoading[])[]): Int32Array {
  const own = new Int32Array(profiles.length * CELLS);
  profiles.forEach((loadings, profile) => {
    const loading = Math.sqrt(Math.max(0, 1 - sumOfSquares(loadings)));
    scores.forEach((score, place) => {
      own[profile * CELLS + place] = Math.round(loading * score);
    });
  });
  return own;
}

function sumOfSquares(loadings: readonly FactorLoading[]): number {
  return loadings.reduce((sum, { loading }) => sum + loading * loading, 0);
}

/** How much a profile can add up to, its own part included, when all scores are 1. */
function largestSum(profiles: readonly (readonly FactorLoading[])[]): number {
  return profiles.reduce(
    (largest, loadings) =>
      Math.max(
        largest,
        loadings.reduce((sum, { loading }) => sum + Math.abs(loading), 1),
      ),
    1,
  );
}

/** For the middle of every step from `-furthest` on the place of the cell in which its share of the normal distribution lies. */
function placesByScore(furthest: number): Int32Array {
  const upper = Float64Array.from({ length: CELLS - 1 }, (_, i) => normalQuantile((i + 1) / CELLS));
  const places = new Int32Array(Math.ceil(2 * furthest * STEPS_PER_UNIT) + 1);
  let cell = 0;
  for (let step = 0; step < places.length; step++) {
    const score = (step + 0.5) / STEPS_PER_UNIT - furthest;
    while (cell < CELLS - 1 && (upper[cell] ?? 0) <= score) cell++;
    places[step] = placeOfCell(cell);
  }
  return places;
}
