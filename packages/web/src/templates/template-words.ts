import type { Template, TemplateActivity, TemplateMilestone } from "@milepost/planning";
import { counted } from "../lib/counted.ts";
import { minutesText } from "../lib/minutes.ts";

/** "40 working days (8 weeks)", "43 working days (about 9 weeks)", "3 working days". */
export function lengthText(days: number, daysPerWeek: number): string {
  if (days === 0) return "no days yet";
  const words = counted(days, "working day");
  const weeks = weeksText(days, daysPerWeek);
  return weeks ? `${words} (${weeks})` : words;
}

/** "Working days 1 to 20 (4 weeks)": people count days from 1. */
export function windowText(
  { startDay, targetDay }: Pick<TemplateMilestone, "startDay" | "targetDay">,
  daysPerWeek: number,
): string {
  if (targetDay === null) return startDay === null ? "No days yet" : `From working day ${startDay + 1}`;
  if (startDay === null) return `By working day ${targetDay + 1}`;
  if (startDay === targetDay) return `Working day ${targetDay + 1}`;
  const weeks = weeksText(targetDay - startDay + 1, daysPerWeek);
  return `Working days ${startDay + 1} to ${targetDay + 1}${weeks ? ` (${weeks})` : ""}`;
}

function weeksText(days: number, daysPerWeek: number): string | null {
  if (daysPerWeek === 0 || days < daysPerWeek) return null;
  const weeks = Math.round(days / daysPerWeek);
  const words = counted(weeks, "week");
  return weeks * daysPerWeek === days ? words : `about ${words}`;
}

/** "2 to 5 h, likely 3 h" where all is said; null without an estimate. */
export function effortText({ low, likely, high }: TemplateActivity): string | null {
  if (likely === null) return null;
  const range = low !== null && high !== null && low < high;
  return range
    ? `${minutesText(low)} to ${minutesText(high)}, likely ${minutesText(likely)}`
    : minutesText(likely);
}

export function roleName({ roles }: Pick<Template, "roles">, key: string | null): string | null {
  return roles.find((role) => role.key === key)?.name ?? null;
}

/** The titles of the milestones that this one waits for. */
export function waitsFor({ links, milestones }: Template, key: string): string[] {
  const before = links.filter(({ to }) => to === key).map(({ from }) => from);
  return milestones.filter((each) => before.includes(each.key)).map(({ title }) => title);
}

/** What the road shows, in words. */
export function roadText(name: string, road: readonly { title: string; day: number }[]): string {
  const stones = road.map(({ title, day }) => `${title} on working day ${day + 1}`);
  return `Road of ${name}: ${stones.join(", ") || "no days yet"}`;
}
