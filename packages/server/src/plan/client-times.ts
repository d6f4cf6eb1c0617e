import {
  type Calendar,
  type ClientClock,
  type ClientWait,
  clientClock,
  type PlanClientItem,
  workingDaysBetween,
} from "@milepost/planning";
import { civilDate } from "../kit/clock.ts";
import type { WorkCalendar } from "../milestones/work-calendar.ts";
import type { ClientTime } from "./client-times.store.ts";

/** What waits for the client now, as planning reads it. */
export function openItems(
  times: readonly ClientTime[],
  zone: string,
): (PlanClientItem & { projectId: string })[] {
  return times.flatMap(({ projectId, id, kind, title, milestoneId, dueOn, askedAt, toAt }) =>
    toAt !== null || milestoneId === null
      ? []
      : [{ projectId, id, kind, title, milestoneId, dueOn, askedOn: civilDate(askedAt, zone) }],
  );
}

/** Working days that each answer took, the oldest first; what was taken back says nothing about the client. */
export function answerDays(times: readonly ClientTime[], calendar: Calendar, zone: string): number[] {
  return times.flatMap(({ fromAt, toAt, answered }) =>
    toAt === null || !answered
      ? []
      : [workingDaysBetween(calendar, civilDate(fromAt, zone), civilDate(toAt, zone))],
  );
}

interface Window {
  id: string;
  startOn: string | null;
  reachedOn: string | null;
}

/** On whose desk a milestone has been since its window opened. */
export function clockOf(
  { id, startOn, reachedOn }: Window,
  times: readonly ClientTime[],
  { calendar, today, zone }: Pick<WorkCalendar, "calendar" | "today" | "zone">,
): ClientClock {
  const until = reachedOn ?? today;
  const window: ClientWait | null = startOn === null || startOn > until ? null : { from: startOn, to: until };
  const waits = times
    .filter(({ milestoneId }) => milestoneId === id)
    .map(({ fromAt, toAt }) => ({
      from: civilDate(fromAt, zone),
      to: toAt === null ? today : civilDate(toAt, zone),
    }));
  return clientClock(calendar, window, waits);
}
