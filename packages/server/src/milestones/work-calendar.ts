import {
  type Calendar,
  type CalendarSpec,
  createCalendar,
  type DaysOff,
  DEFAULT_WEEK,
  type MinuteInterval,
  projectCalendar,
  type WeekPattern,
  windowLength,
} from "@milepost/planning";
import { z } from "zod";
import type { Scope } from "../access/scope.ts";
import { civilDate } from "../kit/clock.ts";
import { workspaceTime } from "./work-calendar.store.ts";

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const Week = z.array(z.array(z.tuple([z.number(), z.number()]))).length(7);

export interface WorkCalendar {
  zone: string;
  /** The civil date it is in the workspace's zone. */
  today: string;
  spec: CalendarSpec;
  calendar: Calendar;
}

/** The calendar that plans are counted on: the workspace's week without its holidays. */
export async function workCalendar(scope: Scope): Promise<WorkCalendar> {
  const { zone, week, holidays } = await workspaceTime(scope);
  const spec = projectCalendar(weekPattern(week) ?? DEFAULT_WEEK, holidaysOf(holidays));
  return { zone, today: civilDate(scope.now, zone), spec, calendar: createCalendar(spec) };
}

/** Holidays as planning reads them. */
export function holidaysOf(holidays: readonly { day: string; name: string }[]): DaysOff[] {
  return holidays.map(({ day, name }) => ({ from: day, to: day, why: name }));
}

/** A stored week, Monday first, as planning reads it; null for what is not one. */
export function weekPattern(stored: unknown): WeekPattern | null {
  const { success, data } = Week.safeParse(stored);
  if (!success) return null;
  const days: [string, readonly MinuteInterval[]][] = WEEKDAYS.map((day, index) => [day, data[index] ?? []]);
  return Object.fromEntries(days);
}

/** The working days of a window, both ends included; null while an end is open. */
export function workingDaysOf(
  calendar: Calendar,
  { startOn, targetOn }: { startOn: string | null; targetOn: string | null },
): number | null {
  return startOn === null || targetOn === null ? null : windowLength(calendar, startOn, targetOn);
}
