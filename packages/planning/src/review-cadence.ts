import type { Cadence, Recurrence } from "./calendar/recurrence.ts";

interface ReviewCadence {
  cadence: Cadence;
  everyDays: number | null;
}

const MOST_DAYS = 366;

/**
 * A cadence in the words of the screen; {@link readCadence} reads them.
 * @example cadenceInWords({ cadence: "days", everyDays: 10 }) // 'every 10 days'
 */
export function cadenceInWords({ cadence, everyDays }: Pick<Recurrence, "cadence" | "everyDays">): string {
  switch (cadence) {
    case "workdays":
      return "every working day";
    case "weekly":
    case "monthly":
      return cadence;
    case "fortnightly":
      return "every 2 weeks";
    case "days":
      return everyDays === 1 ? "every day" : `every ${everyDays ?? 0} days`;
    case "milestone":
      return "on milestone";
  }
}

/**
 * The cadence that these words mean; `null` for any others. Capitals and more than one space make no difference.
 * @example readCadence("every 10 days") // { cadence: 'days', everyDays: 10 }
 */
export function readCadence(words: string): ReviewCadence | null {
  const text = words.trim().toLowerCase().replaceAll(/\s+/g, " ");
  const days = Number(/^every (\d{1,3}) days$/.exec(text)?.[1] ?? 0);
  if (days >= 1 && days <= MOST_DAYS) return { cadence: "days", everyDays: days };
  if (text === "every day") return { cadence: "days", everyDays: 1 };
  const named = (["weekly", "fortnightly", "monthly", "milestone"] as const).find(
    (cadence) => cadenceInWords({ cadence, everyDays: null }) === text,
  );
  return named === undefined ? null : { cadence: named, everyDays: null };
}

/**
 * The cadence that comes back after so many days, by its own word where it has one.
 * @example cadenceOfDays(14) // { cadence: 'fortnightly', everyDays: null }
 */
export function cadenceOfDays(days: number): ReviewCadence {
  if (days === 7) return { cadence: "weekly", everyDays: null };
  if (days === 14) return { cadence: "fortnightly", everyDays: null };
  return { cadence: "days", everyDays: days };
}
