import { z } from "zod";

export const Baseline = z
  .object({
    id: z.string(),
    n: z.int(),
    reason: z.string(),
    at: z.iso.datetime(),
    /** The client has approved it. */
    approved: z.boolean(),
  })
  .meta({ id: "Baseline" });

export const MilestoneBaseline = z
  .object({
    startOn: z.string().nullable(),
    targetOn: z.string().nullable(),
    /** Working days by which it is later now, or was reached later; negative when earlier. */
    slipDays: z.int().nullable(),
    slipCalendarDays: z.int().nullable(),
  })
  .meta({ id: "MilestoneBaseline" });

export type BaselineView = z.infer<typeof Baseline>;
export type MilestoneBaselineView = z.infer<typeof MilestoneBaseline>;
