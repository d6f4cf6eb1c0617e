import { daysBetween } from "@milepost/planning";
import type Ical from "ical.js";

/** Repetitions as people have them. Others can be written that never come, and whose search never ends. */
const READABLE: Record<string, readonly string[]> = {
  DAILY: [""],
  WEEKLY: ["", "BYDAY"],
  MONTHLY: ["", "BYDAY", "BYMONTHDAY"],
  YEARLY: ["", "BYMONTH", "BYMONTH,BYMONTHDAY"],
};
const LONGEST_INTERVAL = 1_000;
const MOST_VALUES = 31;
/** Days that each month has in every year. */
const SURE_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Days that are named in a month or year are searched for among all of its days. */
const SEARCHED = 8;
const LEAP = 4;
const LONGEST_YEAR = 366;
/** Where the values of a property begin as the parser keeps them. */
const VALUES_FROM = 3;

/** Can the repetition of this event be followed? */
export function isReadable({ component, startDate }: Ical.Event): boolean {
  return rulesOf(component).every((rule) => {
    const { freq, interval, parts } = rule;
    if (!READABLE[freq]?.includes(Object.keys(parts).sort().join(","))) return false;
    return interval <= LONGEST_INTERVAL && valuesOf(rule).length <= MOST_VALUES && comes(rule, startDate.day);
  });
}

/** The parser looks on for ever where no month or year has such a day. */
function comes({ freq, interval, parts }: Ical.Recur, startDay: number): boolean {
  const { BYDAY = [], BYMONTH = [], BYMONTHDAY = [startDay] } = parts as Record<string, (string | number)[]>;
  if (freq === "MONTHLY") return interval === 1 || !BYDAY.some((day) => /^[+-]?5/.test(String(day)));
  if (freq !== "YEARLY" || BYMONTH.length === 0) return true;
  return BYMONTH.some((month) =>
    BYMONTHDAY.some((day) => Math.abs(Number(day)) <= (SURE_DAYS[Number(month) - 1] ?? 0)),
  );
}

/** What it costs to find one more of its times; that of a plain rule is 1. */
export function stepCost(event: Ical.Component): number {
  const costs = rulesOf(event).map((rule) =>
    rule.freq === "MONTHLY" || rule.freq === "YEARLY" ? 1 + SEARCHED * valuesOf(rule).length : 1,
  );
  return costs.reduce((sum, cost) => sum + cost, 0);
}

/** How many single days are added to the repetition or taken out of it; counted without reading them. */
export function listedDates(event: Ical.Component): number {
  const dates = [...event.getAllProperties("rdate"), ...event.getAllProperties("exdate")];
  return dates.reduce((sum, { jCal }) => sum + jCal.length - VALUES_FROM, 0);
}

/** A time of the series before that day but not long before it; its first one where it ends by a count. */
export function startNear({ component, startDate }: Ical.Event, day: string): Ical.Time {
  const near = startDate.clone();
  const [rule, ...others] = rulesOf(component);
  if (!rule || others.length > 0 || rule.count) return near;
  const days = daysBetween(startDate.toString().slice(0, 10), day);
  const times = (unit: number) => Math.max(0, Math.floor(days / unit) - 1);
  const { freq, interval } = rule;
  if (freq === "DAILY" || freq === "WEEKLY") {
    const unit = freq === "DAILY" ? interval : 7 * interval;
    near.adjust(times(unit) * unit, 0, 0, 0);
  } else {
    const isLeapDay = startDate.month === 2 && startDate.day === 29;
    const years = (freq === "YEARLY" ? interval : wholeYears(interval)) * (isLeapDay ? LEAP : 1);
    near.year += times(years * LONGEST_YEAR) * years;
  }
  return near;
}

/** In so many years months that are so far apart come back to the same month. */
function wholeYears(months: number): number {
  const shared = [12, 6, 4, 3, 2].find((each) => months % each === 0) ?? 1;
  return months / shared;
}

function valuesOf({ parts }: Ical.Recur): unknown[] {
  return Object.values(parts).flat();
}

function rulesOf(event: Ical.Component): Ical.Recur[] {
  // Of this property the parser makes a rule.
  return event.getAllProperties("rrule").map((property) => property.getFirstValue() as unknown as Ical.Recur);
}
