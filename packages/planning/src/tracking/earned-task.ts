import type { CivilDate } from "../plan.ts";

/**
 * How a task earns its budget: `percent` with the work done; `zero_hundred` all of it at the end; `fifty_fifty` half at the start, half
 * at the end. The last two are usual for fixed-price milestones, whose price nobody owes in parts.
 */
export type EarningRule = "percent" | "zero_hundred" | "fifty_fifty";

/** On this day so many of its equal parts were done: 3 of 7 cards, 40 of 100 percent. A fraction of whole numbers, so it stays exact. */
export interface ProgressEvent {
  readonly on: CivilDate;
  readonly done: number;
  readonly of: number;
}

/** A task of the baseline with what has happened to it since. */
export interface EarnedTask {
  readonly id: string;
  readonly startOn: CivilDate;
  readonly finishOn: CivilDate;
  /** A whole number: minutes of effort, or money in its smallest unit. The same for all tasks of a plan. */
  readonly budget: number;
  readonly rule: EarningRule;
  /** Oldest first. */
  readonly progress: readonly ProgressEvent[];
}

/** What was spent on a day, in the unit of the budgets. */
export interface Spending {
  readonly on: CivilDate;
  readonly amount: number;
}

/** What so many of `of` equal steps are worth, rounded down to the whole unit so that sums stay exact and the last step makes it whole. */
export function earnedPart(budget: number, rule: EarningRule, done: number, of: number): number {
  if (done >= of) return budget;
  if (done <= 0 || rule === "zero_hundred") return 0;
  return rule === "fifty_fifty" ? Math.floor(budget / 2) : Math.floor((budget * done) / of);
}
