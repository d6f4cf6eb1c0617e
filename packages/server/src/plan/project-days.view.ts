import { z } from "zod";

export const ProjectDays = z
  .object({
    holidays: z.array(z.object({ onDate: z.string(), name: z.string() })),
    /** Weekdays on which nobody works; Monday is 0. */
    freeWeekdays: z.array(z.int()),
    away: z.array(
      z.object({
        personId: z.string(),
        name: z.string(),
        fromOn: z.string(),
        toOn: z.string(),
        /** False for a morning or an afternoon. */
        wholeDays: z.boolean(),
      }),
    ),
  })
  .meta({ id: "ProjectDays" });

export type ProjectDaysView = z.infer<typeof ProjectDays>;
