import type { TemplateMilestone } from "@milepost/planning";
import { counted } from "../lib/counted.ts";

/** What the client will be asked for, and when it is needed. */
export function askedOf({ requests = [] }: TemplateMilestone): string[] {
  return requests.map(({ title, daysBefore }) =>
    daysBefore === null ? title : `${title}, ${whenNeeded(daysBefore)}`,
  );
}

function whenNeeded(days: number): string {
  if (days === 0) return "by the target";
  const count = counted(Math.abs(days), "working day");
  return days > 0 ? `${count} before the target` : `${count} after the target`;
}
