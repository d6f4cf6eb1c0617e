import { z } from "zod";

const Named = z.object({ id: z.string(), name: z.string() });

const WarningStep = z
  .object({
    do: z.enum([
      "remind_client",
      "see_ways",
      "move_target",
      "open",
      "relieve",
      "assign_cards",
      "start_review",
      "answer_criteria",
      "look_at_cards",
      "see_changes",
    ]),
    /** The milestone or card to open. */
    ref: z.string().optional(),
    /** Of a reminder: what waits, and whose decision is awaited first. */
    kind: z.enum(["request", "approval"]).optional(),
    itemId: z.string().optional(),
    person: Named.optional(),
    /** The date to move to. */
    on: z.string().optional(),
  })
  .meta({ id: "WarningStep" });

/** What will go wrong if nobody acts: the facts of its sentence, and what to do, the first step first. */
export const EarlyWarning = z
  .object({
    code: z.enum([
      "client_overdue",
      "likely_late",
      "predecessor_late",
      "too_much_work",
      "review_missed",
      "criteria_open",
      "no_activity",
      "often_adjusted",
    ]),
    /** Null where it is about the project. */
    milestone: z.object({ id: z.string(), ref: z.string(), title: z.string() }).nullable(),
    /** A reason of the milestone's health word says it already. */
    inHealth: z.boolean(),
    /** What is awaited or waited for, or who has too much. */
    name: z.string().optional(),
    ref: z.string().optional(),
    on: z.string().nullable().optional(),
    likelyOn: z.string().nullable().optional(),
    heldOn: z.string().nullable().optional(),
    days: z.int().nullable().optional(),
    silentDays: z.int().nullable().optional(),
    /** Minutes. */
    needed: z.int().optional(),
    available: z.int().optional(),
    open: z.int().optional(),
    of: z.int().optional(),
    times: z.int().optional(),
    skipped: z.int().optional(),
    steps: z.array(WarningStep),
  })
  .meta({ id: "EarlyWarning" });

export type EarlyWarningView = z.infer<typeof EarlyWarning>;
