import { medianEstimate } from "../estimate.ts";
import type { Plan, PlanCard } from "../plan.ts";

/** Of a card that has used up its estimate, this part of it is still left: 1 / 10. */
const LEFT_AT_LEAST = 10;

/** What is taken for the effort of a card without an estimate: the plan's median, else `unestimated`. */
export function usualEffort(plan: Pick<Plan, "cards">, unestimated: number): number {
  return medianEstimate(plan.cards) ?? unestimated;
}

/**
 * The minutes of effort that a card still needs when it takes `total` in all. Work that is not done is never taken to be: a tenth of
 * the total is left at least.
 * @example remainingOf({ doneMinutes: 120 }, 480) // 360
 * @example remainingOf({ doneMinutes: 600 }, 480) // 48
 */
export function remainingOf({ doneMinutes }: Pick<PlanCard, "doneMinutes">, total: number): number {
  return Math.max(total - doneMinutes, Math.ceil(total / LEFT_AT_LEAST));
}

/**
 * Effort in equal shares, the odd minutes to the first ones: nothing is lost.
 * @example sharesOf(100, 3) // [34, 33, 33]
 */
export function sharesOf(minutes: number, people: number): number[] {
  const share = Math.floor(minutes / people);
  const odd = minutes - share * people;
  return Array.from({ length: people }, (_, i) => share + (i < odd ? 1 : 0));
}

/**
 * The working time of a person that an effort takes, when only a share of it belongs to the project; rounded up to whole minutes.
 * @example workingTimeOf(100, 50) // 200
 */
export function workingTimeOf(minutes: number, percent: number): number {
  return Math.ceil((minutes * 100) / percent);
}
