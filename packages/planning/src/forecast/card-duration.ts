import { type DurationTable, scaledTable } from "./duration-table.ts";
import type { EstimateStyle } from "./estimate-style.ts";
import { pertTable } from "./pert.ts";

/** The estimate of a card in minutes; `null` = not said. */
export interface CardEstimate {
  readonly low: number | null;
  readonly likely: number | null;
  readonly high: number | null;
}

/**
 * How long may this card take, in minutes of work? Three numbers are taken as they are (PERT-beta). With one number the person's style gives the spread
 * around it. With two, the missing end comes from the style and the missing likely lies halfway. `null` when nothing is estimated.
 * @example cardDuration({ low: null, likely: 240, high: null }, style)?.at(0.8)
 */
export function cardDuration(estimate: CardEstimate, style: EstimateStyle): DurationTable | null {
  const { low, high } = estimate;
  const likely = estimate.likely ?? (low !== null && high !== null ? (low + high) / 2 : (low ?? high));
  if (likely === null) return null;
  if (low === null || high === null) {
    const ratios = style.ratiosNear(likely);
    if (low === high || estimate.likely === null) return scaledTable(ratios, likely);
    const ends = { low: low ?? likely * ratios.at(0.05), high: high ?? likely * ratios.at(0.95) };
    return pertTable({ low: Math.min(ends.low, likely), likely, high: Math.max(ends.high, likely) });
  }
  return pertTable({ low, likely, high });
}
