import { type Calendar, createCalendar, ELAPSED_CALENDAR } from "../calendar/calendar.ts";
import { toEpochDay } from "../calendar/civil-date.ts";
import type { Timeline } from "../calendar/timeline.ts";
import type { CalendarSpec, CivilDate, LinkKind, PlanLink } from "../plan.ts";

/**
 * The ends of an item as borders between days: `start` is its first day, `finish` the day after its last. So "starts when that one
 * has finished" is `start >= finish`, whatever lies in between.
 */
export interface Borders {
  readonly start: number | null;
  readonly finish: number | null;
}

export type End = "start" | "finish";

/** The calendars that dates and lags of a plan run on. */
export interface DateCalendars {
  readonly project: Calendar;
  readonly elapsed: Calendar;
}

export function dateCalendars(spec: CalendarSpec): DateCalendars {
  return { project: createCalendar(spec), elapsed: ELAPSED_CALENDAR };
}

export function bordersOf(firstOn: CivilDate | null, lastOn: CivilDate | null): Borders {
  return {
    start: firstOn === null ? null : toEpochDay(firstOn),
    finish: lastOn === null ? null : toEpochDay(lastOn) + 1,
  };
}

/** The end of the predecessor at which a link begins. */
export function leavingEnd(kind: LinkKind): End {
  return kind === "FS" || kind === "FF" ? "finish" : "start";
}

/** The end of the successor that a link holds. */
export function enteringEnd(kind: LinkKind): End {
  return kind === "FF" || kind === "SF" ? "finish" : "start";
}

/** The border held by a link: an item that has only a last day begins, for links, on that day. */
export function heldBorder({ start, finish }: Borders, end: End): number | null {
  if (end === "finish") return finish;
  return start ?? (finish === null ? null : finish - 1);
}

/** Where a lag of n working days leads from a border; a negative one leads back. */
export function afterLag(days: Timeline, border: number, lag: number): number {
  return lag === 0 ? border : days.finishAt(days.worked(border) + lag);
}

/** The first border that a link allows to its successor; `null` where the predecessor has no such date. */
export function linkDemand(
  { kind, lagDays, lagCalendar }: PlanLink,
  predecessor: Borders,
  { project, elapsed }: DateCalendars,
): number | null {
  const leaving = predecessor[leavingEnd(kind)];
  const { days } = lagCalendar === "elapsed" ? elapsed : project;
  return leaving === null ? null : afterLag(days, leaving, lagDays);
}
