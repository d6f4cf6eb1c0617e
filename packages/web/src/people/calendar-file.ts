import { addDays, daysBetween, isCivilDate } from "@milepost/planning";
import type Ical from "ical.js";
import { later } from "../lib/later.ts";
import { neededLines } from "./calendar-lines.ts";
import { isReadable, listedDates, startNear, stepCost } from "./calendar-rule.ts";

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
/** Times of plain series that are looked at in one file, or what costs as much; the rest takes as long as it is large. */
const MOST_STEPS = 3_000;
/** What a series costs before its first time is found, or an event that cannot be read. */
const BEGINNING = 10;
const AHEAD_DAYS = 730;
const MOST_FOUND = 400;
const REASON = 240;
/** Ten years, in seconds: the parser counts an end out month by month. */
const LONGEST = 315_360_000;

const openParser = later(() => import("ical.js"));

/** Which days does this calendar (an .ics file) name? Whole days alone: hours are the calendar's own business. */
export async function readCalendar(text: string, today: string): Promise<CalendarAnswer> {
  if (text.length > LARGEST) return { ok: false, why: "too_large" };
  const { default: ical } = await openParser();
  const events = eventsIn(ical, text);
  if (events === null) return { ok: false, why: "no_calendar" };
  const moved = new Set(events.flatMap(movedKey));
  const found = new Map<string, NamedDays>();
  const passed = { outside: 0, hours: 0, unread: 0 };
  const left: Steps = { count: MOST_STEPS };
  for (const event of events) {
    if (event.component.getFirstPropertyValue("status") === "CANCELLED") continue;
    const days = daysOf(event, moved, today, left);
    if (days === "unread") left.count -= BEGINNING;
    if (left.count < 0) return { ok: false, why: "too_much" };
    if (typeof days === "string") passed[days]++;
    else for (const one of days) found.set(`${one.fromOn} ${one.toOn} ${one.reason}`, one);
  }
  const days = joined([...found.values()]);
  return days.length > MOST_FOUND ? { ok: false, why: "too_much" } : { ok: true, days, passed };
}

/** How much may still be looked at. */
interface Steps {
  count: number;
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

function movedKey(event: Ical.Event): string[] {
  try {
    return occurrenceKey(event, event.recurrenceId);
  } catch {
    // The event itself is counted among those that cannot be read, if it is one.
    return [];
  }
}

/** The days of one event or of all its repetitions, or why there are none. */
function daysOf(
  event: Ical.Event,
  moved: ReadonlySet<string>,
  today: string,
  left: Steps,
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
    const window = { from: addDays(today, -length), to: last };
    const days = (repeats(event) ? startsOf(event, moved, window, left) : [first.fromOn])
      .map((fromOn) => ({ ...facts, fromOn, toOn: addDays(fromOn, length) }))
      .filter(({ fromOn, toOn }) => toOn >= today && fromOn <= last);
    return days.length === 0 ? "outside" : days;
  } catch {
    return "unread";
  }
}

/** First and last whole day; null for what takes less than a day. An event of days ends on the day before its end. */
function spanOf(event: Ical.Event): { fromOn: string; toOn: string } | null {
  const length = event.component.getFirstPropertyValue("duration") as Ical.Duration | null;
  if (length && Math.abs(length.toSeconds()) > LONGEST) throw new Error("it never ends");
  const { startDate, endDate } = event;
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

function repeats(event: Ical.Event): boolean {
  return event.isRecurring() && !event.isRecurrenceException();
}

/** Some may lie before that time; none where nothing is left to look with. */
function startsOf(
  event: Ical.Event,
  moved: ReadonlySet<string>,
  { from, to }: { from: string; to: string },
  left: Steps,
): string[] {
  if (!isReadable(event)) throw new Error("a repetition that is not read");
  const cost = stepCost(event.component);
  left.count -= BEGINNING + listedDates(event.component);
  if (left.count < 0) return [];
  const starts: string[] = [];
  const times = event.iterator(startNear(event, from));
  for (let time = times.next(); time; time = times.next()) {
    left.count -= cost;
    const on = dayOf(time);
    if (on > to || left.count < 0) break;
    if (!occurrenceKey(event, time).some((key) => moved.has(key))) starts.push(on);
  }
  return starts;
}
