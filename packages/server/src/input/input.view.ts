import { z } from "zod";
import { VersionField } from "../plan/plan-versions.view.ts";

const Somebody = z.object({ id: z.string(), name: z.string() });

export const Readiness = z
  .object({
    items: z.array(
      z.object({
        code: z.enum(["outcome", "objectives", "scope", "schedule", "availability", "roles", "findings"]),
        /** What is missing, in words; empty where nothing is. */
        gaps: z.array(z.string()),
        /** Where it is closed. */
        place: z.enum(["plan", "people", "availability"]),
      }),
    ),
    ready: z.boolean(),
  })
  .meta({ id: "InputReadiness" });

export const InputRound = z
  .object({
    id: z.string(),
    projectId: z.string(),
    /** The publication that is put before them. */
    publication: z.int(),
    deadlineOn: z.string(),
    words: z.string(),
    /** What was missing when it was sent, and why it was sent all the same. */
    gaps: z.array(z.string()),
    gapsReason: z.string(),
    by: Somebody.nullable(),
    at: z.iso.datetime(),
    /** Until then nothing has left. */
    heldUntil: z.iso.datetime(),
    closedAt: z.iso.datetime().nullable(),
    people: z.array(
      Somebody.extend({
        side: z.enum(["team", "client"]),
        openedAt: z.iso.datetime().nullable(),
        doneAt: z.iso.datetime().nullable(),
      }),
    ),
  })
  .meta({ id: "InputRound" });

export const Patch = z
  .object({
    title: z.string().optional(),
    outcome: z.string().optional(),
    targetOn: z.string().optional(),
    /** The whole list as it should be. */
    criteria: z.array(z.string()).optional(),
  })
  .meta({ id: "ProposalPatch" });

export const Proposal = z
  .object({
    id: z.string(),
    projectId: z.string(),
    roundId: z.string().nullable(),
    /** Null where a new milestone is proposed. */
    milestone: z.object({ id: z.string(), ref: z.string(), title: z.string() }).nullable(),
    by: Somebody.nullable(),
    at: z.iso.datetime(),
    words: z.string(),
    patch: Patch,
    state: z.enum(["open", "accepted", "countered", "declined", "withdrawn"]),
    answer: z.string(),
    counter: Patch.nullable(),
    answeredBy: Somebody.nullable(),
    answeredAt: z.iso.datetime().nullable(),
    revision: z.int(),
  })
  .meta({ id: "Proposal" });

/** What accepting a proposal, or a counter to it, would do; nothing is changed by asking. */
export const ProposalEffect = z
  .object({
    fields: z.array(VersionField),
    /** Milestones whose dates move along. */
    moves: z.array(
      z.object({
        milestoneId: z.string(),
        ref: z.string(),
        title: z.string(),
        from: z.string().nullable(),
        to: z.string().nullable(),
        workingDays: z.int().nullable(),
      }),
    ),
    /** When it is reached as things stand: likely, and in 8 of 10 cases. */
    likelyOn: z.string().nullable(),
    safeOn: z.string().nullable(),
    /** Minutes of open work in it. */
    openMinutes: z.int(),
    priceMinor: z.int().nullable(),
    /** Why the dates cannot be changed so. */
    refusal: z.string().nullable(),
  })
  .meta({ id: "ProposalEffect" });

export type ReadinessView = z.infer<typeof Readiness>;
export type InputRoundView = z.infer<typeof InputRound>;
export type PatchView = z.infer<typeof Patch>;
export type ProposalView = z.infer<typeof Proposal>;
export type ProposalEffectView = z.infer<typeof ProposalEffect>;
