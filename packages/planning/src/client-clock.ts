import type { Calendar } from "./calendar/calendar.ts";
import { toEpochDay } from "./calendar/civil-date.ts";
import type { CivilDate } from "./plan.ts";

/** A time in which the client had the next word: asked on a day, answered on a day. */
export interface ClientWait {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

export interface ClientClock {
  /** Working days on which the client had the next word. */
  readonly clientDays: number;
  /** The other working days of the window; `null` without one. */
  readonly teamDays: number | null;
}

/**
 * On whose desk was it? A day after the asking up to and including the answer is the client's, however many things were asked for
 * on it; all others of the window are the team's.
 * @example clientClock(calendar, { from: "2026-05-04", to: "2026-05-15" }, [{ from: "2026-05-06", to: "2026-05-08" }])
 * // { clientDays: 2, teamDays: 8 }
 */
export function clientClock(
  calendar: Calendar,
  window: ClientWait | null,
  waits: readonly ClientWait[],
): ClientClock {
  const days = new Set<number>();
  for (const { from, to } of waits) {
    const last = toEpochDay(to);
    for (let day = toEpochDay(from) + 1; day <= last; day++) if (calendar.isWorking(day)) days.add(day);
  }
  if (window === null) return { clientDays: days.size, teamDays: null };
  let teamDays = 0;
  const last = toEpochDay(window.to);
  for (let day = toEpochDay(window.from); day <= last; day++)
    if (calendar.isWorking(day) && !days.has(day)) teamDays++;
  return { clientDays: days.size, teamDays };
}

/** From so many answers on it is said how long a client usually takes. */
export const ENOUGH_TO_SAY = 3;

/**
 * Working days that somebody usually takes to answer: the median, rounded up; `null` while there are too few answers.
 * @example usualAnswerDays([1, 4, 2]) // 2
 */
export function usualAnswerDays(days: readonly number[]): number | null {
  if (days.length < ENOUGH_TO_SAY) return null;
  const sorted = [...days].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const median = ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
  return Math.max(1, Math.ceil(median));
}
