import { z } from "zod";

/** Words that somebody may say against what is computed; the others are facts. */
export const StatedWord = z.enum(["on_track", "at_risk", "off_track", "waiting_for_client"]);

/** What whoever leads says of a milestone, beside the computed word, until a day. */
export const StatedHealth = z
  .object({
    word: StatedWord,
    reason: z.string(),
    untilOn: z.string(),
    by: z.object({ id: z.string(), name: z.string() }).nullable(),
    at: z.iso.datetime(),
  })
  .meta({ id: "StatedHealth" });

export type StatedHealthView = z.infer<typeof StatedHealth>;
