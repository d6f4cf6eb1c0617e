import { addDays, toEpochDay, weekdayOf } from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { refused } from "../kit/errors.ts";
import { deleteLock, holdWeeks, insertLock, lockedWeeks, stopTheWeeks } from "./week-locks.store.ts";

/** The Monday of a day's week. */
export function weekOf(day: string): string {
  return addDays(day, -weekdayOf(toEpochDay(day)));
}

/** Refuses what would change a week that is closed, also one that is being closed at this moment. */
export async function needOpenWeeks(scope: Scope, days: readonly string[]): Promise<void> {
  await holdWeeks(scope);
  const weeks = days.map(weekOf).toSorted();
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (!first || !last) return;
  const locked = await lockedWeeks(scope, first, last);
  const closed = weeks.find((week) => locked.includes(week));
  if (closed)
    throw refused("week-locked", "This week is closed: its time has been handed on.", { weekOn: closed });
}

export async function lockWeek(scope: Scope, weekOn: string): Promise<void> {
  await stopTheWeeks(scope);
  if (await insertLock(scope, weekOn)) await told(scope, "time.weekLocked", weekOn);
}

export async function openWeek(scope: Scope, weekOn: string): Promise<void> {
  if (await deleteLock(scope, weekOn)) await told(scope, "time.weekOpened", weekOn);
}

async function told(scope: Scope, verb: `time.${string}`, weekOn: string): Promise<void> {
  await record(scope, {
    verb,
    subject: { kind: "workspace", id: scope.actor.workspaceId },
    data: { weekOn },
  });
}
