import { addDays, daysBetween } from "@milepost/planning";
import type HolidayRules from "date-holidays";
import type { HolidaysTypes } from "date-holidays";
import { type Place, placeKey } from "./place.ts";

export interface PublicHoliday {
  onDate: string;
  name: string;
  /** Days on which work ends early are told, not taken. */
  whole: boolean;
}

const MIDNIGHT = "00:00:00";
const DAY_MS = 86_400_000;

/** The public holidays of a place in these years; empty where no list is known. A feast of several days is as many days. */
export async function publicHolidays(place: Place, years: readonly number[]): Promise<PublicHoliday[]> {
  const calendar = await rulesOf(place);
  if (!calendar) return [];
  // The library's own filter is lost when a country is chosen.
  const listed = years.flatMap((year) => calendar.getHolidays(year)).filter(({ type }) => type === "public");
  const days = listed.flatMap(daysOf);
  const known = new Map(days.map((day) => [`${day.onDate} ${day.name}`, day]));
  return [...known.values()].sort((a, b) => daysBetween(b.onDate, a.onDate) || (a.name < b.name ? -1 : 1));
}

/** Regions whose holidays differ, by code and name. */
export async function regionsOf(country: string): Promise<{ code: string; name: string }[]> {
  const calendar = await openRules();
  if (!Object.hasOwn(calendar.getCountries("en"), country)) return [];
  return Object.entries(calendar.getStates(country, "en") ?? {}).map(([code, name]) => ({ code, name }));
}

/** Is there a list for this place? */
export async function knowsPlace(place: Place): Promise<boolean> {
  return placeKey(place) !== "" && (await rulesOf(place)) !== null;
}

/** The list is large (7 MB of rules), so it is read only when somebody asks for it. */
async function openRules(): Promise<HolidayRules> {
  const { default: Rules } = await import("date-holidays");
  return new Rules();
}

async function rulesOf({ country, region }: Place): Promise<HolidayRules | null> {
  const calendar = await openRules();
  if (country === null || !Object.hasOwn(calendar.getCountries("en"), country)) return null;
  if (region === null) calendar.init(country);
  else if (Object.hasOwn(calendar.getStates(country, "en") ?? {}, region)) calendar.init(country, region);
  else return null;
  return calendar;
}

function daysOf({ date, name, start, end }: HolidaysTypes.Holiday): PublicHoliday[] {
  const first = date.slice(0, 10);
  if (!date.slice(11).startsWith(MIDNIGHT)) return [{ onDate: first, name, whole: false }];
  // A day on which the clocks change is an hour short; a feast that ends at noon has one whole day less.
  const length = Math.floor((end.getTime() - start.getTime()) / DAY_MS + 0.1);
  return Array.from({ length: Math.max(1, length) }, (_, n) => ({
    onDate: addDays(first, n),
    name,
    whole: length >= 1,
  }));
}
