import { addDays, daysBetween } from "../calendar/civil-date.ts";
import type { CivilDate } from "../plan.ts";
import type { DatePercentiles } from "./plan-forecast.ts";

/** What was said of a milestone on a day, as the last word of that day. */
export interface ToldForecast extends DatePercentiles {
  readonly madeOn: CivilDate;
}

/**
 * By which of its forecasts is a reached milestone judged? By the one that held half-way between the first and the likely day that the first named: that day is known
 * beforehand, so that neither luck nor hindsight chooses; early words are about plans that were still being written. `null` when nothing was said before it was reached.
 * @param told in the order in which it was said
 * @example judgedForecast([{ madeOn: "2026-03-02", p50On: "2026-03-22", ... }, { madeOn: "2026-03-10", ... }], "2026-03-24") // that of 10 March
 */
export function judgedForecast<T extends ToldForecast>(told: readonly T[], reachedOn: CivilDate): T | null {
  const before = told.filter(({ madeOn }) => madeOn < reachedOn);
  const [first] = before;
  if (first === undefined) return null;
  const halfWay = addDays(first.madeOn, Math.floor(daysBetween(first.madeOn, first.p50On) / 2));
  return before.findLast(({ madeOn }) => madeOn <= halfWay) ?? first;
}
