import { z } from "zod";

export const Thanks = z
  .object({
    milestoneId: z.string(),
    /** `offered`: the words are a draft; `waiting`: they leave when the decision can no longer be taken back. */
    state: z.enum(["offered", "waiting", "sent"]),
    words: z.string(),
    language: z.string(),
    /** Names of who reads it. */
    readers: z.array(z.string()),
    /** Not before. */
    leavesAt: z.iso.datetime().nullable(),
    sentAt: z.iso.datetime().nullable(),
    /** 0 while nothing was written. */
    revision: z.int(),
  })
  .meta({ id: "Thanks" });

export type ThanksView = z.infer<typeof Thanks>;
