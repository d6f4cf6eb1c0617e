import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { civilDate } from "../kit/clock.ts";
import { conflict, invalid, notFound, refused } from "../kit/errors.ts";
import {
  deleteHolidays,
  findHoliday,
  type Holiday,
  holidaysSince,
  insertHolidays,
  listHolidays,
  type NewHoliday,
  putBack,
  setAllRemoved,
  setRemoved,
} from "./holidays.store.ts";
import { type Place, type PlaceChange, placeAfter, placeKey } from "./place.ts";
import { knowsPlace, type PublicHoliday, publicHolidays } from "./public-holidays.ts";
import { findWorkspace, updateWorkspace } from "./workspaces.store.ts";

const EVERYBODY = "";
const OWN = "own";

/** What the calendar of a place holds: its days and everybody's. */
export async function holidaysAt(scope: Scope, place: Place | null, year?: number): Promise<Holiday[]> {
  return listHolidays(scope, [EVERYBODY, placeKey(place ?? (await findWorkspace(scope)))], year);
}

export async function addHoliday(scope: Scope, day: { onDate: string; name: string }): Promise<Holiday> {
  const wanted = { ...day, source: OWN, place: EVERYBODY };
  const [added] = await insertHolidays(scope, [wanted]);
  if (added) {
    await changed(scope, "holiday.added", { onDate: day.onDate });
    return added;
  }
  const before = await findHoliday(scope, wanted);
  if (!before?.removedAt) throw conflict("holiday-exists", "This holiday is in the calendar already.");
  return restoreHoliday(scope, before.id);
}

/** Everybody's own days, one a date: where it is a holiday already, under whatever name, nothing is added. */
export async function addHolidays(
  scope: Scope,
  days: readonly { onDate: string; name: string }[],
): Promise<Holiday[]> {
  const taken = new Set((await holidaysAt(scope, null)).map(({ onDate }) => onDate));
  const wanted: NewHoliday[] = [];
  for (const day of days) {
    if (taken.has(day.onDate)) continue;
    taken.add(day.onDate);
    wanted.push({ ...day, source: OWN, place: EVERYBODY });
  }
  const added = [...(await putBack(scope, EVERYBODY, wanted)), ...(await insertHolidays(scope, wanted))];
  if (added.length > 0)
    await changed(scope, "holiday.imported", { place: EVERYBODY, added: added.length, removed: 0 });
  return added.toSorted((a, b) => (a.onDate < b.onDate ? -1 : 1));
}

/** Together, as they came; tells how many were still there. */
export async function removeHolidays(scope: Scope, ids: readonly string[]): Promise<number> {
  const dates = await setAllRemoved(scope, ids, scope.now);
  if (dates.length > 0) await changed(scope, "holiday.removed", { onDates: dates });
  return dates.length;
}

export async function holiday(scope: Scope, id: string) {
  const found = await findHoliday(scope, { id });
  if (!found) throw notFound();
  return found;
}

/** It stays as a row: the next refresh of its place must not bring it back. */
export async function removeHoliday(scope: Scope, id: string): Promise<void> {
  const { onDate } = await holiday(scope, id);
  if (!(await setRemoved(scope, id, scope.now))) throw notFound();
  await changed(scope, "holiday.removed", { onDate });
}

export async function restoreHoliday(scope: Scope, id: string): Promise<Holiday> {
  const { removedAt, ...found } = await holiday(scope, id);
  if (removedAt !== null && (await setRemoved(scope, id, null)))
    await changed(scope, "holiday.restored", { onDate: found.onDate });
  return found;
}

export type PreviewState = "new" | "here" | "removed" | "gone" | "part of a day";

