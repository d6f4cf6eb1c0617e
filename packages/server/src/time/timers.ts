import { addDays } from "@milepost/planning";
import { Temporal } from "temporal-polyfill";
import type { Scope } from "../access/scope.ts";
import { type CardRow, visibleCard } from "../board/card-access.store.ts";
import { record } from "../events/events.ts";
import { civilDate } from "../kit/clock.ts";
import { conflict, notFound, refused } from "../kit/errors.ts";
import type { TimeEntryView } from "./time.view.ts";
import { bookTime, takeBack } from "./time-entries.ts";
import { findStop, type Stop } from "./timer-stops.store.ts";
import { insertTimer, ownTimer, type TimerRow, takeTimer } from "./timers.store.ts";

const MINUTE_MS = 60_000;
const LONGEST_MS = 7 * 24 * 60 * MINUTE_MS;

export interface Stopped {
  stopId: string | null;
  items: TimeEntryView[];
}

/** One clock a person: what ran before is stopped and written down first. */
export async function startTimer(
  scope: Scope,
  card: CardRow,
): Promise<{ timer: TimerRow; stopped: Stopped | null }> {
  const before = await ownTimer(scope);
  if (before?.cardId === card.id) return { timer: before, stopped: null };
  const stopped = before ? await stopTimer(scope, { keep: true }) : null;
  if (!(await insertTimer(scope, { cardId: card.id, startedAt: scope.now }))) throw runsAlready();
  await tell(scope, card, "card.timerStarted");
  return { timer: await running(scope), stopped };
}

/** Writes down what has passed, or only stops. Without a running clock nothing happens. */
export async function stopTimer(scope: Scope, { keep }: { keep: boolean }): Promise<Stopped> {
  const timer = await ownTimer(scope);
  if (!timer || !(await takeTimer(scope, timer))) return { stopId: null, items: [] };
  // What lies in the trash takes no time any more.
  const items = keep && timer.there ? await bookClock(scope, timer) : [];
  const { cardId, projectId, startedAt } = timer;
  const entryIds = items.map(({ id }) => id);
  const stopId = await tell(scope, { id: cardId, projectId }, "card.timerStopped", { startedAt, entryIds });
  return { stopId, items };
}

function bookClock(scope: Scope, timer: TimerRow): Promise<TimeEntryView[]> {
  if (scope.now.getTime() - timer.startedAt.getTime() > LONGEST_MS)
    throw refused(
      "timer-forgotten",
      "The clock has run for more than a week. Stop it without writing it down, and write the time by hand.",
    );
  const { cardId, projectId } = timer;
  return bookTime(scope, { cardId, projectId, days: daysOf(timer, scope.now), note: "" });
}

/** One's own stop that has not been taken back yet, on a card that one still sees. */
export async function ownStop(scope: Scope, stopId: string) {
  const stop = await findStop(scope, stopId);
  if (!stop) throw notFound();
  return { ...(await visibleCard(scope, stop.cardId)), stop };
}

/** The clock runs on as if it had not been stopped: what the stop wrote down goes, unless it was changed since. */
export async function resumeTimer(scope: Scope, card: CardRow, stop: Stop): Promise<TimerRow> {
  const { id: stopId, startedAt, entryIds } = stop;
  if (!(await insertTimer(scope, { cardId: card.id, startedAt }))) throw runsAlready();
  await tell(scope, card, "card.timerResumed", { stopId });
  await takeBack(scope, entryIds);
  return running(scope);
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

async function running(scope: Scope): Promise<TimerRow> {
  const timer = await ownTimer(scope);
  if (!timer) throw conflict("timer-runs", "Your clock was stopped elsewhere meanwhile.", {});
  return timer;
}

function runsAlready() {
  return conflict("timer-runs", "Your clock was started elsewhere meanwhile.", {});
}

function tell(
  scope: Scope,
  { id, projectId }: { id: string; projectId: string },
  verb: `card.${string}`,
  data: Record<string, unknown> = {},
): Promise<string> {
  return record(scope, { verb, subject: { kind: "card", id }, projectId, data });
}
