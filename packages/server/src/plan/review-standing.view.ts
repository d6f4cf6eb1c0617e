import { z } from "zod";

/** How the reviews of a project go; the whole is null where it has no cadence. */
export const ReviewStanding = z
  .object({
    /** Of the review that comes next or was missed; null where none is planned. */
    dueOn: z.string().nullable(),
    /** The earliest that was neither held nor skipped since the last that was held. */
    missedOn: z.string().nullable(),
    lastHeldOn: z.string().nullable(),
    /** Days without a review, where they are too many for the health word to rest on anything. */
    silence: z.object({ days: z.int(), skippedTwice: z.boolean() }).nullable(),
  })
  .meta({ id: "ReviewStanding" });

export type ReviewStandingView = z.infer<typeof ReviewStanding>;
