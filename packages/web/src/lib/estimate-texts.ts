import type { Estimate } from "./card-acts.ts";
import { minutesOf, minutesText } from "./minutes.ts";

export const ESTIMATE_PARTS = [
  ["low", "Low"],
  ["likely", "Likely"],
  ["high", "High"],
] as const;

export type EstimateTexts = Record<keyof Estimate, string>;

export function estimateTexts({ low, likely, high }: Estimate): EstimateTexts {
  return {
    low: low === null ? "" : minutesText(low),
    likely: likely === null ? "" : minutesText(likely),
    high: high === null ? "" : minutesText(high),
  };
}

/** What was typed as minutes, or why it cannot be read. */
export function readEstimate(texts: EstimateTexts): Estimate | string {
  const found: Estimate = { low: null, likely: null, high: null };
  for (const [part, label] of ESTIMATE_PARTS) {
    if (!texts[part].trim()) continue;
    const minutes = minutesOf(texts[part]);
    if (minutes === null) return `${label}: write hours or minutes, such as 4h or 30m.`;
    found[part] = minutes;
  }
  const { low, likely, high } = found;
  if ((low !== null || high !== null) && likely === null) return "Say what is likely, too.";
  if (likely !== null && ((low ?? likely) > likely || likely > (high ?? likely)))
    return "It goes from low over likely to high.";
  return found;
}
