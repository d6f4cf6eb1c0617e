import type { DurationTable } from "./duration-table.ts";
import { exponential, naturalLog } from "./elementary.ts";
import { observedTable, type Weighted } from "./observed-table.ts";
import { POPULATION_SPREAD } from "./population-spread.ts";

/** Below so many finished cards nothing is learned from them. */
export const ENOUGH_OUTCOMES = 10;

/** The population counts as much as so many finished cards of one's own. */
const POPULATION_WEIGHT = 10;
/** So many cards later an outcome counts half. */
const HALF_LIFE = 100;
const POPULATION_STEPS = 40;

/** A finished card: what was estimated (above 0) and what it took, in the same unit. */
export interface Outcome {
  readonly estimate: number;
  readonly actual: number;
}

/** How somebody's actuals compare with the estimates. */
export interface EstimateStyle {
  /** Actual divided by estimate. */
  readonly ratios: DurationTable;
  /** On so many own finished cards it rests; 0 = the population's. */
  readonly outcomes: number;
}

/**
 * How does this person estimate? Learned from own finished cards, the oldest first; what is recent counts more, and the spread of the population
 * counts as much as ten cards. Below ten cards nothing is learned: the population's. Cards without an estimate or with a negative actual are left out.
 * @example scaledTable(estimateStyle(finished).ratios, 240).at(0.8) // minutes within which 8 of 10 cards of 4 h are done
 */
export function estimateStyle(finished: readonly Outcome[]): EstimateStyle {
  const usable = finished.filter(({ estimate, actual }) => estimate > 0 && actual >= 0);
  if (usable.length < ENOUGH_OUTCOMES) return { ratios: POPULATION_SPREAD, outcomes: 0 };
  const fading = recencyWeights(usable.length, HALF_LIFE);
  const own = usable.map(({ estimate, actual }, i) => ({ value: actual / estimate, weight: fading[i] ?? 0 }));
  return { ratios: observedTable([...own, ...POPULATION]), outcomes: usable.length };
}

/** Weights of `n` outcomes, the oldest first: the last counts 1, one that lies `halfLife` outcomes back counts 0.5. */
export function recencyWeights(n: number, halfLife: number): Float64Array {
  const weights = new Float64Array(n);
  const step = halfwayStep(halfLife);
  for (let i = n - 1, weight = 1; i >= 0; i--, weight *= step) weights[i] = weight;
  return weights;
}

/** The factor that gives 1/2 after `n` steps. */
function halfwayStep(n: number): number {
  return exponential(-naturalLog(2) / n);
}

const POPULATION: readonly Weighted[] = Array.from({ length: POPULATION_STEPS }, (_, i) => ({
  value: POPULATION_SPREAD.at((i + 0.5) / POPULATION_STEPS),
  weight: POPULATION_WEIGHT / POPULATION_STEPS,
}));
