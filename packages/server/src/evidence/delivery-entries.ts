import { z } from "zod";
import { Covers } from "../events/covers.ts";
import { SealedEvent } from "./record-entries.ts";

const day = z.string().nullable();
const hash = z.string().regex(/^[0-9a-f]{64}$/);
/** Somebody, or something, whose name stands in a line of its own and may be left out. */
const Named = z.strictObject({ id: z.string(), nameHash: hash });

export const DeliveryEntry = z.strictObject({
  record: z.literal("delivery"),
  id: z.string(),
  workspaceId: z.string(),
  projectId: z.string(),
  madeAt: z.string(),
  house: Named,
  project: Named,
  client: Named.nullable(),
  startedOn: day,
  completedOn: day,
  plan: z.strictObject({ n: z.int(), approved: z.boolean() }).nullable(),
  reached: z.int(),
  dropped: z.int(),
  medianSlipDays: z.number().nullable(),
  safe: z.strictObject({ held: z.int(), of: z.int() }),
  likely: z.strictObject({ held: z.int(), of: z.int() }),
});

export const MilestoneEntry = z.strictObject({
  record: z.string().regex(/^milestone \d+$/),
  id: z.string(),
  title: z.string(),
  state: z.enum(["accepted", "dropped"]),
  promisedOn: day,
  reachedOn: day,
  /** Working days of the project's calendar. */
  slipDays: z.int().nullable(),
  likelyOn: day,
  safeOn: day,
});

export const SignOffEntry = z.strictObject({
  record: z.string().regex(/^sign-off \d+$/),
  approvalId: z.string(),
  facts: z.strictObject({
    number: z.int(),
    round: z.int(),
    title: z.string(),
    kind: z.string(),
    outcome: z.string(),
    outcomeAt: z.string(),
  }),
  snapshotHash: hash,
  /** Whose decisions made it. */
  by: z.array(Named),
});

export const QuoteEntry = z.strictObject({
  record: z.string().regex(/^quote \d+$/),
  id: z.string(),
  words: z.string(),
  confirmedAt: z.string(),
  /** Null where they asked to be left out. */
  by: Named.nullable(),
});

/** What a hash stands for; both null where the name is left out, or its person was erased. */
export const DeliveryNameEntry = z.strictObject({
  record: z.string().regex(/^name \d+$/),
  id: z.string(),
  name: z.string().nullable(),
  salt: z.string().nullable(),
});

const link = { record: z.string(), n: z.int(), hash: z.string() };
/** A link of the project's chain: this record's own in full, those of its sign-offs with what they cover, the others by a hash. */
export const DeliveryLink = z.union([
  z.strictObject({ ...link, event: SealedEvent }),
  z.strictObject({
    ...link,
    eventId: z.string(),
    contentHash: z.string(),
    approvalId: z.string(),
    covers: Covers,
  }),
  z.strictObject({ ...link, body: z.string() }),
  z.strictObject({ ...link, eventId: z.string(), contentHash: z.string() }),
]);

export const CoreEntry = z.union([DeliveryEntry, MilestoneEntry, SignOffEntry, QuoteEntry]);
export type Core = z.infer<typeof CoreEntry>;
export type DeliveryLinkLine = z.infer<typeof DeliveryLink>;