/** What taking over the list of a place would do, day by day; changes nothing. */
export async function previewHolidays(scope: Scope, place: Place) {
  const { listed, known } = await compare(scope, place);
  const here = new Map(known.map((row) => [dayKey(row), row]));
  const states = listed.map(({ whole, ...day }) => {
    const row = here.get(dayKey(day));
    const state: PreviewState = !whole ? "part of a day" : !row ? "new" : row.removedAt ? "removed" : "here";
    return { ...day, state };
  });
  const gone = leftBehind(listed, known).map(({ onDate, name }) => ({
    onDate,
    name,
    state: "gone" as const,
  }));
  return [...states, ...gone].sort((a, b) => (a.onDate < b.onDate ? -1 : 1));
}

/**
 * Brings the days of a place up to its list, from last year to the year after next. Own days stay, and what somebody has
 * taken out stays out.
 */
async function takeHolidays(
  scope: Scope,
  place: Place,
  year?: number,
): Promise<{ added: number; found: number }> {
  const { listed, known } = await compare(scope, place, year);
  const source = placeKey(place);
  const wholeDays = listed.filter(({ whole }) => whole);
  const days = wholeDays.map(({ onDate, name }) => ({ onDate, name, source, place: source }));
  const added = await insertHolidays(scope, days);
  const gone = leftBehind(listed, known);
  await deleteHolidays(
    scope,
    gone.map(({ id }) => id),
  );
  if (added.length + gone.length > 0)
    await changed(scope, "holiday.imported", { place: source, added: added.length, removed: gone.length });
  return { added: added.length, found: days.length };
}

/** The workspace's holidays are from now on those of this place. */
export async function importHolidays(
  scope: Scope,
  place: Place,
  year?: number,
): Promise<{ added: number; found: number }> {
  const taken = await takeHolidays(scope, place, year);
  if (taken.found === 0)
    throw refused("holidays-unknown", "There is no list of public holidays for this country or region.");
  const { revision, ...before } = await findWorkspace(scope);
  if (placeKey(before) === placeKey(place)) return taken;
  if (!(await updateWorkspace(scope, revision, place)))
    throw conflict("workspace-changed", "The workspace was changed meanwhile.");
  await changed(scope, "holiday.placeChanged", { from: placeKey(before), to: placeKey(place) });
  return taken;
}

/**
 * What a change of place means for the row that holds it. The days of the new place are there at once, so that no plan is
 * ever counted without them.
 */
export async function takeUpPlace(scope: Scope, before: Place, change: PlaceChange): Promise<Partial<Place>> {
  const place = placeAfter(before, change);
  if (place === null) return {};
  if (place.region !== null && !(await knowsPlace(place)))
    throw invalid([{ path: "region", message: "This country has no such region." }]);
  if (place.country !== null) await takeHolidays(scope, place);
  return place;
}

/** The list of a place beside what is stored of it, in one year or in those that plans look at. */
async function compare(scope: Scope, place: Place, year?: number) {
  const now = Number(civilDate(scope.now, scope.actor.zone).slice(0, 4));
  const years = year === undefined ? [now - 1, now, now + 1, now + 2] : [year];
  const listed = await publicHolidays(place, years);
  return { listed, known: await holidaysSince(scope, placeKey(place), `${years[0]}-01-01`) };
}

type Known = Awaited<ReturnType<typeof holidaysSince>>[number];

/** Stored days of the list that the list no longer has, within its years. */
function leftBehind(listed: readonly PublicHoliday[], known: readonly Known[]): Known[] {
  const last = listed.at(-1)?.onDate;
  if (last === undefined) return [];
  const names = new Set(listed.filter(({ whole }) => whole).map(dayKey));
  return known.filter(
    (row) => row.source !== OWN && row.removedAt === null && row.onDate <= last && !names.has(dayKey(row)),
  );
}

function dayKey({ onDate, name }: { onDate: string; name: string }): string {
  return `${onDate} ${name}`;
}

async function changed(
  scope: Scope,
  verb: `holiday.${string}`,
  data: Record<string, unknown>,
): Promise<void> {
  await record(scope, { verb, subject: { kind: "workspace", id: scope.actor.workspaceId }, data });
}
