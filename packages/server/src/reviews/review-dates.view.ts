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

/** What a review that was held came to: each milestone by what was said of it, else as it was computed. */
const ReviewOutcome = z
  .object({
    leader: Named.nullable(),
    milestones: z.int(),
    onTrack: z.int(),
    atRisk: z.int(),
    offTrack: z.int(),
    /** For the client. */
    waiting: z.int(),
    moved: z.int(),
    redefined: z.int(),
    split: z.int(),
    dropped: z.int(),
    actions: z.int(),
  })
  .meta({ id: "ReviewOutcome" });

const PastReview = ReviewDate.extend({
  /** Null unless it was held. */
  outcome: ReviewOutcome.nullable(),
}).meta({ id: "PastReview" });

export const ProjectReviews = z
  .object({
    /** In words; null while nobody has set it. */
    cadence: z.string().nullable(),
    zone: z.string(),
    next: ReviewDate.nullable(),
    standing: ReviewStanding.nullable(),
    /** Without any there is nothing to review. */
    hasMilestones: z.boolean(),
    /** Newest first. */
    past: z.array(PastReview),
    /** How many there are before those that are shown. */
    earlier: z.int(),
    /** Whether this person may set the cadence, skip and lead. */
    mayPlan: z.boolean(),
  })
  .meta({ id: "ProjectReviews" });

/**
 * Which part of the list a project stands in, in their order: what is due, what nobody has looked at for too long, what comes in seven
 * days, what nobody has given a rhythm, and all else.
 */
export const ReviewTurn = z.enum(["due", "silent", "week", "unplanned", "later"]).meta({ id: "ReviewTurn" });

export const DueReview = z
  .object({
    turn: ReviewTurn,
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
export type ReviewOutcomeView = z.infer<typeof ReviewOutcome>;
export type DueReviewView = z.infer<typeof DueReview>;
