import { z } from "zod";

const BurnUpPoint = z
  .object({
    on: z.string(),
    /** At the end of that day. */
    scopeCards: z.int(),
    doneCards: z.int(),
    /** Likely minutes as they were estimated then; a card without an estimate counts like the middle one. */
    scopeMinutes: z.number(),
    doneMinutes: z.number(),
  })
  .meta({ id: "BurnUpPoint" });

export const BurnUp = z
  .object({
    today: z.string(),
    /** Days on which one of the sums changed, oldest first. */
    points: z.array(BurnUpPoint),
    /** How many of the cards that count now have an estimate. */
    estimated: z.int(),
  })
  .meta({ id: "BurnUp" });

export type BurnUpView = z.infer<typeof BurnUp>;
