import { addDays } from "@milepost/planning";
import { byWorkingDays, type DateTrial, movedWindow, type TriedDates } from "../lib/date-effect.ts";
import type { Milestone } from "../lib/plan-query.ts";

/** What of a milestone is held: its target, the first day of its window, or the window as a whole. */
export type Grip = "target" | "start" | "window";

type Dates = Pick<Milestone, "startOn" | "targetOn">;

/** The dates after dragging a grip by so many calendar days; null where it has no such date. */
export function draggedTo(trial: DateTrial, dates: Dates, grip: Grip, days: number): TriedDates | null {
  const { startOn, targetOn } = dates;
  if (grip === "start") return startOn ? { startOn: addDays(startOn, days) } : null;
  if (!targetOn) return null;
  const target = addDays(targetOn, days);
  return grip === "window" ? movedWindow(trial, dates, target) : { targetOn: target };
}

/** The dates after moving the target by working days, as the keys do. */
export function nudged(trial: DateTrial, { targetOn }: Dates, days: number): TriedDates | null {
  return targetOn ? { targetOn: byWorkingDays(trial, targetOn, days) } : null;
}
