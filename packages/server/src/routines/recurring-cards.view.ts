import { RHYTHMS } from "@milepost/planning";
import { z } from "zod";
import { CardContent } from "../board/card-content.ts";
import { civilDate, uuid } from "../kit/fields.ts";

const DAYS = 366;

const rhythm = {
  cadence: z.enum(RHYTHMS),
  /** How many days lie between two cards; only with the cadence `days`. */
  everyDays: z.int().min(1).max(DAYS).nullable(),
  startsOn: civilDate(),
  /** In the workspace's zone, such as 09:00. */
  at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Write a time such as 09:00."),
  /** The last day on which one is made. */
  endsOn: civilDate().nullable(),
};

const daysFit = ({ cadence, everyDays }: { cadence: string; everyDays: number | null }) =>
  (cadence === "days") === (everyDays !== null);
const DAYS_MISSING = {
  path: ["everyDays"],
  message: "Say after how many days it comes again, from 1 to 366.",
};

export const RecurringCardWish = z
  .strictObject({
    content: CardContent,
    /** Null is the first column of what is still to do. */
    columnId: uuid().nullable(),
    ...rhythm,
    paused: z.boolean(),
  })
  .refine(daysFit, DAYS_MISSING);

export const RhythmPreview = z
  .strictObject({
    ...rhythm,
    everyDays: z.coerce.number().int().min(1).max(DAYS).nullable().default(null),
    endsOn: civilDate().nullable().default(null),
  })
  .refine(daysFit, DAYS_MISSING);

const Occurrence = z.object({ on: z.string(), at: z.iso.datetime() });

export const ComingCards = z.object({ items: z.array(Occurrence) }).meta({ id: "ComingCards" });

export const RecurringCard = z
  .object({
    id: z.string(),
    content: CardContent,
    columnId: z.string().nullable(),
    ...rhythm,
    paused: z.boolean(),
    /** Whose idea it was, where that person is still known. */
    setBy: z.string().nullable(),
    revision: z.int(),
    /** The next three dates; none while it is paused. */
    coming: z.array(Occurrence),
  })
  .meta({ id: "RecurringCard" });

export const RecurringCards = z
  .object({ items: z.array(RecurringCard), zone: z.string() })
  .meta({ id: "RecurringCards" });

export type RecurringWish = z.infer<typeof RecurringCardWish>;
export type RhythmWish = Pick<RecurringWish, "cadence" | "everyDays" | "startsOn" | "at" | "endsOn">;
export type RecurringCardView = z.infer<typeof RecurringCard>;
