import { z } from "zod";

const Dates = z.object({ startOn: z.string().nullable(), targetOn: z.string().nullable() });

export const DatePreview = z
  .object({
    moves: z.array(
      z.object({
        milestoneId: z.string(),
        ref: z.string(),
        title: z.string(),
        from: Dates,
        to: Dates,
        /** Working days by which the target moves; null where it had none. */
        slipDays: z.int().nullable(),
        why: z.object({
          /** It was asked to, a dependency pushes it, or it keeps together with its phase. */
          by: z.enum(["change", "link", "part"]),
          linkId: z.string().optional(),
          milestoneId: z.string().optional(),
          ref: z.string().optional(),
          title: z.string().optional(),
        }),
      }),
    ),
    /** Open cards whose due date falls out of a window that moves. */
    cards: z.array(
      z.object({
        cardId: z.string(),
        ref: z.string(),
        title: z.string(),
        milestoneId: z.string(),
        dueOn: z.string(),
        side: z.enum(["before_start", "after_target"]),
      }),
    ),
    fixedDates: z.array(
      z.object({
        fixedDateId: z.string(),
        title: z.string(),
        on: z.string(),
        milestoneId: z.string(),
        targetOn: z.string(),
      }),
    ),
    /** What the client was asked for in milestones that move, and has not answered. */
    clientItems: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(["request", "approval"]),
        title: z.string(),
        milestoneId: z.string(),
        dueOn: z.string().nullable(),
      }),
    ),
    /** Prices that become due on another day, as far as one may see money. */
    payments: z.array(
      z.object({
        milestoneId: z.string(),
        ref: z.string(),
        title: z.string(),
        priceMinor: z.int(),
        from: z.string().nullable(),
        to: z.string().nullable(),
      }),
    ),
    /** Who owns what moves or works in it. */
    people: z.array(z.string()),
    refusal: z
      .object({ code: z.string(), detail: z.string(), facts: z.record(z.string(), z.unknown()) })
      .nullable(),
  })
  .meta({ id: "DatePreview" });

export const DateChange = z
  .object({
    /** What `undo` takes. */
    eventId: z.string(),
    changes: z.array(z.object({ milestoneId: z.string(), before: Dates, after: Dates })),
  })
  .meta({ id: "DateChange" });

export type DatePreviewView = z.infer<typeof DatePreview>;
export type DateChangeView = z.infer<typeof DateChange>;
