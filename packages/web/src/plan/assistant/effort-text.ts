import type { Estimate } from "../../lib/card-acts.ts";
import { minutesOf, minutesText } from "../../lib/minutes.ts";

/** "4 h", or "2 h / 4 h / 8 h" where the best and the worst are said: the words that {@link effortOf} reads back. */
export function effortText({ low, likely, high }: Estimate): string {
  if (likely === null) return "";
  if (low === null && high === null) return minutesText(likely);
  return [low ?? likely, likely, high ?? likely].map(minutesText).join(" / ");
}

/** "4h", or best, likely and worst as "2h 4h 8h" or "2 h / 4 h / 8 h"; null when it cannot be read. */
export function effortOf(typed: string): Estimate | null {
  if (typed.trim() === "") return { low: null, likely: null, high: null };
  const parts = typed.match(/\d+(?:[.,]\d+)?\s*(?:min|[mhd])?/gi) ?? [];
  const left = parts.reduce((rest, part) => rest.replace(part, ""), typed).replaceAll(/[\s/–-]/g, "");
  const minutes = parts.map(minutesOf);
  if (left !== "" || minutes.some((each) => each === null)) return null;
  const [first, second, third] = minutes;
  if (first === undefined || first === null) return null;
  if (minutes.length === 1) return { low: null, likely: first, high: null };
  if (minutes.length !== 3 || !second || !third || first > second || second > third) return null;
  return { low: first, likely: second, high: third };
}
