import {
  addDays,
  type CivilDate,
  daysBetween,
  type ExtraDay,
  fromEpochDay,
  type MinuteInterval,
  type NamedCalendar,
  type Weekday,
  type WeekPattern,
  type WorkWeek,
} from "@milepost/planning";
import type { MspdiCalendar, MspdiProject, MspdiWeekDay } from "./mspdi-schema.ts";
import { minuteOfDay } from "./mspdi-values.ts";
import { unreadable } from "./mspdi-xml.ts";
import { daysOfException } from "./recurring-exceptions.ts";

/** MS Project counts the days of the week from Sunday = 1. */
export const WEEKDAYS: readonly Weekday[] = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

const STANDARD: WeekPattern = Object.fromEntries(
  WEEKDAYS.slice(1, 6).map((day): [Weekday, MinuteInterval[]] => [
    day,
    [
      [480, 720],
      [780, 1020],
    ],
  ]),
);

const MOST_DAYS = 2_000_000;

/** A day without times: work from eight to five, as MS Project has it. */
const USUAL_DAY: readonly MinuteInterval[] = STANDARD.mon ?? [];

/** The calendars of a file, each whole: what one takes over from its base calendar is in it. */
export function readCalendars({ Calendars }: MspdiProject): NamedCalendar[] {
  const byUid = new Map(Calendars.map((calendar) => [calendar.UID, calendar]));
  let days = 0;
  return Calendars.flatMap((calendar) => {
    if (calendar.UID === undefined) return [];
    const lineage = lineageOf(calendar, byUid);
    days += lineage.reduce((sum, each) => sum + daysSpokenOf(each), 0);
    if (days > MOST_DAYS)
      throw unreadable("The calendars of the plan speak of more days than an import takes.");
    return [
      {
        id: String(calendar.UID),
        ...(calendar.Name === undefined ? {} : { name: calendar.Name }),
        ...specOf(lineage),
      },
    ];
  });
}

/** All days of all spells that a calendar sets apart, so that a small file cannot ask for endless work. */
function daysSpokenOf({ WeekDays, Exceptions, WorkWeeks }: MspdiCalendar): number {
  return [...WeekDays, ...Exceptions, ...WorkWeeks].reduce((sum, { TimePeriod }) => {
    const { FromDate, ToDate } = TimePeriod ?? {};
    if (FromDate === undefined || ToDate === undefined) return sum;
    return sum + Math.max(0, daysBetween(FromDate.slice(0, 10), ToDate.slice(0, 10)) + 1);
  }, 0);
}

/** From the farthest base to the calendar itself. */
function lineageOf(
  calendar: MspdiCalendar,
  byUid: ReadonlyMap<number | undefined, MspdiCalendar>,
): MspdiCalendar[] {
  const line: MspdiCalendar[] = [];
  for (
    let at: MspdiCalendar | undefined = calendar;
    at !== undefined && !line.includes(at);
    at = baseOf(at, byUid)
  ) {
    line.unshift(at);
  }
  return line;
}

function baseOf({ BaseCalendarUID }: MspdiCalendar, byUid: ReadonlyMap<number | undefined, MspdiCalendar>) {
  return BaseCalendarUID === undefined || BaseCalendarUID <= 0 ? undefined : byUid.get(BaseCalendarUID);
}

function specOf(lineage: readonly MspdiCalendar[]): Omit<NamedCalendar, "id" | "name"> {
  const usual = isBare(lineage) ? STANDARD : {};
  const week: WeekPattern = Object.assign({}, usual, ...lineage.map(({ WeekDays }) => weekOf(WeekDays)));
  const workWeeks = lineage.flatMap(({ WorkWeeks }) => WorkWeeks.flatMap((dated) => workWeekOf(dated, week)));
  const exceptions = lineage.flatMap(exceptionsOf);
  const daysOff = exceptions.flatMap(({ spells, intervals, why }) =>
    intervals.length > 0 ? [] : spells.map((spell) => ({ ...spell, ...(why === undefined ? {} : { why }) })),
  );
  const extraDays = exceptions.flatMap(({ spells, intervals }) =>
    intervals.length === 0 ? [] : spells.flatMap((spell) => eachDay(spell, intervals)),
  );
  return {
    week: worked(week),
    ...(workWeeks.length === 0 ? {} : { workWeeks }),
    ...(daysOff.length === 0 ? {} : { daysOff }),
    ...(extraDays.length === 0 ? {} : { extraDays }),
  };
}

