import type { Calendar } from "../calendar/calendar.ts";
import { workingDaysBetween } from "../calendar/working-days.ts";
import type { CardActual } from "../forecast/actuals.ts";
import type { CivilDate, PlanMilestone } from "../plan.ts";
import { compareText } from "../schedule/graph.ts";

/** A milestone at the end of its project: what was promised and forecast of it, and what came. */
export interface EndedDates {
  readonly id: string;
  readonly state: PlanMilestone["state"];
  /** Its target in the version that slip is measured against; `null` = it stood in none. */
  readonly promisedOn: CivilDate | null;
  readonly reachedOn: CivilDate | null;
  /** The dates of the forecast that it is judged by (see `judgedForecast`): at least half, and 8 of 10. `null` = nothing was forecast. */
  readonly likelyOn: CivilDate | null;
  readonly safeOn: CivilDate | null;
}

/** A date that was moved after the promise, with the reason that was given. */
export interface MovedDate {
  readonly milestoneId: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** `null` = nobody gave one. */
  readonly reason: string | null;
}

export interface Held {
  readonly held: number;
  readonly of: number;
}

export interface SlipReason {
  /** `null` = no reason was given for it. */
  readonly reason: string | null;
  /** Working days, negative = earlier. */
  readonly days: number;
  readonly milestones: number;
}

/**
 * How many working days after its promise was each milestone reached, in the order given? `null` where it was not promised or not reached;
 * negative = earlier.
 * @example slipDays([{ promisedOn: "2026-05-08", reachedOn: "2026-05-12", ... }], calendar) // [2]
 */
export function slipDays(ended: readonly EndedDates[], calendar: Calendar): (number | null)[] {
  return ended.map(({ state, promisedOn, reachedOn }) =>
    state !== "accepted" || promisedOn === null || reachedOn === null
      ? null
      : workingDaysBetween(calendar, promisedOn, reachedOn),
  );
}

/**
 * The middle of some numbers, the mean of the two middle ones where their count is even; `null` of none.
 * @example medianOf([4, 1, 2]) // 2
 */
export function medianOf(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null;
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
}

/**
 * How many of the dates that were forecast held? A date holds when the milestone was reached on it or before. What was never forecast, or
 * was dropped, counts on neither side.
 * @example datesHeld(ended, "safeOn") // { held: 4, of: 5 }
 */
export function datesHeld(ended: readonly EndedDates[], which: "safeOn" | "likelyOn"): Held {
  const judged = ended.flatMap(({ state, reachedOn, [which]: on }) =>
    state === "accepted" && reachedOn !== null && on !== null ? [reachedOn <= on] : [],
  );
  return { held: judged.filter(Boolean).length, of: judged.length };
}

/**
 * Where did the slip come from? The working days of every move of a promised date under its reason; what is left of a milestone's slip, and
 * moves without a reason, stand under `null`. The days of all reasons add up to the slip of all milestones. The largest first; a reason
 * whose moves have cancelled out is left out.
 * @example slipReasons(ended, [{ milestoneId: "m1", from: "2026-05-08", to: "2026-05-12", reason: "client_input" }], calendar)
 * // [{ reason: "client_input", days: 2, milestones: 1 }]
 */
export function slipReasons(
  ended: readonly EndedDates[],
  moves: readonly MovedDate[],
  calendar: Calendar,
): SlipReason[] {
  const byReason = new Map<string | null, Map<string, number>>();
  const add = (reason: string | null, id: string, days: number) => {
    const own = byReason.get(reason) ?? new Map<string, number>();
    byReason.set(reason, own.set(id, (own.get(id) ?? 0) + days));
  };
  const slips = slipDays(ended, calendar);
  for (const [i, { id }] of ended.entries()) {
    let left = slips[i] ?? null;
    if (left === null) continue;
    for (const { milestoneId, from, to, reason } of moves) {
      if (milestoneId !== id) continue;
      const days = workingDaysBetween(calendar, from, to);
      add(reason, id, days);
      left -= days;
    }
    add(null, id, left);
  }
  const reasons = [...byReason].map(([reason, own]) => {
    const each = [...own.values()].filter((days) => days !== 0);
    return { reason, days: each.reduce((sum, days) => sum + days, 0), milestones: each.length };
  });
  return reasons
    .filter(({ milestones }) => milestones > 0)
    .sort((a, b) => b.days - a.days || compareText(a.reason ?? "~", b.reason ?? "~"));
}

export interface EstimateAccuracy {
  readonly personId: string;
  /** Finished cards with an estimate of their own. */
  readonly cards: number;
  /** What they took divided by what was said: 1.2 = a fifth more. */
  readonly ratio: number;
}

/**
 * How close were estimates, person by person? All minutes that their finished cards took over all that were said, so that a
 * large card counts more than a small one. In the order of their ids.
 * @example estimateAccuracy([{ personId: "jo", estimate: 240, actual: 300, ... }]) // [{ personId: "jo", cards: 1, ratio: 1.25 }]
 */
export function estimateAccuracy(
  outcomes: readonly Pick<CardActual, "personId" | "estimate" | "actual">[],
): EstimateAccuracy[] {
  return [...Map.groupBy(outcomes, ({ personId }) => personId)]
    .map(([personId, own]) => {
      const said = own.reduce((sum, { estimate }) => sum + estimate, 0);
      const took = own.reduce((sum, { actual }) => sum + actual, 0);
      return { personId, cards: own.length, ratio: took / said };
    })
    .sort((a, b) => compareText(a.personId, b.personId));
}

/**
 * What became of an objective's measure? `share` is the way from the baseline to the target that was gone (1 = all of it, also where the
 * number had to fall), `null` where one of the three is missing or there was no way to go.
 * @example outcomeOf({ baseline: 120, target: 150, current: 148 }) // { met: false, share: 0.9333... }
 */
export function outcomeOf(measure: {
  readonly baseline: number | null;
  readonly target: number | null;
  readonly current: number | null;
}): { met: boolean | null; share: number | null } {
  const { baseline, target, current } = measure;
  if (target === null || current === null) return { met: null, share: null };
  const falls = baseline !== null && target < baseline;
  const met = falls ? current <= target : current >= target;
  if (baseline === null || baseline === target) return { met, share: null };
  return { met, share: (current - baseline) / (target - baseline) };
}
