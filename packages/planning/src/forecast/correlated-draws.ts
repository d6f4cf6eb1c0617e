import { CELLS } from "./duration-table.ts";
import { LANES, type LatinHypercube, packByLane, placeOfCell } from "./latin-hypercube.ts";
import type { FactorLoading } from "./network-input.ts";
import { normalQuantile } from "./normal-quantile.ts";

/** Normal scores are looked up in steps of 1 / 256 and added up in whole numbers, 256 to a step, which is twice as quick. */
const STEPS_PER_UNIT = 256;
const FINE_BITS = 8;
const FINE_PER_UNIT = STEPS_PER_UNIT << FINE_BITS;

/**
 * A score says in which of 256 equal parts of its table a task lies; which of the four cells there it is changes from batch to batch, for each task in an
 * order of its own. So a batch reads a quarter of every table, and most of the time was waiting for them.
 */
const CELLS_A_PART = 4;

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
  /** Writes the places in its table of a task that follows the factors as the profile says, counted from the place that is answered. */
  draw(places: Uint16Array, stream: number, profile: number): number;
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
    draw: (to, stream, profile) => {
      const row = profile * CELLS + rowOf(stream, batch);
      const order = orderOf(stream, batch);
      const from = profile * LANES;
      for (let lane = 0; lane < LANES; lane++) {
        const score = (own[row + (orders[order + lane] ?? 0)] ?? 0) + (shared[from + lane] ?? 0);
        to[lane] = placeOfScore[score >> FINE_BITS] ?? 0;
      }
      return cellOfPart(order);
    },
  };
}

/** How many places behind the first cell of a part the one lies that is read, taken from the order of the lanes, which is as good as drawn. */
function cellOfPart(order: number): number {
  return (Math.floor(order / (2 * LANES)) % CELLS_A_PART) * LANES;
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

/** For the middle of every step from `-furthest` on the place of the first cell of the part in which its share of the normal distribution lies. */
function placesByScore(furthest: number): Uint16Array {
  const parts = CELLS / CELLS_A_PART;
  const upper = Float64Array.from({ length: parts - 1 }, (_, i) => normalQuantile((i + 1) / parts));
  const places = new Uint16Array(Math.ceil(2 * furthest * STEPS_PER_UNIT) + 1);
  let part = 0;
  for (let step = 0; step < places.length; step++) {
    const score = (step + 0.5) / STEPS_PER_UNIT - furthest;
    while (part < parts - 1 && (upper[part] ?? 0) <= score) part++;
    places[step] = placeOfCell(part * CELLS_A_PART);
  }
  return places;
}
