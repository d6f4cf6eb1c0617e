import { z } from "zod";

const Minutes = {
  /** Sum of the likely estimates. */
  estimated: z.int(),
  /** All that was written down. */
  worked: z.int(),
  /** What of it was asked for: some weeks, or one person. */
  asked: z.int(),
};

const CardLine = z.object({
  id: z.string(),
  ref: z.string(),
  title: z.string(),
  isDone: z.boolean(),
  ...Minutes,
  /** Null while nobody has said how long it may take. */
  estimated: z.int().nullable(),
});

const MilestoneLine = z.object({
  /** Null for the cards of no milestone. */
  milestone: z.object({ ref: z.string(), title: z.string(), isReached: z.boolean() }).nullable(),
  ...Minutes,
  /** Those on which something was written, the longest first. */
  cards: z.array(CardLine),
  /** How many more are estimated, and nothing is written on them. */
  untouched: z.int(),
});

/** Hours that were written down against what was estimated, and who worked when. */
export const ProjectTime = z
  .object({
    ...Minutes,
    milestones: z.array(MilestoneLine),
    people: z.array(z.object({ id: z.string(), name: z.string(), minutes: z.int() })),
    weeks: z.array(
      z.object({
        /** Its Monday. */
        weekOn: z.string(),
        minutes: z.int(),
        people: z.array(z.object({ personId: z.string(), minutes: z.int() })),
      }),
    ),
  })
  .meta({ id: "ProjectTime" });

export type ProjectTimeView = z.infer<typeof ProjectTime>;
