import { z } from "zod";
import { Baseline } from "./baseline.view.ts";

const TrendPoint = z
  .object({
    on: z.string(),
    targetOn: z.string(),
    /** Where it comes from; `n` is the number of a version. */
    source: z.enum(["version", "day", "review", "now"]),
    n: z.int().nullable(),
  })
  .meta({ id: "TrendPoint" });

const TrendMilestone = z
  .object({
    id: z.string(),
    ref: z.string(),
    number: z.int(),
    title: z.string(),
    state: z.string(),
    reachedOn: z.string().nullable(),
    targetOn: z.string().nullable(),
    /** What was planned when, oldest first: reviews and versions, days on which it was another date, the first, and today. */
    points: z.array(TrendPoint),
    /** How often its date has moved between these days. */
    moves: z.int(),
    /** From the first date to the last one, in working and in calendar days. */
    slipDays: z.int(),
    slipCalendarDays: z.int(),
    /** What its line looks like. */
    class: z.enum(["too_short", "steady", "drifting", "see_saw", "frozen_then_jump"]),
    /** From its date in the chosen version to now, in working days; null where one of the two is missing. */
    againstDays: z.int().nullable(),
    /** It drifts: it will be reached later than it says now. */
    willSlip: z.boolean(),
    /** The milestone whose change took it along, where one did. */
    followsId: z.string().nullable(),
  })
  .meta({ id: "TrendMilestone" });

export const Trend = z
  .object({
    today: z.string(),
    /** Reviews alone, or every day that is known. */
    by: z.enum(["reviews", "days"]),
    /** The version that dates are measured against; null while none was kept. */
    baseline: Baseline.nullable(),
    baselines: z.array(Baseline),
    milestones: z.array(TrendMilestone),
    /** Those whose day has come, oldest first; what was not held stands on the day on which it was due. */
    reviews: z.array(
      z.object({
        on: z.string(),
        dueOn: z.string(),
        state: z.enum(["held", "skipped", "missed"]),
        reason: z.string(),
      }),
    ),
    versions: z.array(z.object({ n: z.int(), on: z.string(), reason: z.string() })),
    /** Changes of dates that somebody gave a reason for. */
    reasons: z.array(
      z.object({ milestoneId: z.string(), on: z.string(), targetOn: z.string(), reason: z.string() }),
    ),
  })
  .meta({ id: "Trend" });

export type TrendView = z.infer<typeof Trend>;
export type TrendPointView = z.infer<typeof TrendPoint>;
