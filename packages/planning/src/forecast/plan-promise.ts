import { type LowerBound, lowerBounds } from "../levelling/lower-bounds.ts";
import type { CivilDate } from "../plan.ts";
import type { ForecastInput } from "./plan-forecast.ts";
import { type PromiseReason, promiseReasons } from "./plan-promise-reasons.ts";
import { askAbout, type DateRefusal } from "./plan-question.ts";
import { oddsOf } from "./plan-simulation.ts";

/** Of 100 futures in so many the date holds. */
export type Confidence = 50 | 80 | 90;

export type HonestPromise =
  | {
      readonly ok: true;
      readonly milestoneId: string;
      readonly confidence: Confidence;
      /** The first day by which it is reached in that share of the futures. */
      readonly on: CivilDate;
      /** What holds the date most. */
      readonly binding: PromiseReason;
      /** All that holds it, by the days that it costs; the binding one first. */
      readonly reasons: readonly PromiseReason[];
      /** The day before which it cannot be, as long as every card takes its likely time. */
      readonly bound: LowerBound | null;
    }
  | DateRefusal;

/**
 * What is the earliest date that can honestly be promised, and what holds it there? The date is the percentile of the forecast, client
 * answer included. Each reason is found by taking it away and forecasting again with the same draws: it costs so many days. Refused with
 * `not_open` for a milestone that is not there, reached or dropped, with `not_enough_data` below three estimated cards.
 * @example earliestHonestPromise(input, "m1", 80)
 * // { ok: true, on: "2026-06-19", binding: { code: "busy", personId: "jo", hoursPerWeek: 8, days: 9 }, reasons: [...], bound: {...} }
 */
export function earliestHonestPromise(
  input: ForecastInput,
  milestoneId: string,
  confidence: Confidence,
): HonestPromise {
  const question = askAbout(input, milestoneId);
  if (!question.ok) return question;
  const { simulation, finishes, hits } = question;
  const share = confidence / 100;
  const on = oddsOf(finishes, input.today).dateAt(share);
  const reasons = promiseReasons(input, simulation.levelled, { milestoneId, share, on, hits });
  const bounds = lowerBounds(input.plan, input.today, input.options);
  const bound = bounds.ok ? bounds.milestones.find(({ id }) => id === milestoneId) : undefined;
  const binding = reasons[0] ?? { code: "work", days: 0 };
  return { ok: true, milestoneId, confidence, on, binding, reasons, bound: bound ?? null };
}
