import { z } from "zod";

const Stone = z.object({ ref: z.string(), title: z.string(), on: z.string().nullable() });

export const ReachedMoment = z
  .object({
    milestoneId: z.string(),
    ref: z.string(),
    title: z.string(),
    reachedOn: z.string().nullable(),
    /** Who accepted it; null where that is not known any more. */
    by: z.string().nullable(),
    /** The date in the version that the client approved last, else the first one. */
    agreedOn: z.string().nullable(),
    /** The stone before it on the road, and the next that is not reached. */
    before: Stone.nullable(),
    next: Stone.nullable(),
    /** Nothing is open any more. */
    isLast: z.boolean(),
    /** Null without a price, and for whoever may not see money. */
    payment: z.object({ minor: z.int(), currency: z.string() }).nullable(),
    /** The client can be thanked, and nobody has done so yet. */
    mayThank: z.boolean(),
  })
  .meta({ id: "ReachedMoment" });

export type ReachedMomentView = z.infer<typeof ReachedMoment>;
