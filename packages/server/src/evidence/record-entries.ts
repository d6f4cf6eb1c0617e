import { z } from "zod";
import { Covers } from "../events/covers.ts";

/** A row of the approval: what it says, and what it points at. */
export const RowEntry = z.strictObject({
  record: z.string(),
  row: z.string(),
  facts: z.record(z.string(), z.unknown()),
  refs: z.record(z.string(), z.string().nullable()),
});

/** Stands beside the sealed lines, so that a person can be erased: nothing is made of it but the hash that it has to fit. */
export const NameEntry = z.strictObject({
  record: z.string(),
  personId: z.string(),
  name: z.string().nullable(),
  salt: z.string().nullable(),
});

const link = { record: z.string(), n: z.int(), hash: z.string() };
/** An event as its seal covers it. */
export const SealedEvent = z.strictObject({
  id: z.string(),
  verb: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  projectId: z.string().nullable(),
  audience: z.string(),
  actorId: z.string().nullable(),
  at: z.string(),
  data: z.unknown(),
});

/** One link of the project's chain: in full where it tells of this approval, else only as far as the chain needs it. */
export const LinkEntry = z.union([
  z.strictObject({ ...link, event: SealedEvent, covers: Covers }),
  z.strictObject({ ...link, eventId: z.string(), contentHash: z.string(), covers: Covers }),
  z.strictObject({ ...link, body: z.string() }),
  z.strictObject({ ...link, eventId: z.string(), contentHash: z.string() }),
]);

export const HeadEntry = z.strictObject({
  record: z.literal("head"),
  workspaceId: z.string(),
  projectId: z.string(),
  approvalId: z.string(),
  n: z.int(),
  hash: z.string(),
});

export type RowLine = z.infer<typeof RowEntry>;
export type NameLine = z.infer<typeof NameEntry>;
export type LinkLine = z.infer<typeof LinkEntry>;
export type HeadLine = z.infer<typeof HeadEntry>;
