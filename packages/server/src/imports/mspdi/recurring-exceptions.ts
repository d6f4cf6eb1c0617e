import { fromEpochDay, toEpochDay, weekdayOf } from "@milepost/planning";
import type { MspdiException } from "./mspdi-schema.ts";
import { dayOf } from "./mspdi-values.ts";

/** More days than this are no exception; the rest of a rule that never ends is left out. */
const MOST_DAYS = 4000;

/** The days on which an exception of a calendar holds, ascending. */
export function daysOfException(exception: MspdiException): number[] {
  const { FromDate, ToDate } = exception.TimePeriod ?? {};
  if (FromDate === undefined || ToDate === undefined) return [];
  const [first, last] = [dayOf(FromDate), dayOf(ToDate)];
  const most = Math.min(exception.Occurrences || MOST_DAYS, MOST_DAYS);
  const holds = ruleOf(exception, first);
  const days: number[] = [];
  for (let day = first; day <= last && days.length < most; day++) if (holds(day)) days.push(day);
  return days;
}

/** Types of MSPDI: 1 daily, 2 yearly by day, 3 yearly by position, 4 monthly by day, 5 monthly by position, 6 weekly, 7 every n days. */
function ruleOf(exception: MspdiException, first: number): (day: number) => boolean {
  const every = Math.max(1, exception.Period ?? 1);
  switch (exception.Type ?? 1) {
    case 2:
      return (day) => isMonth(day, exception) && dayOfMonth(day) === exception.MonthDay;
    case 3:
      return (day) => isMonth(day, exception) && isPosition(day, exception);
    case 4:
      return (day) => monthsBetween(first, day) % every === 0 && dayOfMonth(day) === exception.MonthDay;
    case 5:
      return (day) => monthsBetween(first, day) % every === 0 && isPosition(day, exception);
    case 6:
      return (day) => weeksBetween(first, day) % every === 0 && isWeekday(day, exception.DaysOfWeek ?? 0);
    case 7:
      return (day) => (day - first) % every === 0;
    default:
      return () => true;
  }
}

function isMonth(day: number, { Month }: MspdiException): boolean {
  return civil(day).month === (Month ?? 0) + 1;
}

/** First to fourth (0 to 3) or last (4) of what `MonthItem` names: any day, a day of the week, a weekend day, or Sunday (3) to Saturday (9). */
function isPosition(day: number, { MonthItem = 0, MonthPosition = 0 }: MspdiException): boolean {
  if (!isItem(day, MonthItem)) return false;
  const { year, month } = civil(day);
  const start = toEpochDay(`${year}-${String(month).padStart(2, "0")}-01`);
  const end = start + daysInMonth(year, month);
  const alike: number[] = [];
  for (let each = start; each < end; each++) if (isItem(each, MonthItem)) alike.push(each);
  return day === (MonthPosition === 4 ? alike.at(-1) : alike[MonthPosition]);
}

function isItem(day: number, item: number): boolean {
  const sunday = fromSunday(day);
  if (item === 0) return true;
  if (item === 1) return sunday !== 0 && sunday !== 6;
  if (item === 2) return sunday === 0 || sunday === 6;
  return sunday === item - 3;
}

/** Bits from Sunday = 1 to Saturday = 64. */
function isWeekday(day: number, mask: number): boolean {
  return (mask & (1 << fromSunday(day))) !== 0;
}

function fromSunday(day: number): number {
  return (weekdayOf(day) + 1) % 7;
}

function weeksBetween(first: number, day: number): number {
  return Math.floor((day - (first - fromSunday(first))) / 7);
}

function monthsBetween(first: number, day: number): number {
  const [a, b] = [civil(first), civil(day)];
  return (b.year - a.year) * 12 + b.month - a.month;
}

function dayOfMonth(day: number): number {
  return civil(day).day;
}

function daysInMonth(year: number, month: number): number {
  const [nextYear, next] = month === 12 ? [year + 1, 1] : [year, month + 1];
  const first = (y: number, m: number) => toEpochDay(`${y}-${String(m).padStart(2, "0")}-01`);
  return first(nextYear, next) - first(year, month);
}

function civil(day: number): { year: number; month: number; day: number } {
  const [year, month, date] = fromEpochDay(day).split("-").map(Number);
  return { year: year ?? 0, month: month ?? 0, day: date ?? 0 };
}
