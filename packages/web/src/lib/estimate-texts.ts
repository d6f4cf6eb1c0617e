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

/** "4 h", or "2 h / 4 h / 8 h" where the best and the worst are said: the words that {@link readEstimateLine} reads back. */
export function estimateLine({ low, likely, high }: Estimate): string {
  if (likely === null) return "";
  if (low === null && high === null) return minutesText(likely);
  return [low ?? likely, likely, high ?? likely].map(minutesText).join(" / ");
}

const EFFORT = /\d+(?:[.,]\d+)?\s*(?:min|[mhd])?/gi;

/** "4h", or best, likely and worst as "2h 4h 8h" or "2 h / 4 h / 8 h", in minutes; or why it cannot be read. */
export function readEstimateLine(typed: string): Estimate | string {
  const parts = typed.match(EFFORT) ?? [];
  const between = typed.replaceAll(EFFORT, "").replaceAll(/[\s/–-]/g, "");
  if (between !== "" || ![0, 1, 3].includes(parts.length))
    return "Write hours, such as 4h, or best, likely and worst: 2h 4h 8h.";
  const [low = "", likely = "", high = ""] = parts.length === 1 ? ["", ...parts] : parts;
  return readEstimate({ low, likely, high });
}
