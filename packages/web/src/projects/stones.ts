import { healthOf } from "../ui/health.ts";
import type { Stone } from "../ui/road-strip.tsx";

interface DatedMilestone {
  id: string;
  title: string;
  targetOn: string | null;
  state: string;
  health: { word: string; below: string | null } | null;
}

/** Milestones as stones on a road: those with a date, without what was dropped. */
export function stonesOf(milestones: readonly DatedMilestone[]): Stone[] {
  return milestones.flatMap(({ id, title, targetOn, state, health }) => {
    if (!targetOn || state === "dropped") return [];
    const drawn = healthOf(
      state === "accepted" ? "reached" : (health?.word ?? "not_enough_data"),
      health?.below,
    );
    return [{ id, title, on: targetOn, state: drawn.state, waiting: drawn.waiting }];
  });
}

/** The earliest open milestone with a date. */
export function nextStone<M extends DatedMilestone>(milestones: readonly M[]): M | undefined {
  return milestones
    .filter(({ state, targetOn }) => targetOn && state !== "accepted" && state !== "dropped")
    .toSorted((one, other) => (one.targetOn ?? "").localeCompare(other.targetOn ?? ""))[0];
}
