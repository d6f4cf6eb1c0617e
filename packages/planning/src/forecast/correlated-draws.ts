import { CELLS } from "./duration-table.ts";
import { LANES, type LatinHypercube, packByLane, placeOfCell } from "./latin-hypercube.ts";
import type { FactorLoading } from "./network-input.ts";
import { normalQuantile } from "./normal-quantile.ts";

/** Normal scores are looked up in steps of 1 / 256 between -5 and 5. */
const STEPS_PER_UNIT = 256;
const LIMIT = 5;

/** Draws for one task whose place follows its shared factors and, for the rest, chance of its own. */
export type DrawCorrelated = (places: Int32Array, stream: number, loadings: readonly FactorLoading[]) => void;

/**
 * Lets tasks move together without changing how each is spread: a Gaussian copula. The normal score of a task is the loading-weighted sum of the
 * scores of its shared factors and an own one; its share of the normal distribution is the share at which its table is read. Call `begin` once a batch.
 *
 * Source: D. X. Li, "On default correlation: a copula function approach", 2000.
 */
export function correlatedDraws(
  { draw }: LatinHypercube,
  factors: number,
  streamOfFactor: (factor: number) => number,
): { readonly begin: (batch: number) => void; readonly draw: DrawCorrelated } {
  const scores = packByLane(new Float64Array(CELLS), 0, (cell) => normalQuantile((cell + 0.5) / CELLS));
  const placeOfScore = placesByScore();
  const factorScores = new Float64Array(factors * LANES);
  const sums = new Float64Array(LANES);
  const own = new Int32Array(LANES);
  let current = 0;
  const begin = (batch: number) => {
    current = batch;
    for (let factor = 0; factor < factors; factor++) {
      draw(own, streamOfFactor(factor), batch);
      for (let lane = 0; lane < LANES; lane++)
        factorScores[factor * LANES + lane] = scores[own[lane] ?? 0] ?? 0;
    }
  };
  const drawCorrelated: DrawCorrelated = (places, stream, loadings) => {
    draw(own, stream, current);
    const ownLoading = Math.sqrt(Math.max(0, 1 - sumOfSquares(loadings)));
    for (let lane = 0; lane < LANES; lane++) sums[lane] = ownLoading * (scores[own[lane] ?? 0] ?? 0);
    for (const { factor, loading } of loadings)
      for (let lane = 0, from = factor * LANES; lane < LANES; lane++)
        sums[lane] = (sums[lane] ?? 0) + loading * (factorScores[from + lane] ?? 0);
    for (let lane = 0; lane < LANES; lane++) places[lane] = placeOfScore[scoreStep(sums[lane] ?? 0)] ?? 0;
  };
  return { begin, draw: drawCorrelated };
}

function sumOfSquares(loadings: readonly FactorLoading[]): number {
  return loadings.reduce((sum, { loading }) => sum + loading * loading, 0);
}

function scoreStep(score: number): number {
  return Math.floor((Math.min(Math.max(score, -LIMIT), LIMIT) + LIMIT) * STEPS_PER_UNIT);
}

/** For the middle of every step the place of the cell in which its share of the normal distribution lies. */
function placesByScore(): Int32Array {
  const upper = Float64Array.from({ length: CELLS - 1 }, (_, i) => normalQuantile((i + 1) / CELLS));
  const places = new Int32Array(2 * LIMIT * STEPS_PER_UNIT + 1);
  let cell = 0;
  for (let step = 0; step < places.length; step++) {
    const score = (step + 0.5) / STEPS_PER_UNIT - LIMIT;
    while (cell < CELLS - 1 && (upper[cell] ?? 0) <= score) cell++;
    places[step] = placeOfCell(cell);
  }
  return places;
}
