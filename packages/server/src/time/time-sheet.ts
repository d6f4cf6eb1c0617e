import { can } from "../access/policy.ts";
import type { Scope } from "../access/scope.ts";
import { csvOf } from "../kit/csv.ts";
import { namesOfPeople } from "../people/names.store.ts";
import { presentEntry } from "./present-entry.ts";
import { refuseOddSpan } from "./spans.ts";
import { entriesBetween, entriesOfCard, type TimeWish } from "./time-entries.store.ts";
import { timersOfCard } from "./timers.store.ts";
import { lockedWeeks } from "./week-locks.store.ts";
import { weekOf } from "./week-locks.ts";

/** What was worked between two days, as far as this person may know. */
export async function timeSheet(scope: Scope, wish: TimeWish) {
  refuseOddSpan(wish);
  const rows = await entriesBetween(scope, wish);
  const people = await namesOfPeople(
    scope,
    rows.map(({ personId }) => personId),
  );
  return {
    from: wish.from,
    to: wish.to,
    items: rows.map(presentEntry),
    locked: await lockedWeeks(scope, weekOf(wish.from), wish.to),
    mayLock: can(scope.actor, "time.lock"),
    people,
  };
}

const HEAD = ["day", "person", "project", "card", "title", "minutes", "hours", "note"];

/** One line an entry, for a spreadsheet or an invoice. */
export async function timeCsv(scope: Scope, wish: TimeWish): Promise<string> {
  const { items, people } = await timeSheet(scope, wish);
  const name = new Map(people.map((person) => [person.id, person.name]));
  return csvOf(
    HEAD,
    items.map(({ onDate, personId, project, card, minutes, note }) => [
      onDate,
      name.get(personId) ?? "",
      project?.name ?? "",
      card?.ref ?? "",
      card?.title ?? "",
      String(minutes),
      (minutes / 60).toFixed(2),
      note,
    ]),
  );
}

export async function cardTime(scope: Scope, cardId: string) {
  const rows = await entriesOfCard(scope, cardId);
  const running = await timersOfCard(scope, cardId);
  const days = rows.map(({ onDate }) => onDate).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  const locked = first && last ? await lockedWeeks(scope, weekOf(first), last) : [];
  return {
    minutes: rows.reduce((sum, { minutes }) => sum + minutes, 0),
    entries: rows.map((row) => ({ ...presentEntry(row), locked: locked.includes(weekOf(row.onDate)) })),
    running: running.map(({ personId, startedAt }) => ({ personId, startedAt: startedAt.toISOString() })),
  };
}
