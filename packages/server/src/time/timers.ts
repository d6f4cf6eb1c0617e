import { addDays } from "@milepost/planning";
import { Temporal } from "temporal-polyfill";
import type { Scope } from "../access/scope.ts";
import type { CardRow } from "../board/card-access.store.ts";
import { record } from "../events/events.ts";
import { civilDate } from "../kit/clock.ts";
import { conflict, refused } from "../kit/errors.ts";
import type { TimeEntryView } from "./time.view.ts";
import { bookTime } from "./time-entries.ts";
import { insertTimer, ownTimer, type TimerRow, takeTimer } from "./timers.store.ts";

const MINUTE_MS = 60_000;
const LONGEST_MS = 7 * 24 * 60 * MINUTE_MS;

/** One clock a person: what ran before is stopped and written down first. */
export async function startTimer(scope: Scope, card: CardRow): Promise<TimerRow> {
  const before = await ownTimer(scope);
  if (before?.cardId === card.id) return before;
  if (before) await stopTimer(scope, { keep: true });
  if (!(await insertTimer(scope, card.id)))
    throw conflict("timer-runs", "Your clock was started elsewhere meanwhile.", {});
  await tell(scope, card.id, card.projectId, "card.timerStarted");
  const now = await ownTimer(scope);
  if (!now) throw conflict("timer-runs", "Your clock was stopped elsewhere meanwhile.", {});
  return now;
}

/** Writes down what has passed, or only stops. Without a running clock nothing happens. */
export async function stopTimer(scope: Scope, { keep }: { keep: boolean }): Promise<TimeEntryView[]> {
  const timer = await ownTimer(scope);
  if (!timer || !(await takeTimer(scope, timer))) return [];
  const { cardId, projectId } = timer;
  await tell(scope, cardId, projectId, "card.timerStopped");
  // What lies in the trash takes no time any more.
  if (!keep || !timer.there) return [];
  if (scope.now.getTime() - timer.startedAt.getTime() > LONGEST_MS)
    throw refused(
      "timer-forgotten",
      "The clock has run for more than a week. Stop it without writing it down, and write the time by hand.",
    );
  return bookTime(scope, { cardId, projectId, days: daysOf(timer, scope.now), note: "" });
}

/** The minutes between two moments, by the days of a zone; never nothing. */
export function daysOf(
  { startedAt, zone }: { startedAt: Date; zone: string },
  until: Date,
): { onDate: string; minutes: number }[] {
  const days: { onDate: string; minutes: number }[] = [];
  let from = startedAt.getTime();
  const end = Math.max(until.getTime(), from + MINUTE_MS);
  for (let onDate = civilDate(startedAt, zone); from < end; onDate = addDays(onDate, 1)) {
    const midnight = Temporal.PlainDate.from(addDays(onDate, 1)).toZonedDateTime(zone).epochMilliseconds;
    const to = Math.min(end, midnight);
    const minutes = Math.round((to - from) / MINUTE_MS);
    if (minutes > 0) days.push({ onDate, minutes });
    from = to;
  }
  return days;
}

async function tell(scope: Scope, cardId: string, projectId: string, verb: `card.${string}`): Promise<void> {
  await record(scope, { verb, subject: { kind: "card", id: cardId }, projectId });
}
