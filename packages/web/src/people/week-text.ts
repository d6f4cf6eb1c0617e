/** A working week as minutes of the day, Monday first: `[[540, 1020]]` is 9 to 17. */
export type Week = readonly (readonly (readonly number[])[])[];

const HOURS = /^(\d{1,2}(?:[.,]\d{1,2})?)\s*h$/i;
const NINE = 540;
const TIME = /^(\d{1,2})(?::(\d{2}))?$/;

/** `[[540, 720], [780, 1020]]` -> "9:00-12:00, 13:00-17:00". */
export function dayToText(day: Week[number]): string {
  return day.map(([from = 0, to = 0]) => `${clock(from)}-${clock(to)}`).join(", ");
}

/**
 * What a person types for a day: "9-17", "9:00 - 12:30, 13:30-18", or only how much, "4 h", which begins at 9:00; empty is
 * a free day, null is not understood.
 */
export function textToDay(text: string): [number, number][] | null {
  const hours = hoursAlone(text.trim());
  if (hours !== undefined) return hours;
  const parts = text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter(Boolean);
  const day: [number, number][] = [];
  for (const part of parts) {
    const [from, to, more] = part.split(/\s*[-–]\s*/).map(minutes);
    if (from === undefined || to === undefined || more !== undefined || from === null || to === null)
      return null;
    if (from >= to || from < (day.at(-1)?.[1] ?? 0)) return null;
    day.push([from, to]);
  }
  return day;
}

/** Hours without clock times start at 9:00, or earlier where the day would end before they do. */
function hoursAlone(text: string): [number, number][] | null | undefined {
  const [, hours] = HOURS.exec(text) ?? [];
  if (hours === undefined) return undefined;
  const length = Math.round(Number(hours.replace(",", ".")) * 60);
  if (length > 1440) return null;
  const from = Math.min(NINE, 1440 - length);
  return length === 0 ? [] : [[from, from + length]];
}

export function hoursOf(days: Week): string {
  const total = days.flat().reduce((sum, [from = 0, to = 0]) => sum + to - from, 0);
  const hours = Math.round(total / 6) / 10;
  return `${hours} h`;
}

function minutes(text: string): number | null {
  const [, hour, minute = "0"] = TIME.exec(text) ?? [];
  const value = Number(hour) * 60 + Number(minute);
  return hour !== undefined && Number(minute) < 60 && value <= 1440 ? value : null;
}

function clock(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`;
}
