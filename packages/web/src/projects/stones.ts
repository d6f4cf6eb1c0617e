import { addDays } from "../lib/dates.ts";
import { reasonText } from "../lib/health-reasons.ts";
import { healthOf } from "../ui/health.ts";
import type { Stone } from "../ui/road-strip.tsx";
import type { PortfolioProject, RoadMilestone } from "./portfolio.api.ts";

/** Milestones as stones on a road: those with a date, without what was dropped. */
export function stonesOf(milestones: readonly RoadMilestone[]): Stone[] {
  return milestones.flatMap(({ id, title, targetOn, reachedOn, state, health, below, forecast }) => {
    const on = reachedOn ?? targetOn;
    if (!on || state === "dropped") return [];
    const drawn = healthOf(state === "accepted" ? "reached" : (health ?? "not_enough_data"), below);
    return [{ id, title, on, state: drawn.state, waiting: drawn.waiting, verge: forecast }];
  });
}

const BEHIND_DAYS = 61;
const AHEAD_DAYS = 183;

/** What roads below one another show of time: two months back and half a year ahead, or less where that holds all. */
export function roadEnds(days: readonly string[], today: string): { from: string; to: string } {
  const all = [today, ...days].toSorted();
  const [first = today, last = today] = [all[0], all.at(-1)];
  const back = addDays(today, -BEHIND_DAYS);
  const ahead = addDays(today, AHEAD_DAYS);
  return { from: first < back ? back : first, to: last > ahead ? ahead : last };
}

interface Explained {
  health: PortfolioProject["health"];
  milestones: readonly RoadMilestone[];
}

/** Why a project's word is what it is; the strongest reason names the stone it comes from. */
export function whyHealth({ health, milestones }: Explained): string[] {
  const driver = milestones.find(({ id }) => id === health.milestoneId)?.title;
  return health.reasons.map((reason, place) =>
    place === 0 && driver ? `${driver}: ${reasonText(reason)}` : reasonText(reason),
  );
}

/** "3 of 4 milestones reached on the agreed date." */
export function keptText({ kept, of }: { kept: number; of: number }): string {
  return `${kept} of ${of} ${of === 1 ? "milestone" : "milestones"} reached on the agreed date`;
}
