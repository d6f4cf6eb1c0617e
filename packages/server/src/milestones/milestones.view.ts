import { z } from "zod";

export const MilestoneState = z
  .enum(["draft", "in_input", "agreed", "active", "submitted", "accepted", "dropped"])
  .meta({ id: "MilestoneState" });

export const MilestoneRole = z.enum(["responsible", "approver", "consulted", "informed"]).meta({
  id: "MilestoneRole",
});

const Criterion = z
  .object({
    id: z.string(),
    text: z.string(),
    position: z.string(),
    answer: z.enum(["met", "not_met"]).nullable(),
    answeredBy: z.string().nullable(),
    answeredAt: z.iso.datetime().nullable(),
    evidence: z.string(),
    revision: z.int(),
  })
  .meta({ id: "Criterion" });

const Deliverable = z
  .object({
    id: z.string(),
    title: z.string(),
    kind: z.enum(["file", "link", "text"]),
    required: z.boolean(),
    url: z.string().nullable(),
    text: z.string().nullable(),
    fileId: z.string().nullable(),
    deliveredBy: z.string().nullable(),
    deliveredAt: z.iso.datetime().nullable(),
    position: z.string(),
    revision: z.int(),
  })
  .meta({ id: "Deliverable" });

const Receipt = z
  .object({
    personId: z.string(),
    answer: z.enum(["clear", "question"]),
    question: z.string(),
    at: z.iso.datetime(),
  })
  .meta({ id: "Receipt" });

export const Milestone = z
  .object({
    id: z.string(),
    projectId: z.string(),
    /** What people say: ACME-M3. */
    ref: z.string(),
    number: z.int(),
    title: z.string(),
    outcome: z.string(),
    why: z.string(),
    phase: z.boolean(),
    parentId: z.string().nullable(),
    startOn: z.string().nullable(),
    targetOn: z.string().nullable(),
    /** Length of the work window in working days, both ends included. */
    workingDays: z.int().nullable(),
    state: MilestoneState,
    ownerId: z.string().nullable(),
    /** Own weight in its phase; null counts what it holds. */
    weight: z.int().nullable(),
    /** In the smallest unit of the project's currency; null for those who may not see money. */
    priceMinor: z.int().nullable(),
    currency: z.string(),
    audience: z.enum(["team", "client"]),
    clientApproval: z.boolean(),
    reachedOn: z.string().nullable(),
    droppedReason: z.string().nullable(),
    position: z.string(),
    objectiveIds: z.array(z.string()),
    criteria: z.array(Criterion),
    roles: z.array(z.object({ personId: z.string(), role: MilestoneRole, part: z.string() })),
    deliverables: z.array(Deliverable),
    receipts: z.array(Receipt),
    revision: z.int(),
  })
  .meta({ id: "Milestone" });

const MilestoneMove = z
  .object({
    from: MilestoneState,
    to: MilestoneState,
    reason: z.string(),
    personId: z.string().nullable(),
    at: z.iso.datetime(),
  })
  .meta({ id: "MilestoneMove" });

export const MilestonePage = Milestone.extend({ moves: z.array(MilestoneMove) }).meta({
  id: "MilestonePage",
});

export type MilestoneView = z.infer<typeof Milestone>;
export type MilestonePageView = z.infer<typeof MilestonePage>;
