import { z } from "zod";
import { ADJUSTED_FIELDS, ReasonCode } from "../milestones/adjustments.view.ts";
import { VersionField } from "./plan-versions.view.ts";

const Somebody = z.object({ id: z.string(), name: z.string() });

export const Adjustment = z
  .object({
    id: z.string(),
    projectId: z.string(),
    milestoneId: z.string(),
    ref: z.string(),
    title: z.string(),
    field: z.enum(ADJUSTED_FIELDS),
    /** What was changed, old beside new; `inPlan` says that the milestone came into the plan or left it. */
    changes: z.array(VersionField),
    reasonCode: ReasonCode.nullable(),
    /** In the words of who changed it. */
    reason: z.string(),
    /** The milestone that moved this one along. */
    because: z.object({ milestoneId: z.string(), ref: z.string(), title: z.string() }).nullable(),
    by: Somebody.nullable(),
    at: z.iso.datetime(),
    reviewId: z.string().nullable(),
    /** What `date-changes/undo` takes. */
    eventId: z.string().nullable(),
    undoneAt: z.iso.datetime().nullable(),
    /** The publication that told of it; null: nobody was told yet. */
    told: z.object({ publicationId: z.string(), n: z.int() }).nullable(),
  })
  .meta({ id: "Adjustment" });

export type AdjustmentView = z.infer<typeof Adjustment>;
