import { z } from "zod";
import { AcceptanceWindow } from "../projects/acceptance-window.view.ts";
import { ClientSnapshot } from "../publications/client-snapshot.view.ts";

export const ApprovalKind = z
  .enum(["plan", "definition", "completion", "files", "change", "question"])
  .meta({ id: "ApprovalKind" });

/** What can be asked at any time; a change is asked by offering it to whoever asked for more. */
export const AskedKind = ApprovalKind.exclude(["change"]).meta({ id: "AskedKind" });

export const ApprovalChoice = z
  .object({
    id: z.string(),
    text: z.string(),
    /** By how many working days it moves the plan; null where it says nothing of dates. */
    days: z.int().nullable(),
    /** What it adds to the price, in the smallest unit of the project's currency. */
    priceMinor: z.int().nullable(),
  })
  .meta({ id: "ApprovalChoice" });

const FrozenMilestone = z.object({
  id: z.string(),
  number: z.int(),
  title: z.string(),
  outcome: z.string(),
  why: z.string(),
  targetOn: z.string().nullable(),
  criteria: z.array(
    z.object({ id: z.string(), text: z.string(), answer: z.enum(["met", "not_met"]).nullable() }),
  ),
  priceMinor: z.int().nullable(),
});

/** What a client wants beyond the plan, and what it does to dates and price, as far as clients read the plan. */
const FrozenChange = z.object({
  id: z.string(),
  number: z.int(),
  /** In the client's words. */
  words: z.string(),
  /** What they get for it, in the team's words. */
  offer: z.string(),
  milestone: z.object({ number: z.int(), title: z.string() }).nullable(),
  dates: z.array(
    z.object({
      milestoneId: z.string(),
      number: z.int(),
      title: z.string(),
      before: z.string(),
      after: z.string(),
      /** Working days between the two. */
      days: z.int(),
    }),
  ),
  priceMinor: z.int(),
  /** Of all that clients read, with it; null where the plan has no price. */
  totalMinor: z.int().nullable(),
});

/**
 * What people decide on, word by word: a projection of its own with listed fields, so that nothing of the team's can
 * be in it. It is stored as canonical JSON, and its SHA-256 stands in every decision.
 */
export const ApprovalSnapshot = z
  .object({
    format: z.literal(1),
    kind: ApprovalKind,
    round: z.int(),
    project: z.object({ name: z.string(), currency: z.string() }),
    title: z.string(),
    question: z.string(),
    changed: z.string(),
    consequence: z.string(),
    choices: z.array(ApprovalChoice),
    milestone: FrozenMilestone.nullable(),
    /** What happens when nobody answers; only where the last approved plan says so, and only about completions. */
    acceptance: AcceptanceWindow.nullable(),
    plan: z.object({ publication: z.int(), snapshot: ClientSnapshot }).nullable(),
    change: FrozenChange.optional(),
    files: z.array(
      z.object({ name: z.string(), sha256: z.string(), bytes: z.number(), mediaType: z.string() }),
    ),
  })
  .meta({ id: "ApprovalSnapshot" });

export type ApprovalSnapshotView = z.infer<typeof ApprovalSnapshot>;
export type FrozenChangeView = z.infer<typeof FrozenChange>;
export type ApprovalKindWord = z.infer<typeof ApprovalKind>;
export type ApprovalChoiceView = z.infer<typeof ApprovalChoice>;
