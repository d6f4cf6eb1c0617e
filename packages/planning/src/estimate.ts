import type { PlanCard } from "./plan.ts";

/** Effort in minutes behind the quick sizes of a card; a workspace may set its own. */
export const DEFAULT_SIZES = { S: 120, M: 480, L: 1440 } as const;

export type Size = keyof typeof DEFAULT_SIZES;

/**
 * The median of the likely estimates in whole minutes, rounded down; `null` when nothing is estimated.
 * @example medianEstimate([{ likely: 120 }, { likely: 481 }, { likely: null }]) // 300
 */
export function medianEstimate(cards: readonly Pick<PlanCard, "likely">[]): number | null {
  const minutes = cards.flatMap(({ likely }) => likely ?? []).sort((a, b) => a - b);
  const upper = minutes[minutes.length >> 1];
  const lower = minutes[(minutes.length - 1) >> 1];
  return upper === undefined || lower === undefined ? null : Math.floor((lower + upper) / 2);
}
