import { addDays } from "../lib/dates.ts";
import { thisMonday } from "./time-search.ts";

/** How many weeks back, this one included; without it all that was ever written. */
export const SPANS = [
  ["1w", "This week"],
  ["4w", "Last 4 weeks"],
  ["12w", "Last 12 weeks"],
  ["52w", "Last 52 weeks"],
] as const;

export interface ProjectTimeSearch {
  weeks?: string;
  person?: string;
  /** The milestone that stands open, by its short name: "M3". */
  at?: string;
}

export function readProjectTimeSearch({ weeks, person, at }: Record<string, unknown>): ProjectTimeSearch {
  const known = SPANS.find(([value]) => value === weeks)?.[0];
  return {
    ...(known ? { weeks: known } : {}),
    ...(typeof person === "string" ? { person } : {}),
    ...(typeof at === "string" ? { at } : {}),
  };
}

export interface ProjectTimeWish {
  from?: string;
  to?: string;
  personId?: string;
}

export function wishOf({ weeks, person }: ProjectTimeSearch): ProjectTimeWish {
  const monday = thisMonday();
  return {
    ...(weeks
      ? { from: addDays(monday, -7 * (Number.parseInt(weeks, 10) - 1)), to: addDays(monday, 6) }
      : {}),
    ...(person ? { personId: person } : {}),
  };
}
