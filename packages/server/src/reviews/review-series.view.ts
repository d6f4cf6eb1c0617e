import { CADENCES } from "@milepost/planning";
import { z } from "zod";
import { civilDate, uuid } from "../kit/fields.ts";

const DAYS = 366;

/** When a project is reviewed, and with whom. */
const rhythm = {
  cadence: z.enum(CADENCES),
  /** How many days lie between two reviews; only with the cadence `days`. */
  everyDays: z.int().min(1).max(DAYS).nullable(),
  startsOn: civilDate(),
  /** In the workspace's zone, such as 10:00. */
  at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Write a time such as 10:00."),
};

const daysFit = ({ cadence, everyDays }: { cadence: string; everyDays: number | null }) =>
  (cadence === "days") === (everyDays !== null);
const DAYS_MISSING = {
  path: ["everyDays"],
  message: "Say after how many days it comes again, from 1 to 366.",
};

export const SeriesWish = z
  .strictObject({
    ...rhythm,
    /** People of the client who are invited take part 2. */
    clientPart: z.boolean(),
    /** Whoever is invited hears of it the working day before. */
    remind: z.boolean().default(true),
    inviteeIds: z.array(uuid()).max(200),
    /** What was seen; null where there was none. */
    revision: z.int().nullable(),
  })
  .refine(daysFit, DAYS_MISSING);

export const SeriesPreview = z
  .strictObject({ ...rhythm, everyDays: z.coerce.number().int().min(1).max(DAYS).nullable().default(null) })
  .refine(daysFit, DAYS_MISSING);

const Occurrence = z.object({ on: z.string(), at: z.iso.datetime() });

export const ComingReviews = z.object({ items: z.array(Occurrence) }).meta({ id: "ComingReviews" });

export const ReviewSeries = z
  .object({
    /** False as long as nobody has set it: then all else is what most projects begin with. */
    isSet: z.boolean(),
    ...rhythm,
    clientPart: z.boolean(),
    remind: z.boolean(),
    inviteeIds: z.array(z.string()),
    revision: z.int().nullable(),
    zone: z.string(),
    /** Who can be invited. */
    people: z.array(
      z.object({ id: z.string(), name: z.string(), kind: z.enum(["member", "contact"]), role: z.string() }),
    ),
    /** The next three dates. */
    coming: z.array(Occurrence),
    mayPlan: z.boolean(),
  })
  .meta({ id: "ReviewSeries" });

export type ReviewSeriesView = z.infer<typeof ReviewSeries>;
export type SeriesPreviewWish = z.infer<typeof SeriesPreview>;
