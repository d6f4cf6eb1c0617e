/** Civil dates are `YYYY-MM-DD` text; here they only become words, in the viewer's language. */

const DAY_MS = 86_400_000;

function format(day: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(undefined, { ...options, timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** "Fri 12 Jun"; the year is told when it is not the one of `today`. */
export function dayText(day: string, today = todayIn()): string {
  const parts: Intl.DateTimeFormatOptions = { weekday: "short", day: "numeric", month: "short" };
  if (day.slice(0, 4) !== today.slice(0, 4)) parts.year = "numeric";
  return format(day, parts).replaceAll(",", "");
}

/** "12 Jun": where the weekday would be noise. */
export function shortDay(day: string): string {
  return format(day, { day: "numeric", month: "short" });
}

/** "Friday 12 June 2026": for screen readers and titles. */
export function longDay(day: string): string {
  return format(day, { weekday: "long", day: "numeric", month: "long", year: "numeric" }).replaceAll(",", "");
}

export function monthText(day: string): string {
  return format(day, { month: "short" });
}

/** Today in the viewer's zone, or in a zone by name. */
export function todayIn(zone?: string, now = new Date()): string {
  if (!zone) return dayHere(now);
  const options: Intl.DateTimeFormatOptions = { year: "numeric", month: "2-digit", day: "2-digit" };
  return new Intl.DateTimeFormat("en-CA", { ...options, timeZone: zone }).format(now);
}

/** Every page asks for it before it shows anything, and the first formatter of a page takes several milliseconds. */
function dayHere(now: Date): string {
  const year = String(now.getFullYear()).padStart(4, "0");
  const month = String(now.getMonth() + 1).padStart(2, "0");
  return `${year}-${month}-${String(now.getDate()).padStart(2, "0")}`;
}

/** Whole days from one civil date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** An instant in the viewer's zone: "Fri 12 Jun, 14:32". */
export function momentText(instant: string): string {
  const at = new Date(instant);
  const time = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" }).format(at);
  return `${dayText(todayIn(undefined, at))}, ${time}`;
}

/** How long ago: "just now", "5 min ago", "3 h ago", then the day. */
export function agoText(instant: string, now = Date.now()): string {
  const minutes = Math.floor((now - Date.parse(instant)) / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${minutes} min ago`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} h ago`;
  return dayText(todayIn(undefined, new Date(instant)));
}
