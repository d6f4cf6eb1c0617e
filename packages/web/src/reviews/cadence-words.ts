import { addDays, dayText, todayIn } from "../lib/dates.ts";
import type { Cadence, DueReview, Rhythm } from "./cadence.api.ts";
import type { ReviewDate } from "./reviews.api.ts";

export const CADENCES: readonly { value: Cadence; label: string }[] = [
  { value: "weekly", label: "Weekly" },
  { value: "fortnightly", label: "Every two weeks" },
  { value: "monthly", label: "Monthly" },
  { value: "days", label: "Every so many days" },
  { value: "milestone", label: "On the day of each milestone" },
];

export const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** The instant by the clock of the workspace: a review is at one moment for all. */
export function timeIn(zone: string, at: string): string {
  return new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", timeZone: zone }).format(
    new Date(at),
  );
}

/** "Mon 9 Mar, 10:00" in the viewer's zone, "Today, 10:00" where that is today. */
export function whenWords({ dueAt }: Pick<ReviewDate, "dueAt">, today = todayIn()): string {
  const at = new Date(dueAt);
  const on = todayIn(undefined, at);
  const time = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" }).format(at);
  return `${on === today ? "Today" : dayText(on, today)}, ${time}`;
}

/** "No review since Mon 9 Mar", "No review yet"; empty where one was held in time. */
export function silenceWords(standing: DueReview["standing"]): string {
  if (!standing?.silence) return "";
  const since = standing.lastHeldOn ? `No review since ${dayText(standing.lastHeldOn)}` : "No review yet";
  return standing.silence.skippedTwice ? `${since}, skipped twice` : since;
}

export function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** The first such weekday on or after a day. */
export function onWeekday(day: string, weekday: number): string {
  return addDays(day, (weekday - weekdayOf(day) + 7) % 7);
}

/** "every" is asked for only where it is a number of days. */
export function withCadence(rhythm: Rhythm, cadence: Cadence): Pick<Rhythm, "cadence" | "everyDays"> {
  return { cadence, everyDays: cadence === "days" ? (rhythm.everyDays ?? 10) : null };
}
