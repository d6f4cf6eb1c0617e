import { daysBetween, dayText } from "../lib/dates.ts";
import type { Moment } from "./moments.api.ts";

/** "Accepted by Dana on Fri 6 May, 2 days early." */
export function momentSentence({ by, reachedOn, agreedOn }: Moment): string {
  const who = by ? `Accepted by ${by}` : "Accepted";
  if (reachedOn === null) return `${who}.`;
  return `${who} on ${dayText(reachedOn)}${timing(reachedOn, agreedOn)}.`;
}

function timing(reachedOn: string, agreedOn: string | null): string {
  if (agreedOn === null) return "";
  const days = daysBetween(reachedOn, agreedOn);
  if (days === 0) return ", on the agreed day";
  const count = Math.abs(days) === 1 ? "1 day" : `${Math.abs(days)} days`;
  return days > 0 ? `, ${count} early` : `, ${count} after the agreed day`;
}
