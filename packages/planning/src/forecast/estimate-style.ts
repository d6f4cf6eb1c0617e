import type { DurationTable } from "./duration-table.ts";
import { exponential, naturalLog } from "./elementary.ts";
import { observedTable, type Weighted } from "./observed-table.ts";
import { POPULATION_SPREAD } from "./population-spread.ts";

/** Below so many finished cards nothing is learned from them. */
export const ENOUGH_OUTCOMES = 10;

/** The population counts as much as so many finished cards of one's own. */
const POPULATION_WEIGHT = 10;
const POPULATION_STEPS = 40;
/** So many cards later an outcome counts half; only the last thousand are remembered. */
const HALF_LIFE = 500;
const REMEMBERED = 1000;
/** An estimate that differs by 30 % says a quarter of what the same one says; another kind of work a twentieth. */
const CLOSE = 0.3;
const OTHER_KIND = 0.05;
/** However unlike they are, all cards together say as much as three that are alike. */
const UNLIKE_WEIGHT = 3;
/** What is written down is rounded: who says 4 h took a little less as often as a little more. */
const ROUNDING = 0.001;

/** A finished card: what was estimated (above 0) and what it took, in the same unit. */
export interface Outcome {
  readonly estimate: number;
  readonly actual: number;
  /** What kind of work it was, where it is known. */
  readonly kind?: string;
}

/** How somebody's actuals compare with the estimates. */
export interface EstimateStyle {
  /** Actual divided by estimate, all cards alike. */
  readonly ratios: DurationTable;
  /** On so many own finished cards it rests; 0 = the population's. */
  readonly outcomes: number;
  /** Actual divided by estimate for a card with this estimate: cards of about the same estimate, and of the same kind, say most. */
  ratiosNear(estimate: number, kind?: string): DurationTable;
}

/**
 * How does this person estimate? Learned from own finished cards, the oldest first; what is recent counts more, and the spread of the population
 * counts as much as ten cards. Below ten cards nothing is learned: the population's. Cards without an estimate or with a negative actual are left out.
 * @example scaledTable(estimateStyle(finished).ratiosNear(240), 240).at(0.8) // minutes within which 8 of 10 cards of 4 h are done
 */
export function estimateStyle(finished: readonly Outcome[]): EstimateStyle {
  const usable = finished.filter(({ estimate, actual }) => estimate > 0 && actual >= 0);
  if (usable.length < ENOUGH_OUTCOMES)
    return { ratios: POPULATION_SPREAD, outcomes: 0, ratiosNear: () => POPULATION_SPREAD };
  const recent = usable.slice(-REMEMBERED);
  const fading = recencyWeights(recent.length, HALF_LIFE);
  const known = new Map<string, DurationTable>();
  const ratios = tableOfRatios(recent, fading);
  return {
    ratios,
    outcomes: usable.length,
    ratiosNear: (estimate, kind) => {
      if (!(estimate > 0)) return ratios;
      const key = `${estimate} ${kind ?? ""}`;
      const table = known.get(key) ?? tableOfRatios(recent, likeness(recent, fading, estimate, kind));
      known.set(key, table);
      return table;
    },
  };
}

/** Weights of `n` outcomes, the oldest first: the last counts 1, one that lies `halfLife` outcomes back counts 0.5. */
export function recencyWeights(n: number, halfLife: number): Float64Array {
  const weights = new Float64Array(n);
  const step = exponential(-naturalLog(2) / halfLife);
  for (let i = n - 1, weight = 1; i >= 0; i--, weight *= step) weights[i] = weight;
  return weights;
}

/** How much each outcome says about a card with this estimate. */
function likeness(
  outcomes: readonly Outcome[],
  fading: Float64Array,
  estimate: number,
  kind: string | undefined,
): Float64Array {
  const all = fading.reduce((sum, weight) => sum + weight, 0);
  return fading.map((weight, i) => {
    const outcome = outcomes[i];
    if (!outcome) return 0;
    const apart = naturalLog(estimate / outcome.estimate) / CLOSE;
    const near = 1 / ((1 + apart * apart) * (1 + apart * apart));
    return weight * (near * (outcome.kind === kind ? 1 : OTHER_KIND) + UNLIKE_WEIGHT / all);
  });
}

function tableOfRatios(outcomes: readonly Outcome[], weights: Float64Array): DurationTable {
  const own = outcomes.flatMap(({ estimate, actual }, i): Weighted[] => {
    const weight = (weights[i] ?? 0) / 2;
    const ratio = actual / estimate;
    return [
      { value: ratio * (1 - ROUNDING), weight },
      { value: ratio * (1 + ROUNDING), weight },
    ];
  });
  return observedTable([...own, ...POPULATION]);
}

const POPULATION: readonly Weighted[] = Array.from({ length: POPULATION_STEPS }, (_, i) => ({
  value: POPULATION_SPREAD.at((i + 0.5) / POPULATION_STEPS),
  weight: POPULATION_WEIGHT / POPULATION_STEPS,
}));
