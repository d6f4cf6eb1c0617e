import { addDays } from "@milepost/planning";
import type { NamedDays } from "./calendar-file.ts";

/** As far as plans look. */
const AHEAD_DAYS = 730;
const NAME = 120;

/** Every day of these from today on, once, under the first name that it has. */
export function daysAhead(named: readonly NamedDays[], today: string): { onDate: string; name: string }[] {
  const last = addDays(today, AHEAD_DAYS);
  const days = new Map<string, string>();
  for (const { fromOn, toOn, reason } of named)
    for (let on = fromOn < today ? today : fromOn; on <= toOn && on <= last; on = addDays(on, 1))
      if (!days.has(on)) days.set(on, reason.slice(0, NAME).trim() || "Holiday");
  return [...days].map(([onDate, name]) => ({ onDate, name }));
}
