import type { Shape } from "./api.ts";
import { dayText } from "./dates.ts";

/** What comes back by the calendar alone. */
export type Rhythm = Pick<Shape<"RecurringCard">, "cadence" | "everyDays" | "startsOn" | "at">;

export const CADENCES: readonly { value: Rhythm["cadence"]; label: string }[] = [
  { value: "workdays", label: "Every working day" },
  { value: "weekly", label: "Weekly" },
  { value: "fortnightly", label: "Every two weeks" },
  { value: "monthly", label: "Monthly" },
  { value: "days", label: "Every so many days" },
];

/** "Weekly on Monday at 09:00, until Fri 12 Jun". */
export function rhythmWords({
  cadence,
  everyDays,
  startsOn,
  at,
  endsOn = null,
}: Rhythm & { endsOn?: string | null }): string {
  const often = {
    workdays: "Every working day",
    weekly: `Weekly on ${weekday(startsOn)}`,
    fortnightly: `Every two weeks on ${weekday(startsOn)}`,
    monthly: `Monthly on day ${Number(startsOn.slice(8))}`,
    days: everyDays === 1 ? "Every day" : `Every ${everyDays} days`,
  }[cadence];
  return `${often} at ${at}${endsOn ? `, until ${dayText(endsOn)}` : ""}`;
}

/** "Mon 2 Mar, Tue 3 Mar and Wed 4 Mar". */
export function comingWords(coming: readonly { on: string }[]): string {
  const days = coming.map(({ on }) => dayText(on));
  const last = days.at(-1) ?? "";
  return days.length > 1 ? `${days.slice(0, -1).join(", ")} and ${last}` : last;
}

function weekday(day: string): string {
  return new Intl.DateTimeFormat("en", { weekday: "long", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
