import { Temporal } from "temporal-polyfill";

export const RHYTHMS = ["four_hours", "daily", "weekly"] as const;
export type Rhythm = (typeof RHYTHMS)[number];

const MORNING = 8;

/**
 * The latest moment at which this rhythm has a bundle leave, up to now, in the reader's zone: every four hours from midnight on, at
 * eight, or on Mondays at eight.
 */
export function latestSlot(rhythm: Rhythm, zone: string, now: Date): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
  const today = local.toPlainDate();
  const at = (day: Temporal.PlainDate, hour: number) =>
    new Date(
      day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from({ hour }) }).epochMilliseconds,
    );
  if (rhythm === "four_hours") return at(today, local.hour - (local.hour % 4));
  const day = rhythm === "weekly" ? today.subtract({ days: today.dayOfWeek - 1 }) : today;
  const slot = at(day, MORNING);
  if (slot <= now) return slot;
  return at(day.subtract({ days: rhythm === "weekly" ? 7 : 1 }), MORNING);
}
