import { z } from "zod";

/** Filters and groups of the portfolio, kept under a name. */
export const SavedView = z
  .object({
    id: z.string(),
    name: z.string(),
    /** What stands behind the question mark of the address. */
    search: z.string(),
    /** Everybody who works here finds it. */
    shared: z.boolean(),
    by: z.object({ id: z.string(), name: z.string() }),
    /** May rename, share and remove it. */
    mayEdit: z.boolean(),
    revision: z.int(),
  })
  .meta({ id: "SavedView" });

export type SavedViewView = z.infer<typeof SavedView>;
