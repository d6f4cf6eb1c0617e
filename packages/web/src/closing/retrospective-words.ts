import { counted } from "../lib/counted.ts";
import type { Retrospective } from "./retrospective.api.ts";

type Facts = Retrospective["facts"];

/** "4 of 5 safe dates held"; null where nothing was forecast. */
export function heldSentence({ safe }: Facts): string | null {
  return safe.of === 0 ? null : `${safe.held} of ${counted(safe.of, "safe date")} held`;
}

/** "2 days late", "1 day early", "on the day". */
export function slipText(days: number | null): string {
  if (days === null) return "-";
  if (days === 0) return "on the day";
  return `${counted(Math.abs(days), "working day")} ${days > 0 ? "later" : "earlier"}`;
}

/** "148 of 150 orders: 93 % of the way". */
export function outcomeText({ current, target, unit, share, met }: Facts["objectives"][number]): string {
  if (target === null) return "No target was set.";
  const unitText = unit ? ` ${unit}` : "";
  if (current === null) return `Not measured; the target was ${target}${unitText}.`;
  const reached = `${current} of ${target}${unitText}`;
  if (met) return `${reached}: reached`;
  return share === null ? reached : `${reached}: ${Math.round(share * 100)} % of the way`;
}

/** "took 1.2 times what was said". */
export function ratioText(ratio: number): string {
  const rounded = Math.round(ratio * 10) / 10;
  return rounded === 1 ? "took what was said" : `took ${rounded} times what was said`;
}
