import { addDays, daysBetween } from "./calendar/civil-date.ts";
import type { CivilDate } from "./plan.ts";

/** How the reviews of a project went. */
export interface ReviewStanding {
  /** Calendar days between two reviews; `null` without a cadence: what nobody promised is not missed. */
  readonly everyDays: number | null;
  /** The day on which the cadence was set. */
  readonly setOn: CivilDate;
  readonly startsOn: CivilDate;
  /** `null` before the first. */
  readonly lastHeldOn: CivilDate | null;
  /** Reviews that were skipped since the last that was held. */
  readonly skippedInARow: number;
}

export interface ReviewSilence {
  /** Calendar days since the last review, or since the first one was waited for. */
  readonly days: number;
  readonly skippedTwice: boolean;
}

/**
 * Is this project silent? Then its health word rests on nothing: no review for more than one and a half cadences, or two skipped one after
 * the other. `null` when not. Before the first review the wait begins one cadence before the day on which it is due, and not before
 * the cadence was set.
 * @example silenceOf({ everyDays: 7, lastHeldOn: "2026-05-01", ... }, "2026-05-12") // { days: 11, skippedTwice: false }
 */
export function silenceOf(standing: ReviewStanding, today: CivilDate): ReviewSilence | null {
  const { everyDays, lastHeldOn, skippedInARow } = standing;
  if (everyDays === null) return null;
  const days = Math.max(0, daysBetween(lastHeldOn ?? waitBegan(standing, everyDays), today));
  const skippedTwice = skippedInARow >= 2;
  return skippedTwice || days * 2 > everyDays * 3 ? { days, skippedTwice } : null;
}

function waitBegan({ setOn, startsOn }: ReviewStanding, everyDays: number): CivilDate {
  const early = addDays(startsOn, -everyDays);
  return early > setOn ? early : setOn;
}
