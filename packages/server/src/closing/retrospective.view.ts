import { z } from "zod";
import { civilDate, text, title, uuid } from "../kit/fields.ts";
import { MilestoneState } from "../milestones/milestones.view.ts";

const Held = z.object({ held: z.int(), of: z.int() });

/** What the project's own rows say; nobody types it. */
export const RetrospectiveFacts = z.object({
  baseline: z.object({ n: z.int(), approved: z.boolean() }).nullable(),
  objectives: z.array(
    z.object({
      id: z.string(),
      statement: z.string(),
      measure: z.string(),
      unit: z.string(),
      baseline: z.number().nullable(),
      target: z.number().nullable(),
      current: z.number().nullable(),
      met: z.boolean().nullable(),
      /** Of the way from baseline to target. */
      share: z.number().nullable(),
    }),
  ),
  milestones: z.array(
    z.object({
      id: z.string(),
      ref: z.string(),
      title: z.string(),
      state: MilestoneState,
      promisedOn: z.string().nullable(),
      reachedOn: z.string().nullable(),
      /** Working days; negative = earlier. */
      slipDays: z.int().nullable(),
      likelyOn: z.string().nullable(),
      safeOn: z.string().nullable(),
    }),
  ),
  medianSlipDays: z.number().nullable(),
  /** `reason` null: nobody gave one. */
  reasons: z.array(z.object({ reason: z.string().nullable(), days: z.int(), milestones: z.int() })),
  safe: Held,
  likely: Held,
  answers: z.object({
    medianDays: z.number().nullable(),
    each: z.array(z.object({ title: z.string(), kind: z.string(), days: z.int() })),
  }),
  /** Everybody's for those who lead; for others their own. */
  estimates: z.array(z.object({ personId: z.string(), name: z.string(), cards: z.int(), ratio: z.number() })),
});

export const Prompts = z.strictObject({
  keep: text(20_000),
  change: text(20_000),
  thank: text(20_000),
  outcome: text(20_000),
});

export const NewAction = z.strictObject({
  title: title(),
  ownerId: uuid().nullable().default(null),
  dueOn: civilDate().nullable().default(null),
});

export const RetrospectiveAction = z
  .object({
    id: z.string(),
    title: z.string(),
    ownerId: z.string().nullable(),
    ownerName: z.string().nullable(),
    dueOn: z.string().nullable(),
    carriedTo: z.object({ key: z.string(), name: z.string() }).nullable(),
  })
  .meta({ id: "RetrospectiveAction" });

export const Retrospective = z
  .object({
    projectId: z.string(),
    projectState: z.string(),
    openMilestones: z.int(),
    facts: RetrospectiveFacts,
    prompts: z.object({ keep: z.string(), change: z.string(), thank: z.string(), outcome: z.string() }),
    actions: z.array(RetrospectiveAction),
    /** Then facts and words are as they were on that day, and nobody changes them. */
    heldAt: z.iso.datetime().nullable(),
    heldBy: z.string().nullable(),
    hash: z.string().nullable(),
    may: z.object({ write: z.boolean(), hold: z.boolean() }),
    /** 0 while nothing was written. */
    revision: z.int(),
  })
  .meta({ id: "Retrospective" });

/** What goes along when a card of the Later list is carried on; all else stays with the card in the archive. */
export const CARRIED = ["title", "body", "priority", "low", "likely", "high"] as const;

export const Carried = z
  .object({ cards: z.array(z.string()), fields: z.array(z.enum(CARRIED)) })
  .meta({ id: "CarriedOn" });

export type RetrospectiveView = z.infer<typeof Retrospective>;
export type FactsView = z.infer<typeof RetrospectiveFacts>;
