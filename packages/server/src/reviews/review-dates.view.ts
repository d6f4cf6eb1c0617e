import { z } from "zod";
import { ReviewStanding } from "../plan/review-standing.view.ts";

const Named = z.object({ id: z.string(), name: z.string() });

/**
 * `coming`, `today` and `overdue` say when one is due that is neither held nor skipped; `begun` was opened and has given way to a later
 * one, `missed` was never opened.
 */
const ReviewState = z
  .enum(["coming", "today", "overdue", "begun", "missed", "held", "skipped"])
  .meta({ id: "ReviewState" });

export const ReviewDate = z
  .object({
    id: z.string(),
    dueAt: z.iso.datetime(),
    dueOn: z.string(),
    state: ReviewState,
    /** Somebody has opened it. */
    isOpened: z.boolean(),
    /** When it was held or skipped, and by whom. */
    overAt: z.iso.datetime().nullable(),
    by: Named.nullable(),
    /** Why it was skipped. */
    reason: z.string(),
  })
  .meta({ id: "ReviewDate" });

export const ProjectReviews = z
  .object({
    /** In words; null while nobody has set it. */
    cadence: z.string().nullable(),
    zone: z.string(),
    next: ReviewDate.nullable(),
    standing: ReviewStanding.nullable(),
    /** Newest first. */
    past: z.array(ReviewDate),
    /** How many there are before those that are shown. */
    earlier: z.int(),
    /** Whether this person may set the cadence, skip and lead. */
    mayPlan: z.boolean(),
  })
  .meta({ id: "ProjectReviews" });

export const DueReview = z
  .object({
    project: z.object({
      id: z.string(),
      key: z.string(),
      name: z.string(),
      client: Named.nullable(),
      lead: Named.nullable(),
    }),
    cadence: z.string().nullable(),
    next: ReviewDate.nullable(),
    /** Opened and not closed; its leader may have left the workspace. */
    unfinished: z
      .object({ dueOn: z.string(), leader: Named.extend({ hasLeft: z.boolean() }).nullable() })
      .nullable(),
    standing: ReviewStanding.nullable(),
    mayPlan: z.boolean(),
  })
  .meta({ id: "DueReview" });

export type ReviewDateView = z.infer<typeof ReviewDate>;
export type ProjectReviewsView = z.infer<typeof ProjectReviews>;
export type DueReviewView = z.infer<typeof DueReview>;
