import { daysBetween, dayText, shortDay } from "../lib/dates.ts";
import type { Due } from "./board-filter.ts";

export const PRIORITY_WORDS = ["No priority", "Low", "Medium", "High"] as const;

/** "Fri 12 Jun", or in words how late it is: the colour never says it alone. */
export function dueWords(dueOn: string, done: boolean, today: string): { words: string; late: boolean } {
  const late = done ? 0 : daysBetween(dueOn, today);
  if (late > 0)
    return { words: `${shortDay(dueOn)}, ${late} ${late === 1 ? "day" : "days"} late`, late: true };
  if (late === 0 && !done) return { words: "Due today", late: false };
  return { words: dayText(dueOn, today), late: false };
}

/** "Ana Reyes" -> "AR". */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? "")][0]);
  return letters.join("").toUpperCase();
}

export const DUE_WORDS: Record<Due, string> = {
  overdue: "Overdue",
  week: "Due in 7 days",
  none: "Without due date",
};
