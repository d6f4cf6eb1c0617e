import { z } from "zod";

const TrendPoint = z
  .object({
    on: z.string(),
    targetOn: z.string(),
    /** Where it comes from; `n` is the number of a version. */
    source: z.enum(["version", "day", "now"]),
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
    /** What was planned when, oldest first: only days on which it was another date, the first, and today. */
    points: z.array(TrendPoint),
    /** How often its date has moved between these days. */
    moves: z.int(),
    /** From the first date to the last one, in working and in calendar days. */
    slipDays: z.int(),
    slipCalendarDays: z.int(),
    /** What its line looks like. */
    class: z.enum(["too_short", "steady", "drifting", "see_saw", "frozen_then_jump"]),
    /** It drifts: it will be reached later than it says now. */
    willSlip: z.boolean(),
    /** The milestone whose change took it along, where one did. */
    followsId: z.string().nullable(),
  })
  .meta({ id: "TrendMilestone" });

export const Trend = z
  .object({
    today: z.string(),
    milestones: z.array(TrendMilestone),
    versions: z.array(z.object({ n: z.int(), on: z.string(), reason: z.string() })),
    /** Changes of dates that somebody gave a reason for. */
    reasons: z.array(
      z.object({ milestoneId: z.string(), on: z.string(), targetOn: z.string(), reason: z.string() }),
    ),
  })
  .meta({ id: "Trend" });

export type TrendView = z.infer<typeof Trend>;
export type TrendPointView = z.infer<typeof TrendPoint>;
