import { z } from "zod";

const Minute = z.int().min(0).max(1440);
const Interval = z.tuple([Minute, Minute]);

/** Working minutes of a day, in order and without overlap: `[[540, 720], [780, 1020]]` is 9-12 and 13-17. */
const Day = z
  .array(Interval)
  .max(8)
  .refine(
    (day) => day.every(([from, to], n) => from < to && from >= (day[n - 1]?.[1] ?? 0)),
    "Give times from early to late, without overlap.",
  );

/** Seven days, Monday first. */
export const Week = z.array(Day).length(7).meta({ id: "Week" });
export type WeekView = z.infer<typeof Week>;

/** The week that all plans are made in; without a working day no date could be kept. */
export const WorkingWeek = Week.refine(
  (week) => week.some((day) => day.length > 0),
  "Choose at least one working day.",
);
