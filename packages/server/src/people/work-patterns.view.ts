import { z } from "zod";
import { Week } from "./week.ts";

export const WorkPattern = z
  .object({
    id: z.string(),
    personId: z.string(),
    week: Week,
    fromOn: z.string(),
    /** The last day; null until further notice. */
    toOn: z.string().nullable(),
  })
  .meta({ id: "WorkPattern" });
