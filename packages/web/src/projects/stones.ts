import { healthOf } from "../ui/health.ts";
import type { Stone } from "../ui/road-strip.tsx";
import type { RoadMilestone } from "./portfolio.api.ts";

/** Milestones as stones on a road: those with a date, without what was dropped. */
export function stonesOf(milestones: readonly RoadMilestone[]): Stone[] {
  return milestones.flatMap(({ id, title, targetOn, reachedOn, state, health }) => {
    const on = reachedOn ?? targetOn;
    if (!on || state === "dropped") return [];
    const drawn = healthOf(state === "accepted" ? "reached" : (health ?? "not_enough_data"));
    return [{ id, title, on, state: drawn.state, waiting: drawn.waiting }];
  });
}

/** The stone that a project's health word comes from, to name it beside the reason. */
export function drivingTitle(
  health: { milestoneId: string | null },
  milestones: readonly RoadMilestone[],
): string | undefined {
  return milestones.find(({ id }) => id === health.milestoneId)?.title;
}
