import { isCivilDate } from "@milepost/planning";
import { z } from "zod";

/** Text as it stands in the file: an empty element says nothing. */
const text = z
  .string()
  .optional()
  .transform((value) => (value === undefined || value.trim() === "" ? undefined : value.trim()));

const whole = text.pipe(
  z
    .string()
    .regex(/^-?\d{1,15}(\.0+)?$/, "a whole number is expected")
    .transform(Number)
    .optional(),
);
const number = text.pipe(
  z
    .string()
    .regex(/^-?\d{1,15}(\.\d{1,12})?$/, "a number is expected")
    .transform(Number)
    .optional(),
);
const flag = text.transform((value) => value === "1" || value === "true");
const moment = text.pipe(
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/, "a date with a time is expected")
    .refine((value) => isCivilDate(value.slice(0, 10)), "a date with a time is expected")
    .optional(),
);
const span = text.pipe(
  z
    .string()
    .regex(/^P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/, "a duration is expected")
    .optional(),
);

/** A list inside its own element, which may be missing or empty. */
function listOf<Key extends string, Item extends z.ZodType>(key: Key, item: Item) {
  const holder = z.object({ [key]: z.array(item).default([]) } as Record<
    Key,
    z.ZodDefault<z.ZodArray<Item>>
  >);
  return z
    .union([z.literal("").transform(() => undefined), holder])
    .optional()
    .transform((value): z.output<Item>[] =>
      value === undefined ? [] : ((value as Record<Key, z.output<Item>[]>)[key] ?? []),
    );
}

const Times = listOf("WorkingTime", z.object({ FromTime: text, ToTime: text }));
const Period = z.object({ FromDate: moment, ToDate: moment }).optional();

const WeekDay = z.object({ DayType: whole, DayWorking: flag, WorkingTimes: Times, TimePeriod: Period });

const Exception = z.object({
  Name: text,
  TimePeriod: Period,
  Occurrences: whole,
  Type: whole,
  Period: whole,
  DaysOfWeek: whole,
  MonthItem: whole,
  MonthPosition: whole,
  Month: whole,
  MonthDay: whole,
  DayWorking: flag,
  WorkingTimes: Times,
});

const Calendar = z.object({
  UID: whole,
  Name: text,
  BaseCalendarUID: whole,
  WeekDays: listOf("WeekDay", WeekDay),
  Exceptions: listOf("Exception", Exception),
  WorkWeeks: listOf(
    "WorkWeek",
    z.object({ Name: text, TimePeriod: Period, WeekDays: listOf("WeekDay", WeekDay) }),
  ),
});

const Link = z.object({ PredecessorUID: whole, Type: whole, LinkLag: whole, LagFormat: whole });

const Task = z.object({
  UID: whole,
  Name: text,
  IsNull: flag,
  Active: text,
  Manual: flag,
  Type: whole,
  OutlineLevel: whole,
  Summary: flag,
  ExternalTask: flag,
  Priority: whole,
  Start: moment,
  Finish: moment,
  Duration: span,
  DurationFormat: whole,
  Work: span,
  EarlyStart: moment,
  EarlyFinish: moment,
  LateStart: moment,
  LateFinish: moment,
  TotalSlack: number,
  FreeSlack: number,
  Critical: text,
  ActualStart: moment,
  ActualFinish: moment,
  ActualDuration: span,
  PercentComplete: whole,
  Stop: moment,
  Resume: moment,
  ConstraintType: whole,
  ConstraintDate: moment,
  Deadline: moment,
  CalendarUID: whole,
  IgnoreResourceCalendar: flag,
  LevelingDelay: whole,
  LevelingDelayFormat: whole,
  PredecessorLink: z.array(Link).default([]),
});

const Timephased = z.object({ Type: whole, Start: text, Finish: text, Value: text });

const Assignment = z.object({
  TaskUID: whole,
  ResourceUID: whole,
  Units: number,
  Work: span,
  OvertimeWork: span,
  Delay: whole,
  WorkContour: whole,
  Start: moment,
  Finish: moment,
  TimephasedData: z.array(Timephased).default([]),
});

const Resource = z.object({ UID: whole, Name: text, Type: whole, CalendarUID: whole });

export const MspdiFile = z.object({
  Project: z.object({
    Name: text,
    Title: text,
    ScheduleFromStart: text,
    StartDate: moment,
    FinishDate: moment,
    StatusDate: moment,
    CalendarUID: whole,
    Calendars: listOf("Calendar", Calendar),
    Tasks: listOf("Task", Task),
    Resources: listOf("Resource", Resource),
    Assignments: listOf("Assignment", Assignment),
  }),
});

export type MspdiProject = z.output<typeof MspdiFile>["Project"];
export type MspdiCalendar = MspdiProject["Calendars"][number];
export type MspdiWeekDay = MspdiCalendar["WeekDays"][number];
export type MspdiException = MspdiCalendar["Exceptions"][number];
export type MspdiTask = MspdiProject["Tasks"][number];
export type MspdiAssignment = MspdiProject["Assignments"][number];
export type MspdiResource = MspdiProject["Resources"][number];
