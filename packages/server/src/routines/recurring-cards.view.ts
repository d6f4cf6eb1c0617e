import { z } from "zod";
import { CardContent } from "../board/card-content.view.ts";
import { civilDate, uuid } from "../kit/fields.ts";
import { DAYS_MISSING, daysFit, MOST_DAYS, rhythm as turns } from "../projects/rhythm.view.ts";

/** On the workspace's clock. */
const rhythm = {
  ...turns,
  /** The last day on which one is made. */
  endsOn: civilDate().nullable(),
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
    everyDays: z.coerce.number().int().min(1).max(MOST_DAYS).nullable().default(null),
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
