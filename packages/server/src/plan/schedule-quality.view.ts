import { z } from "zod";

const Item = z.object({
  kind: z.string(),
  id: z.string(),
  /** What people call it: "M3 Content ready", "ACME-12 Write the texts". */
  name: z.string(),
  /** The page it has; null for a link between two. */
  ref: z.string().nullable(),
});

const Point = z
  .object({
    id: z.string(),
    /** How many were found, or an index; null = it cannot be said yet. */
    value: z.number().nullable(),
    of: z.int().nullable(),
    limit: z.object({
      kind: z.enum(["most", "least"]),
      amount: z.number(),
      /** The share that the count comes from; null for an index. */
      percent: z.number().nullable(),
    }),
    passed: z.boolean().nullable(),
    items: z.array(Item),
    why: z.string(),
  })
  .meta({ id: "QualityPoint" });

export const ScheduleQuality = z
  .object({
    /** Milestones and cards that were looked at. */
    tasks: z.int(),
    /** Fewer than 20 of them: where a share would be less than one, one is let pass. */
    small: z.boolean(),
    headings: z.array(
      z.object({
        practice: z.string(),
        kept: z.boolean(),
        /** Findings of the plan check that belong here. */
        findings: z.int(),
        points: z.array(Point),
      }),
    ),
  })
  .meta({ id: "ScheduleQuality" });

export type ScheduleQualityView = z.infer<typeof ScheduleQuality>;
export type QualityPointView = z.infer<typeof Point>;
