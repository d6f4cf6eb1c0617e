import { actualsOf, type CardActual, firstMinuteOf, toEpochDay, workedSoFar } from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import { finishedWork } from "../forecasts/finished-work.store.ts";
import { workerTime } from "./people-calendars.ts";
import type { WholePlan } from "./read-plan.ts";

export interface WorkHistory {
  /** What finished cards of the plan's people took, in all projects. */
  outcomes: CardActual[];
  /** Minutes that have gone into open cards up to this morning: a forecast is not another one with every minute. */
  underWay: ReadonlyMap<string, number>;
}

/** How long the work of a plan's people has taken, by the time that cards stood in doing. */
export async function workHistory(scope: Scope, { rows, work }: WholePlan): Promise<WorkHistory> {
  const begun = await finishedWork(scope);
  const workers = new Map(rows.people.map(({ id }) => [id, workerTime(rows.times.get(id), work)]));
  return {
    outcomes: actualsOf(begun, workers),
    underWay: workedSoFar(begun, workers, firstMinuteOf(toEpochDay(work.today))),
  };
}
