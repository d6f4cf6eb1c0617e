import { addDays } from "./dates.ts";

const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const FULL_WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** "+3d", "+2w", "fri", "12 jun" -> the next such day. */
export function dayInWords(text: string, today: string): string | null {
  const ahead = /^\+(\d+)([dw])$/.exec(text);
  if (ahead) return addDays(today, Number(ahead[1]) * (ahead[2] === "w" ? 7 : 1));
  const weekday = Math.max(WEEKDAYS.indexOf(text), FULL_WEEKDAYS.indexOf(text));
  if (weekday >= 0) return addDays(today, (weekday - weekdayInWords(today) + 7) % 7);
  if (text === "today") return today;
  if (text === "tomorrow") return addDays(today, 1);
  const [, day, month] = /^(\d{1,2}) ([a-z]{3})[a-z]*$/.exec(text) ?? [];
  return day && month ? nextDate(Number(day), MONTHS.indexOf(month), today) : null;
}

function nextDate(day: number, month: number, today: string): string | null {
  if (month < 0) return null;
  const year = Number(today.slice(0, 4));
  const dates = [year, year + 1].map((each) => {
    const date = new Date(Date.UTC(each, month, day));
    return date.getUTCMonth() === month ? date.toISOString().slice(0, 10) : null;
  });
  return dates.find((date) => date !== null && date >= today) ?? null;
}

function weekdayInWords(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}
