import { shortDay } from "../lib/dates.ts";
import type { Trend, TrendMilestone } from "./trend.api.ts";

const TOLD = 3;

/** Two days at least have something to say. */
export function hasTrend({ milestones }: Trend): boolean {
  const days = new Set(milestones.flatMap(({ points }) => points.map(({ on }) => on)));
  return days.size > 1;
}

/** "M3 moved 3 times, +5 d; M4 and M5 follow it. M2 moved once, +5 d." */
export function trendSentence({ milestones }: Trend): string {
  const moved = milestones.filter(({ moves }) => moves > 0);
  const shown = new Set(moved.map(({ id }) => id));
  const leaders = moved
    .filter(({ followsId }) => followsId === null || !shown.has(followsId))
    .sort((a, b) => b.moves - a.moves || Math.abs(b.slipDays) - Math.abs(a.slipDays));
  const [first] = milestones.flatMap(({ points }) => points.map(({ on }) => on)).sort();
  if (leaders.length === 0) return first ? `Every date has held since ${shortDay(first)}.` : "";
  const told = leaders.slice(0, TOLD).map((leader) => `${movedWords(leader)}${followersOf(leader, moved)}.`);
  const rest = leaders.length - TOLD;
  const slipping = milestones.filter(({ willSlip }) => willSlip).map(({ number }) => `M${number}`);
  return [
    ...told,
    ...(rest > 0 ? [`${rest} more moved.`] : []),
    ...(slipping.length > 0 ? [`${slipping.join(", ")} will probably slip again.`] : []),
  ].join(" ");
}

function movedWords({ number, moves, slipDays }: TrendMilestone): string {
  return `M${number} moved ${timesWords(moves)}, ${daysWords(slipDays)}`;
}

function followersOf({ id }: TrendMilestone, moved: readonly TrendMilestone[]): string {
  const names = moved.filter(({ followsId }) => followsId === id).map(({ number }) => `M${number}`);
  const last = names.pop();
  if (last === undefined) return "";
  return names.length === 0 ? `; ${last} follows it` : `; ${names.join(", ")} and ${last} follow it`;
}

function timesWords(moves: number): string {
  return moves === 1 ? "once" : `${moves} times`;
}

/** "+14 d" in working days; "back where it was" where all its moves come to nothing. */
function daysWords(days: number): string {
  if (days === 0) return "and is back where it was";
  return `${days > 0 ? "+" : "−"}${Math.abs(days)} d`;
}
