import { z } from "zod";
import { ChangeEffect } from "../approvals/frozen-change.store.ts";
import type { ChangeRow } from "./change-requests.store.ts";

const Dates = z.object({ before: z.string(), after: z.string() });

export const EffectPreview = z
  .object({
    /** Working days by which the last of them is later. */
    days: z.int(),
    milestones: z.array(
      z.object({ milestoneId: z.string(), title: z.string(), likely: Dates, safe: Dates, days: z.int() }),
    ),
    /** The promised dates as they would have to be, to be as safe as before. */
    targets: z.array(ChangeEffect.element.extend({ title: z.string() })),
  })
  .meta({ id: "ChangeEffectPreview" });

export const ChangeRequest = z
  .object({
    id: z.string(),
    projectId: z.string(),
    number: z.int(),
    title: z.string(),
    words: z.string(),
    askedByName: z.string().nullable(),
    askedAt: z.iso.datetime(),
    milestoneId: z.string().nullable(),
    state: z.enum(["asked", "quoted", "accepted", "declined", "withdrawn"]),
    answer: z.string(),
    answeredAt: z.iso.datetime().nullable(),
    answeredByName: z.string().nullable(),
    /** The plan version that took it in. */
    planVersion: z.int().nullable(),
    quote: z
      .object({
        low: z.int().nullable(),
        likely: z.int().nullable(),
        high: z.int().nullable(),
        /** Where the work would be done, and by whom. */
        milestoneId: z.string().nullable(),
        assigneeId: z.string().nullable(),
        /** Null for who may not see money. */
        priceMinor: z.int().nullable(),
        words: z.string(),
        effect: ChangeEffect,
        approvalNumber: z.int().nullable(),
        /** Why the team took the offer back. */
        cancelledReason: z.string(),
        /** What the client said to it. */
        said: z
          .object({
            answer: z.enum(["accept", "leave", "other"]),
            words: z.string(),
            name: z.string().nullable(),
            at: z.iso.datetime(),
          })
          .nullable(),
      })
      .nullable(),
    revision: z.int(),
  })
  .meta({ id: "ChangeRequest" });

export type ChangeRequestView = z.infer<typeof ChangeRequest>;
export type EffectPreviewView = z.infer<typeof EffectPreview>;

export function presentChange(row: ChangeRow, seesMoney: boolean): ChangeRequestView {
  const { quoteId, low, likely, high, priceMinor, effect, quoteWords, approvalNumber, createdAt, said } = row;
  const quote = {
    low,
    likely,
    high,
    milestoneId: row.quoteMilestoneId,
    assigneeId: row.assigneeId,
    priceMinor: seesMoney ? priceMinor : null,
    words: quoteWords ?? "",
    effect: effect ?? [],
    approvalNumber,
    cancelledReason: row.cancelledReason ?? "",
    said: said && {
      answer: said.verdict === "changes_requested" ? "other" : said.choice,
      words: said.words,
      name: said.name,
      at: new Date(said.at).toISOString(),
    },
  };
  return ChangeRequest.parse({
    ...row,
    askedAt: createdAt.toISOString(),
    answeredAt: row.answeredAt?.toISOString() ?? null,
    quote: quoteId === null ? null : quote,
  });
}
