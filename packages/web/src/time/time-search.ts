import { todayIn } from "../lib/dates.ts";
import { weekOf } from "../lib/weeks.ts";

export interface TimeSearch {
  /** The Monday of the week; without it this week. */
  week?: string;
  /** Somebody's id, or "all"; without it one's own. */
  person?: string;
  project?: string;
}

export const EVERYBODY = "all";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function readTimeSearch({ week, person, project }: Record<string, unknown>): TimeSearch {
  const isDay = typeof week === "string" && DAY.test(week) && !Number.isNaN(Date.parse(week));
  return {
    ...(isDay ? { week: mondayOf(week) } : {}),
    ...(typeof person === "string" ? { person } : {}),
    ...(typeof project === "string" ? { project } : {}),
  };
}

/** Time is closed by weeks from Monday on, wherever people count theirs from. */
function mondayOf(day: string): string {
  return weekOf(day, 1);
}

export function thisMonday(): string {
  return mondayOf(todayIn());
}
