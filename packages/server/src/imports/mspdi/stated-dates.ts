import type { MspdiTask } from "./mspdi-schema.ts";
import { minuteIfAny, TENTHS } from "./mspdi-values.ts";

/** What a file says about one of its tasks, in minutes; what it does not say is missing. */
export interface StatedDates {
  readonly startAt?: number;
  readonly finishAt?: number;
  readonly earlyStartAt?: number;
  readonly earlyFinishAt?: number;
  readonly lateStartAt?: number;
  readonly lateFinishAt?: number;
  readonly totalSlack?: number;
  readonly freeSlack?: number;
  readonly critical?: boolean;
}

export function statedDates(task: MspdiTask): StatedDates {
  const said = {
    startAt: minuteIfAny(task.Start),
    finishAt: minuteIfAny(task.Finish),
    earlyStartAt: minuteIfAny(task.EarlyStart),
    earlyFinishAt: minuteIfAny(task.EarlyFinish),
    lateStartAt: minuteIfAny(task.LateStart),
    lateFinishAt: minuteIfAny(task.LateFinish),
    totalSlack: minutesOf(task.TotalSlack),
    freeSlack: minutesOf(task.FreeSlack),
    critical: task.Critical === undefined ? undefined : task.Critical === "1",
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

function minutesOf(tenths: number | undefined): number | undefined {
  return tenths === undefined ? undefined : Math.round(tenths / TENTHS);
}
