import type { Scope } from "../access/scope.ts";
import { visibleCard } from "../board/card-access.store.ts";
import { record } from "../events/events.ts";
import { conflict, notFound, refused, stale } from "../kit/errors.ts";
import { asksNothing } from "../kit/given.ts";
import { newId } from "../kit/id.ts";
import { presentEntry } from "./present-entry.ts";
import type { TimeEntryView } from "./time.view.ts";
import {
  deleteEntry,
  deleteUntouched,
  findEntry,
  holdOwnTime,
  insertEntries,
  minutesOfDay,
  type TimeEntryChange,
  type TimeEntryRow,
  updateEntry,
} from "./time-entries.store.ts";
import { needOpenWeeks } from "./week-locks.ts";

const DAY = 1_440;

interface Work {
  cardId: string;
  projectId: string;
  /** Each day with its minutes, at least one. */
  days: readonly { onDate: string; minutes: number }[];
  note: string;
}

/** What somebody worked on a card, written by themselves. */
export async function bookTime(
  scope: Scope,
  { cardId, projectId, days, note }: Work,
): Promise<TimeEntryView[]> {
  await needOpenWeeks(
    scope,
    days.map(({ onDate }) => onDate),
  );
  for (const { onDate, minutes } of days) await refuseLongDay(scope, onDate, minutes, null);
  const rows = days.map((day) => ({ ...day, id: newId(), cardId, note }));
  await insertEntries(scope, rows);
  for (const { id, onDate, minutes } of rows)
    await tell(scope, { cardId, projectId }, "card.timeBooked", { entryId: id, onDate, minutes });
  const made = await Promise.all(rows.map(({ id }) => findEntry(scope, id)));
  return made.flatMap((row) => (row ? [presentEntry(row)] : []));
}

/** Their own entry, on a card that they still see. */
export async function visibleEntry(scope: Scope, id: string) {
  const entry = await findEntry(scope, id);
  if (!entry) throw notFound();
  const access = await visibleCard(scope, entry.cardId);
  return { ...access, personId: entry.personId, entry };
}

export async function changeEntry(
  scope: Scope,
  entry: TimeEntryRow,
  revision: number,
  change: TimeEntryChange,
): Promise<TimeEntryView> {
  if (asksNothing(change)) return presentEntry(entry);
  const { onDate = entry.onDate, minutes = entry.minutes } = change;
  await needOpenWeeks(scope, [entry.onDate, onDate]);
  await refuseLongDay(scope, onDate, minutes, entry.id);
  const written = await updateEntry(scope, { id: entry.id, revision }, change);
  const now = await findEntry(scope, entry.id);
  if (!now) throw notFound();
  if (!written) throw stale(presentEntry(now));
  const [before, after] = [workOf(entry), workOf(now)];
  await tell(scope, entry, "card.timeChanged", { entryId: entry.id, before, after });
  return presentEntry(now);
}

export async function removeEntry(scope: Scope, entry: TimeEntryRow): Promise<void> {
  const { id, onDate, minutes } = entry;
  await needOpenWeeks(scope, [onDate]);
  if (!(await deleteEntry(scope, id))) throw notFound();
  await tell(scope, entry, "card.timeRemoved", { entryId: id, onDate, minutes });
}

/** Takes one's own entries away as if they had not been made, unless one of them is not as it was. */
export async function takeBack(scope: Scope, ids: readonly string[]): Promise<void> {
  const rows = (await Promise.all(ids.map((id) => findEntry(scope, id)))).flatMap((row) => row ?? []);
  await needOpenWeeks(
    scope,
    rows.map(({ onDate }) => onDate),
  );
  if ((await deleteUntouched(scope, ids)) < ids.length)
    throw conflict("time-changed", "What the clock wrote down was changed meanwhile: it stays as it is.");
  for (const { id: entryId, onDate, minutes, ...row } of rows)
    await tell(scope, row, "card.timeRemoved", { entryId, onDate, minutes });
}

async function refuseLongDay(
  scope: Scope,
  onDate: string,
  minutes: number,
  except: string | null,
): Promise<void> {
  await holdOwnTime(scope);
  const before = await minutesOfDay(scope, onDate, except);
  if (before + minutes > DAY)
    throw refused("day-too-long", "More than 24 hours on one day: correct what is there before.", {
      onDate,
      before,
    });
}

/** The day and the minutes: the words are nobody's but the writer's, and can be erased. */
function workOf({ onDate, minutes }: TimeEntryRow) {
  return { onDate, minutes };
}

async function tell(
  scope: Scope,
  { cardId, projectId }: { cardId: string; projectId: string },
  verb: `card.${string}`,
  data: Record<string, unknown>,
): Promise<void> {
  await record(scope, { verb, subject: { kind: "card", id: cardId }, projectId, data });
}
