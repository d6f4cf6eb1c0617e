import { shortDay } from "../lib/dates.ts";
import type { Trend, TrendMilestone } from "./trend.api.ts";

const TOLD = 3;

/** Two days at least have something to say. */
export function hasTrend({ milestones }: Trend): boolean {
  const days = new Set(milestones.flatMap(({ points }) => points.map(({ on }) => on)));
  return days.size > 1;
}

/** A review that was not held lies between two that were. */
export function isDotted({ by, reviews }: Pick<Trend, "by" | "reviews">): boolean {
  const held = reviews.findIndex(({ state }) => state === "held");
  const last = reviews.findLastIndex(({ state }) => state === "held");
  return by === "reviews" && reviews.slice(held, last).some(({ state }) => state !== "held");
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
  const shape = ({ id }: TrendMilestone) => leaders.some((leader) => leader.id === id);
  const told = leaders.slice(0, TOLD).map((leader) => `${movedWords(leader)}${followersOf(leader, moved)}.`);
  const rest = leaders.length - TOLD;
  const slipping = milestones.filter(({ willSlip }) => willSlip);
  return [
    ...told,
    ...(rest > 0 ? [`${rest} more moved.`] : []),
    ...shapesOf(moved.filter(shape)),
    ...(slipping.length > 0 ? [`${listed(slipping)} will probably slip again.`] : []),
  ].join(" ");
}

const SHAPES: Partial<
  Record<TrendMilestone["class"], { word: string; told: [one: string, several: string] }>
> = {
  steady: { word: "Holds its date", told: ["", ""] },
  drifting: { word: "Later and later", told: ["drifts later and later", "drift later and later"] },
  see_saw: { word: "Back and forth", told: ["goes back and forth", "go back and forth"] },
  frozen_then_jump: {
    word: "Held long, then jumped",
    told: ["held its date until late, then jumped", "held their dates until late, then jumped"],
  },
};

/** What a line looks like, in words. */
export function shapeWord({ class: shape, moves }: Pick<TrendMilestone, "class" | "moves">): string {
  if (shape === "steady" && moves > 0) return "Steady on the whole";
  return SHAPES[shape]?.word ?? "Too few days to say";
}

/** "M3 and M7 drift later and later." What holds its date needs no words. */
function shapesOf(moved: readonly TrendMilestone[]): string[] {
  const shapes = Map.groupBy(moved, (each) => each.class);
  return [...shapes].flatMap(([shape, lines]) => {
    const [one, several] = SHAPES[shape]?.told ?? ["", ""];
    const verb = lines.length === 1 ? one : several;
    return verb === "" ? [] : [`${listed(lines)} ${verb}.`];
  });
}

function listed(lines: readonly TrendMilestone[]): string {
  const names = lines.map(({ number }) => `M${number}`);
  const last = names.pop() ?? "";
  return names.length === 0 ? last : `${names.join(", ")} and ${last}`;
}

function movedWords({ number, moves, slipDays }: TrendMilestone): string {
  return `M${number} moved ${timesWords(moves)}, ${daysWords(slipDays)}`;
}

function followersOf({ id }: TrendMilestone, moved: readonly TrendMilestone[]): string {
  const followers = moved.filter(({ followsId }) => followsId === id);
  if (followers.length === 0) return "";
  return `; ${listed(followers)} ${followers.length === 1 ? "follows" : "follow"} it`;
}

function timesWords(moves: number): string {
  return moves === 1 ? "once" : `${moves} times`;
}

/** "+14 d" in working days; "back where it was" where all its moves come to nothing. */
function daysWords(days: number): string {
  if (days === 0) return "and is back where it was";
  return `${days > 0 ? "+" : "−"}${Math.abs(days)} d`;
}
