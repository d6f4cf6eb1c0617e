/** Sums of whole units at one status date. */
export interface ValueSums {
  /** BAC: the whole budget. */
  readonly budget: number;
  /** PV. */
  readonly planned: number;
  /** EV. */
  readonly earned: number;
  /** AC. */
  readonly spent: number;
}

/** Indices are quotients of whole numbers, `null` where the divisor is 0; amounts are whole units, rounded half up from exact fractions. */
export interface CostIndices {
  /** SV = EV - PV. */
  readonly scheduleVariance: number;
  /** CV = EV - AC. */
  readonly costVariance: number;
  /** SPI = EV / PV. */
  readonly scheduleIndex: number | null;
  /** CPI = EV / AC. */
  readonly costIndex: number | null;
  /** EAC = BAC / CPI: the rest costs as the work so far did. */
  readonly estimateAtCompletion: number | null;
  /** EAC = AC + BAC - EV: the rest costs what was planned. */
  readonly estimateAsPlanned: number;
  /** EAC = AC + (BAC - EV) / (CPI x SPI): being late costs too. */
  readonly estimateWithDelay: number | null;
  /** VAC = BAC - EAC. */
  readonly varianceAtCompletion: number | null;
  /** TCPI = (BAC - EV) / (BAC - AC): the efficiency that keeps the budget; `null` once it is spent. */
  readonly toCompleteIndex: number | null;
}

/**
 * What do planned, earned and spent value say about cost and pace?
 *
 * Source: Project Management Institute, "The Standard for Earned Value Management", 2019.
 * @example costIndices({ budget: 100_000, planned: 40_000, earned: 35_000, spent: 63_000 })
 * // { scheduleIndex: 0.875, costIndex: 0.5555..., estimateAtCompletion: 180_000, estimateAsPlanned: 128_000, ... }
 */
export function costIndices({ budget, planned, earned, spent }: ValueSums): CostIndices {
  const left = budget - earned;
  const estimateAtCompletion = earned > 0 ? quotient([budget, spent], [earned]) : null;
  const late = earned > 0 ? quotient([left, spent, planned], [earned, earned]) : null;
  return {
    scheduleVariance: earned - planned,
    costVariance: earned - spent,
    scheduleIndex: ratio(earned, planned),
    costIndex: ratio(earned, spent),
    estimateAtCompletion,
    estimateAsPlanned: spent + left,
    estimateWithDelay: late === null ? null : spent + late,
    varianceAtCompletion: estimateAtCompletion === null ? null : budget - estimateAtCompletion,
    toCompleteIndex: budget > spent ? left / (budget - spent) : null,
  };
}

function ratio(above: number, below: number): number | null {
  return below > 0 ? above / below : null;
}

/** Product over product, none of them negative, rounded half up; exact however large the products are. */
function quotient(above: readonly number[], below: readonly number[]): number {
  const product = (factors: readonly number[]) => factors.reduce((all, each) => all * BigInt(each), 1n);
  const divisor = product(below);
  return Number((2n * product(above) + divisor) / (2n * divisor));
}
