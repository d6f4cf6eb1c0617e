import { z } from "zod";

export const ClientQuote = z
  .object({
    id: z.string(),
    /** Null once they were erased. */
    contact: z.object({ id: z.string(), name: z.string() }).nullable(),
    /** As it was asked for. */
    words: z.string(),
    askedAt: z.iso.datetime(),
    askedBy: z.string().nullable(),
    state: z.enum(["asked", "confirmed", "declined"]),
    /** As they confirmed it; null unless they did. */
    confirmedWords: z.string().nullable(),
    /** They asked to be quoted without their name. */
    nameHidden: z.boolean(),
    answeredAt: z.iso.datetime().nullable(),
    /** The member whose link they answered by. */
    handedOverBy: z.string().nullable(),
  })
  .meta({ id: "ClientQuote" });

export type ClientQuoteView = z.infer<typeof ClientQuote>;
