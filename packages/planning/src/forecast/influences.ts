import { type DurationTable, fixedTable, tableOf } from "./duration-table.ts";
import type { Influence, Minute } from "./network-input.ts";
import { pertTable, type ThreePoints } from "./pert.ts";

export interface Risk {
  /** 0 to 1. */
  readonly probability: number;
  /** What it costs each task that it hits, once it happens. */
  readonly impact: { readonly minutes: Minute | DurationTable } | { readonly percent: number };
  readonly tasks: readonly number[];
  /** A response is in force: it does not happen. */
  readonly mitigated?: boolean;
  readonly stream?: number;
}

/**
 * A risk as an influence on its tasks: either it happens, and then to all of them, or it does not.
 * @example riskInfluence({ probability: 0.2, impact: { percent: 50 }, tasks: [3, 4] }) // in 2 of 10 samples both take half as long again
 */
export function riskInfluence({ probability, impact, tasks, mitigated, stream }: Risk): Influence {
  const chance = mitigated ? 0 : probability;
  const happens = (without: number, cost: (p: number) => number) =>
    tableOf((p) => (p <= 1 - chance ? without : cost((p - 1 + chance) / chance)));
  const common = { tasks, ...(stream === undefined ? {} : { stream }) };
  if ("percent" in impact) return { ...common, multipliesBy: happens(1, () => 1 + impact.percent / 100) };
  const minutes = typeof impact.minutes === "number" ? fixedTable(impact.minutes) : impact.minutes;
  return { ...common, addsMinutes: happens(0, minutes.at) };
}

/**
 * How the remaining work grows while it is done, by cards that are split and by work that is found late: all tasks take longer by the same factor.
 * @example growthInfluence({ low: 1, likely: 1.1, high: 1.4 }, remaining)
 */
export function growthInfluence(factor: ThreePoints, tasks: readonly number[]): Influence {
  return { tasks, multipliesBy: pertTable(factor) };
}
