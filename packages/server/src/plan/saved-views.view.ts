import { z } from "zod";

/** Places that have views: some of the whole workspace, the others of a project each. */
const WORKSPACE_PLACES = ["portfolio", "search"] as const;
export const PROJECT_PLACES = ["board", "list", "calendar"] as const;

export const SavedViewPlace = z.enum([...WORKSPACE_PLACES, ...PROJECT_PLACES]).meta({ id: "SavedViewPlace" });

/** Filters, groups and what else a place's address says, kept under a name. */
export const SavedView = z
  .object({
    id: z.string(),
    place: SavedViewPlace,
    projectId: z.string().nullable(),
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
