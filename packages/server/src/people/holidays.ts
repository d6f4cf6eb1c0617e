import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { conflict, notFound, refused } from "../kit/errors.ts";
import { deleteHoliday, findHoliday, type Holiday, insertHolidays } from "./holidays.store.ts";

export async function addHoliday(scope: Scope, day: { onDate: string; name: string }): Promise<Holiday> {
  const [added] = await insertHolidays(scope, [{ ...day, source: "own" }]);
  if (!added) throw conflict("holiday-exists", "This holiday is in the calendar already.");
  await changed(scope, "holiday.added", { onDate: day.onDate });
  return added;
}

export async function holiday(scope: Scope, id: string): Promise<Holiday> {
  const found = await findHoliday(scope, id);
  if (!found) throw notFound();
  return found;
}

export async function removeHoliday(scope: Scope, id: string): Promise<void> {
  const { onDate } = await holiday(scope, id);
  await deleteHoliday(scope, id);
  await changed(scope, "holiday.removed", { onDate });
}

export interface HolidayImport {
  country: string;
  region?: string | undefined;
  year: number;
}

/** Public holidays of a country and year; a second import of the same adds nothing. */
export async function importHolidays(
  scope: Scope,
  wanted: HolidayImport,
): Promise<{ added: number; found: number }> {
  const days = await publicHolidays(wanted);
  if (days.length === 0)
    throw refused("holidays-unknown", "There is no list of public holidays for this country or region.");
  const added = await insertHolidays(scope, days);
  if (added.length > 0)
    await changed(scope, "holiday.imported", {
      country: wanted.country,
      year: wanted.year,
      added: added.length,
    });
  return { added: added.length, found: days.length };
}

/** The list is large (7 MB of rules), so it is read only when somebody asks for it. */
async function publicHolidays({ country, region, year }: HolidayImport): Promise<Omit<Holiday, "id">[]> {
  const { default: Holidays } = await import("date-holidays");
  const calendar = new Holidays({ types: ["public"] });
  if (!Object.hasOwn(calendar.getCountries("en"), country)) return [];
  if (region && !Object.hasOwn(calendar.getStates(country, "en") ?? {}, region)) return [];
  if (region) calendar.init(country, region);
  else calendar.init(country);
  const source = region ? `${country}-${region}` : country;
  return calendar.getHolidays(year).map(({ date, name }) => ({ onDate: date.slice(0, 10), name, source }));
}

async function changed(
  scope: Scope,
  verb: `holiday.${string}`,
  data: Record<string, unknown>,
): Promise<void> {
  await record(scope, { verb, subject: { kind: "workspace", id: scope.actor.workspaceId }, data });
}
