import { z } from "zod";

export const Feed = z
  .object({
    id: z.string(),
    /** Null for what is one's own in all projects. */
    project: z.object({ id: z.string(), key: z.string(), name: z.string() }).nullable(),
    withCards: z.boolean(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "Feed" });

/** The address is told this once. */
export const MadeFeed = z.object({ id: z.string(), url: z.string() }).meta({ id: "MadeFeed" });

export type FeedView = z.input<typeof Feed>;
