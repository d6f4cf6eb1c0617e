import type { PlanTask, ScheduledTask } from "@milepost/planning";
import type { StatedDates } from "../../packages/server/src/imports/mspdi/stated-dates.ts";

const DATES = [
  "startAt",
  "finishAt",
  "earlyStartAt",
  "earlyFinishAt",
  "lateStartAt",
  "lateFinishAt",
] as const;
const SLACKS = ["totalSlack", "freeSlack"] as const;

export type ComparedField = (typeof DATES)[number] | (typeof SLACKS)[number];

export interface Comparison {
  readonly task: PlanTask;
  readonly ours: ScheduledTask;
  readonly stated: StatedDates;
  readonly compared: readonly ComparedField[];
  readonly differing: readonly ComparedField[];
}

/** Everything of a task that schedules itself; of one that was set by hand its place, which nothing moves, and its slack. */
export function compare(task: PlanTask, ours: ScheduledTask, stated: StatedDates): Comparison {
  const fields =
    task.manual === undefined ? [...DATES, ...SLACKS] : ["startAt" as const, "finishAt" as const, ...SLACKS];
  const compared = fields.filter((field) => stated[field] !== undefined);
  return {
    task,
    ours,
    stated,
    compared,
    differing: compared.filter((field) => ours[field] !== stated[field]),
  };
}
