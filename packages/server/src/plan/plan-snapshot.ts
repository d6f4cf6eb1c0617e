import { z } from "zod";
import type { WholePlan } from "./read-plan.ts";

const day = z.string().nullable();

const SnapshotMilestone = z.object({
  id: z.string(),
  number: z.int(),
  title: z.string(),
  outcome: z.string(),
  state: z.string(),
  parentId: z.string().nullable(),
  startOn: day,
  targetOn: day,
  reachedOn: day,
  ownerId: z.string().nullable(),
  /** Null also for who may not see money. */
  priceMinor: z.int().nullable(),
  clientApproval: z.boolean(),
  approverIds: z.array(z.string()),
  objectiveIds: z.array(z.string()),
  criteria: z.array(z.object({ id: z.string(), text: z.string() })),
});

/** What a plan version freezes. People stand in it by id, so that one can be erased without touching it. */
export const PlanSnapshot = z
  .object({
    format: z.literal(1),
    project: z.object({
      outcome: z.string(),
      scopeIn: z.string(),
      scopeOut: z.string(),
      startOn: day,
      dueOn: day,
      currency: z.string(),
    }),
    objectives: z.array(
      z.object({
        id: z.string(),
        statement: z.string(),
        measure: z.string(),
        unit: z.string(),
        baseline: z.number().nullable(),
        target: z.number().nullable(),
        targetOn: day,
      }),
    ),
    milestones: z.array(SnapshotMilestone),
    links: z.array(
      z.object({
        id: z.string(),
        from: z.string(),
        to: z.string(),
        kind: z.string(),
        lagDays: z.int(),
      }),
    ),
    fixedDates: z.array(z.object({ id: z.string(), title: z.string(), onDate: z.string() })),
  })
  .meta({ id: "PlanSnapshot" });

export type PlanSnapshotView = z.infer<typeof PlanSnapshot>;
export type SnapshotMilestoneView = z.infer<typeof SnapshotMilestone>;

/** The plan as it is now, as a version would keep it: links between cards are work, not plan, and stay out. */
export function snapshotOf({ rows, plan }: WholePlan): PlanSnapshotView {
  const models = new Map(plan.milestones.map((model) => [model.id, model]));
  return PlanSnapshot.parse({
    format: 1,
    project: rows.head,
    objectives: rows.objectives,
    milestones: rows.milestones.map((row) => ({
      ...row,
      parentId: models.get(row.id)?.parentId ?? null,
      approverIds: row.roles.filter(({ role }) => role === "approver").map(({ personId }) => personId),
    })),
    links: plan.links.filter(({ from, to }) => models.has(from) && models.has(to)),
    fixedDates: rows.fixedDates,
  });
}