interface Exceptional {
  readonly spells: readonly { readonly from: CivilDate; readonly to: CivilDate }[];
  readonly intervals: readonly MinuteInterval[];
  readonly why: string | undefined;
}

/** Files of 2003 and before have their exceptions among the days of the week, as day 0; later ones have them there too. */
function exceptionsOf({ WeekDays, Exceptions }: MspdiCalendar): Exceptional[] {
  if (Exceptions.length > 0) {
    return Exceptions.map((exception) => ({
      spells: spellsOf(daysOfException(exception)),
      intervals: timesOf(exception),
      why: exception.Name,
    }));
  }
  return WeekDays.flatMap((day) => {
    const { FromDate, ToDate } = day.TimePeriod ?? {};
    if (day.DayType !== 0 || FromDate === undefined || ToDate === undefined) return [];
    const spells = [{ from: FromDate.slice(0, 10), to: ToDate.slice(0, 10) }];
    return [{ spells, intervals: timesOf(day), why: undefined }];
  });
}

/** Days that follow one another, together. */
function spellsOf(days: readonly number[]): { from: CivilDate; to: CivilDate }[] {
  const spells: { first: number; last: number }[] = [];
  for (const day of days) {
    const open = spells.at(-1);
    if (open?.last === day - 1) open.last = day;
    else spells.push({ first: day, last: day });
  }
  return spells.map(({ first, last }) => ({ from: fromEpochDay(first), to: fromEpochDay(last) }));
}

function eachDay(
  { from, to }: { from: CivilDate; to: CivilDate },
  intervals: readonly MinuteInterval[],
): ExtraDay[] {
  const days = Math.max(0, daysBetween(from, to) + 1);
  return Array.from({ length: days }, (_, i) => ({ on: addDays(from, i), intervals }));
}

function isBare([base]: readonly MspdiCalendar[]): boolean {
  return base?.WeekDays.every(({ DayType }) => DayType === 0) ?? true;
}

function weekOf(days: readonly MspdiWeekDay[]): WeekPattern {
  return Object.fromEntries(
    days.flatMap((day) => {
      const weekday = WEEKDAYS[(day.DayType ?? 0) - 1];
      return weekday === undefined ? [] : [[weekday, timesOf(day)]];
    }),
  );
}

/** Free days are left out. */
function worked(week: WeekPattern): WeekPattern {
  return Object.fromEntries(WEEKDAYS.flatMap((day) => (week[day]?.length ? [[day, week[day]]] : [])));
}

function workWeekOf(
  { Name, TimePeriod, WeekDays }: MspdiCalendar["WorkWeeks"][number],
  usual: WeekPattern,
): WorkWeek[] {
  const { FromDate, ToDate } = TimePeriod ?? {};
  if (FromDate === undefined || ToDate === undefined) return [];
  const week = worked({ ...usual, ...weekOf(WeekDays) });
  return [
    {
      from: FromDate.slice(0, 10),
      to: ToDate.slice(0, 10),
      week,
      ...(Name === undefined ? {} : { why: Name }),
    },
  ];
}

/** Midnight at the end of a spell of work is the end of the day. */
function timesOf({
  DayWorking,
  WorkingTimes,
}: Pick<MspdiWeekDay, "DayWorking" | "WorkingTimes">): readonly MinuteInterval[] {
  if (!DayWorking) return [];
  const times = WorkingTimes.flatMap(({ FromTime, ToTime }): MinuteInterval[] =>
    FromTime === undefined || ToTime === undefined
      ? []
      : [[minuteOfDay(FromTime), minuteOfDay(ToTime) || 1440]],
  );
  return times.length === 0 ? USUAL_DAY : times;
}
