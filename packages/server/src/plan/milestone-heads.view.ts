import { z } from "zod";
import { ForecastDates, Health, Progress } from "./plan.view.ts";

const MilestoneHead = z
  .object({
    id: z.string(),
    reachedOn: z.string().nullable(),
    /** Null for what was dropped. */
    health: Health.nullable(),
    /** Null where nothing can be said, and when it is reached or dropped. */
    forecast: ForecastDates.nullable(),
    progress: Progress,
    /** Cards that came and that went since the plan was first kept; null while it never was, and for guests. */
    scope: z.object({ added: z.int(), removed: z.int() }).nullable(),
  })
  .meta({ id: "MilestoneHead" });

export const MilestoneHeads = z.object({ items: z.array(MilestoneHead) }).meta({ id: "MilestoneHeads" });

export type MilestoneHeadsView = z.infer<typeof MilestoneHeads>;
