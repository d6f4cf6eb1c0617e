import type { Scope } from "../access/scope.ts";
import { recordFor } from "../events/events.ts";
import { civilDate } from "../kit/clock.ts";
import { holidaysSince, insertHolidays } from "./holidays.store.ts";
import { type Place, placeKey } from "./place.ts";
import { publicHolidays } from "./public-holidays.ts";

/** Plans look two years ahead. */
const YEARS_AHEAD = 2;

export function lastYearNeeded(now: Date): number {
  return Number(civilDate(now, "UTC").slice(0, 4)) + YEARS_AHEAD;
}

/**
 * Adds the years that a place has not got yet to what was once taken of it. What is there stays as it is, and a day that was taken out in the last year it is
 * known of comes taken out: it can be put back, but nobody has to take it out again each year.
 */
export async function extendHolidays(scope: Scope, place: Place): Promise<number> {
  const { tx, actor, now } = scope;
  const source = placeKey(place);
  const known = (await holidaysSince(scope, source, "0001-01-01")).sort((a, b) =>
    a.onDate < b.onDate ? -1 : 1,
  );
  const lastKnown = known.at(-1);
  if (lastKnown === undefined) return 0;
  const [first, last] = [yearOf(lastKnown) + 1, lastYearNeeded(now)];
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  const unwanted = takenOut(known);
  const listed = (await publicHolidays(place, years)).filter(({ whole }) => whole);
  const days = listed.map(({ onDate, name }) => {
    const removedAt = unwanted.has(name) ? now : null;
    return { onDate, name, source, place: source, removedAt };
  });
  const added = await insertHolidays(scope, days);
  if (added.length === 0) return 0;
  const by = { workspaceId: actor.workspaceId, actorId: null, at: now };
  const subject = { kind: "workspace", id: actor.workspaceId } as const;
  await recordFor(tx, by, {
    verb: "holiday.imported",
    subject,
    data: { place: source, added: added.length, removed: 0 },
  });
  return added.length;
}

type Known = Awaited<ReturnType<typeof holidaysSince>>[number];

function yearOf({ onDate }: Pick<Known, "onDate">): number {
  return Number(onDate.slice(0, 4));
}

/** Names of which no day was left in the last year that has them. */
function takenOut(known: readonly Known[]): Set<string> {
  const names = new Set<string>();
  for (const [name, days] of Map.groupBy(known, (day) => day.name)) {
    const last = Math.max(...days.map(yearOf));
    if (days.every((day) => yearOf(day) < last || day.removedAt !== null)) names.add(name);
  }
  return names;
}
