import { slipWords } from "../lib/baseline.ts";
import { dayText, shortDay } from "../lib/dates.ts";
import type { PortfolioProject } from "./portfolio.api.ts";

export type ProjectSlip = NonNullable<PortfolioProject["slip"]>;

/** "+9 d vs baseline"; where the end holds but something before it does not, both are said. */
export function slipText({ days, later }: ProjectSlip): string {
  if (days !== 0) return `${slipWords(days, false)} vs baseline`;
  return later === 0 ? "on baseline" : `end on baseline, ${later} later`;
}

/** What the small picture shows, in words: which end, against what, and when it moved. */
export function slipSentence({ n, takenOn, days, weeks }: ProjectSlip, end: string): string {
  const now =
    days === 0
      ? `${end} is where baseline ${n} (${dayText(takenOn)}) had it`
      : `${end} is ${countText(days)} than in baseline ${n} (${dayText(takenOn)})`;
  const moves = weeks.filter((week, at) => at > 0 && week.days !== weeks[at - 1]?.days);
  if (moves.length === 0) return `${now}.`;
  const told = moves.map((move) => `${slipWords(move.days, false) || "on baseline"} by ${shortDay(move.on)}`);
  const past = weeks.length - 1;
  return `${now}. In the last ${past === 1 ? "week" : `${past} weeks`}: ${told.join(", ")}.`;
}

function countText(days: number): string {
  const count = Math.abs(days);
  return `${count} working ${count === 1 ? "day" : "days"} ${days > 0 ? "later" : "earlier"}`;
}
