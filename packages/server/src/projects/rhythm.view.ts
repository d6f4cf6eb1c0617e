import { RHYTHMS } from "@milepost/planning";
import { z } from "zod";
import { civilDate } from "../kit/fields.ts";

export const MOST_DAYS = 366;

/** What comes back by the calendar alone, at a time of the local day. */
export const rhythm = {
  cadence: z.enum(RHYTHMS),
  /** How many days lie between two turns; only with the cadence `days`. */
  everyDays: z.int().min(1).max(MOST_DAYS).nullable(),
  startsOn: civilDate(),
  /** Such as 09:00. */
  at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Write a time such as 09:00."),
};

export const daysFit = ({ cadence, everyDays }: { cadence: string; everyDays: number | null }) =>
  (cadence === "days") === (everyDays !== null);

export const DAYS_MISSING = {
  path: ["everyDays"],
  message: "Say after how many days it comes again, from 1 to 366.",
};
