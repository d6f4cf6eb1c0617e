import { z } from "zod";
import { HealthWord } from "../plan/plan.view.ts";
import { PAPERS } from "../portal/pdf-options.ts";
import { HealthSentence } from "../publications/client-snapshot.view.ts";

const day = z.string().nullable();

const ReportedMilestone = z.object({
  id: z.string(),
  number: z.int(),
  title: z.string(),
  ownerId: z.string().nullable(),
  /** As clients read it on that day: reached is a fact, all else as of the publication. */
  word: HealthWord,
  isReached: z.boolean(),
  reachedOn: day,
  targetOn: day,
  /** What was agreed: its date in the version that dates are measured against. */
  baselineOn: day,
  /** Null where the project does not show it. */
  expectedByOn: day,
  priceMinor: z.int().nullable(),
  paidOn: day,
});

/**
 * What a report says, frozen on its day. All of it was read with the eyes of the client, so nothing that clients have not
 * read can get in; people stand in it by id. It has no language: the same facts are told in each.
 */
export const ReportSnapshot = z.object({
  format: z.literal(1),
  onDate: z.string(),
  /** What paper is like where the workspace is: the page that is offered first. */
  paper: z.enum(PAPERS),
  project: z.object({ name: z.string(), currency: z.string() }),
  publication: z.object({ n: z.int(), on: z.string(), days: z.int(), isOld: z.boolean() }),
  /** The version that dates are measured against: the last that the client approved, else the first. */
  baseline: z.object({ n: z.int(), approved: z.boolean() }).nullable(),
  health: z.object({ word: HealthWord, sentence: HealthSentence, milestoneId: z.string().nullable() }),
  nextId: z.string().nullable(),
  /** In the order of the road. */
  milestones: z.array(ReportedMilestone),
  needs: z.array(z.object({ title: z.string(), dueOn: day, personIds: z.array(z.string()) })),
  /** When the report before it was made, where its changes begin; null for the first. */
  since: day,
  changes: z.array(
    z.object({
      n: z.int(),
      on: z.string(),
      text: z.string(),
      moved: z.array(z.object({ number: z.int(), title: z.string(), from: day, to: day })),
    }),
  ),
  money: z
    .object({
      total: z.int(),
      reached: z.int(),
      paid: z.int(),
      next: z.object({ title: z.string(), minor: z.int() }).nullable(),
    })
    .nullable(),
  risks: z.array(z.object({ title: z.string(), response: z.string(), ownerId: z.string().nullable() })),
});

export type ReportSnapshotView = z.infer<typeof ReportSnapshot>;
export type ReportedMilestoneView = z.infer<typeof ReportedMilestone>;
