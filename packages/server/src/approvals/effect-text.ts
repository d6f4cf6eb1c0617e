import type { Say } from "../words/say.ts";
import type { ApprovalChoiceView } from "./approval-snapshot.view.ts";
import { daysText, priceText } from "./price-text.ts";

/** What an answer does to dates and price, in one line; empty where it says nothing of either. */
export function effectText(say: Say, { days, priceMinor }: ApprovalChoiceView, currency: string): string {
  const lines = [
    ...(days === null ? [] : [daysText(say, days)]),
    ...(priceMinor === null ? [] : [priceText(say, priceMinor, currency)]),
  ];
  return lines.join(" · ");
}
