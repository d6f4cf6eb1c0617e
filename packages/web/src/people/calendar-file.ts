import { addDays, daysBetween, isCivilDate } from "@milepost/planning";
import type Ical from "ical.js";
import { later } from "../lib/later.ts";
import { neededLines } from "./calendar-lines.ts";
import { isReadable } from "./calendar-rule.ts";

/** Days that a calendar names; from and to are both away. */
export interface NamedDays {
  fromOn: string;
  toOn: string;
  reason: string;
  /** The calendar counts them as busy; birthdays and the like are free. */
  busy: boolean;
}

export type CalendarAnswer =
  | {
      ok: true;
      /** From today to two years from now, by date. */
      days: NamedDays[];
      /** Events that were passed over: over already or too far ahead; shorter than a day; written in a way that is not understood. */
      passed: { outside: number; hours: number; unread: number };
    }
  | { ok: false; why: "no_calendar" | "too_large" | "too_much" };

/** Letters. */
const LARGEST = 5_000_000;
/** For all that repeats; the rest takes as long as it is large. */
const BUDGET_MS = 150;
const AHEAD_DAYS = 730;
/** A series that began so many times ago is older than anybody's calendar. */
const MOST_TIMES = 5_000;
const MOST_FOUND = 400;
const REASON = 240;

const openParser = later(() => import("ical.js"));

/** Which days does this calendar (an .ics file) name? Whole days alone: hours are the calendar's own business. */
export async function readCalendar(text: string, today: string): Promise<CalendarAnswer> {
  if (text.length > LARGEST) return { ok: false, why: "too_large" };
  const { default: ical } = await openParser();
  let spent = 0;
  const events = eventsIn(ical, text);
  if (events === null) return { ok: false, why: "no_calendar" };
  const moved = new Set(events.flatMap((event) => occurrenceKey(event, event.recurrenceId)));
  const found = new Map<string, NamedDays>();
  const passed = { outside: 0, hours: 0, unread: 0 };
  for (const event of events) {
    if (event.component.getFirstPropertyValue("status") === "CANCELLED") continue;
    const began = performance.now();
    const days = daysOf(event, moved, today);
    if (event.isRecurring()) spent += performance.now() - began;
    if (spent > BUDGET_MS) return { ok: false, why: "too_much" };
    if (typeof days === "string") passed[days]++;
    else for (const one of days) found.set(`${one.fromOn} ${one.toOn} ${one.reason}`, one);
  }
  const days = joined([...found.values()]);
  return days.length > MOST_FOUND ? { ok: false, why: "too_much" } : { ok: true, days, passed };
}

/** By date; days of one name that follow each other are one absence. */
function joined(days: readonly NamedDays[]): NamedDays[] {
  const all: NamedDays[] = [];
  for (const one of days.toSorted((a, b) => daysBetween(b.fromOn, a.fromOn) || daysBetween(b.toOn, a.toOn))) {
    const last = all.at(-1);
    const follows = last && last.reason === one.reason && last.busy === one.busy;
    if (follows && one.fromOn === addDays(last.toOn, 1)) last.toOn = one.toOn;
    else all.push({ ...one });
  }
  return all;
}

function eventsIn(ical: typeof Ical, text: string): Ical.Event[] | null {
  try {
    const calendar = new ical.Component(ical.parse(neededLines(text)));
    if (calendar.name !== "vcalendar") return null;
    return calendar.getAllSubcomponents("vevent").map((event) => new ical.Event(event, { exceptions: [] }));
  } catch {
    // The parser throws at whatever it does not understand.
    return null;
  }
}

/** A day of a series that was moved has an event of its own. */
function occurrenceKey({ uid }: Ical.Event, time: Ical.Time | null): string[] {
  return time ? [`${uid} ${time.toString()}`] : [];
}

/** The days of one event or of all its repetitions, or why there are none. */
function daysOf(
  event: Ical.Event,
  moved: ReadonlySet<string>,
  today: string,
): NamedDays[] | "outside" | "hours" | "unread" {
  try {
    const first = spanOf(event);
    if (first === null) return "hours";
    const last = addDays(today, AHEAD_DAYS);
    const length = daysBetween(first.fromOn, first.toOn);
    const facts = {
      reason: (event.summary ?? "").trim().replace(/\s+/g, " ").slice(0, REASON),
      busy: event.component.getFirstPropertyValue("transp") !== "TRANSPARENT",
    };
    const days = startsOf(event, moved, first.fromOn, last)
      .map((fromOn) => ({ ...facts, fromOn, toOn: addDays(fromOn, length) }))
      .filter(({ fromOn, toOn }) => toOn >= today && fromOn <= last);
    return days.length === 0 ? "outside" : days;
  } catch {
    return "unread";
  }
}

/** First and last whole day; null for what takes less than a day. An event of days ends on the day before its end. */
function spanOf({ startDate, endDate }: Ical.Event): { fromOn: string; toOn: string } | null {
  const [fromOn, endOn] = [dayOf(startDate), dayOf(endDate)];
  if (!startDate.isDate && endDate.toUnixTime() - startDate.toUnixTime() < 86_400) return null;
  const endsAtMidnight = endDate.isDate || (endDate.hour === 0 && endDate.minute === 0);
  const toOn = endsAtMidnight ? addDays(endOn, -1) : endOn;
  return { fromOn, toOn: toOn < fromOn ? fromOn : toOn };
}

function dayOf(time: Ical.Time): string {
  const day = time.toString().slice(0, 10);
  if (!isCivilDate(day)) throw new Error("no day");
  return day;
}

function startsOf(event: Ical.Event, moved: ReadonlySet<string>, fromOn: string, last: string): string[] {
  if (!event.isRecurring() || event.isRecurrenceException()) return [fromOn];
  if (!isReadable(event.component)) throw new Error("a repetition that is not read");
  const starts: string[] = [];
  const times = event.iterator();
  for (let i = 0, time = times.next(); time && i < MOST_TIMES; i++, time = times.next()) {
    const on = dayOf(time);
    if (on > last) break;
    if (!occurrenceKey(event, time).some((key) => moved.has(key))) starts.push(on);
  }
  return starts;
}
