import { MINUTES_PER_DAY } from "../calendar/civil-date.ts";
import type { Zone, ZoneTransition } from "../calendar/zone.ts";

/** Zones of every continent: with and without summer time, half hours, both hemispheres, and beside the date line. */
export const FORTY_ZONES = [
  "UTC",
  "Europe/Berlin",
  "Europe/London",
  "Europe/Lisbon",
  "Europe/Dublin",
  "Europe/Athens",
  "Europe/Moscow",
  "Europe/Istanbul",
  "Europe/Chisinau",
  "Atlantic/Azores",
  "Atlantic/Reykjavik",
  "Africa/Casablanca",
  "Africa/Cairo",
  "Africa/Johannesburg",
  "Africa/Lagos",
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Phoenix",
  "America/Los_Angeles",
  "America/Anchorage",
  "America/St_Johns",
  "America/Sao_Paulo",
  "America/Santiago",
  "America/Havana",
  "America/Bogota",
  "America/Godthab",
  "Asia/Beirut",
  "Asia/Jerusalem",
  "Asia/Tehran",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Asia/Tokyo",
  "Australia/Sydney",
  "Australia/Adelaide",
  "Australia/Lord_Howe",
  "Pacific/Auckland",
  "Pacific/Chatham",
  "Pacific/Apia",
  "Pacific/Kiritimati",
] as const;

/** What clocks of a zone show at a minute of UTC, as the platform says: minutes of local time since 1970. */
export function shownAt(name: string): (minute: number) => number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: name,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  return (minute) => {
    const parts = new Map(format.formatToParts(minute * 60_000).map(({ type, value }) => [type, +value]));
    const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
    return Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute")) / 60_000;
  };
}

/** The zone between two minutes of UTC, found by looking at its clocks every day. */
export function platformZone(name: string, from: number, to: number): Zone {
  const shown = shownAt(name);
  const offset = (minute: number) => shown(minute) - minute;
  const transitions: ZoneTransition[] = [{ from, offset: offset(from) }];
  for (let minute = from; minute < to; minute += MINUTES_PER_DAY) {
    let [low, high] = [minute, minute + MINUTES_PER_DAY];
    const before = offset(low);
    if (offset(high) === before) continue;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offset(middle) === before) low = middle;
      else high = middle;
    }
    transitions.push({ from: high, offset: offset(high) });
  }
  return { name, transitions };
}
