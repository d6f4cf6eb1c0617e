import { z } from "zod";
import { MilestoneState } from "../milestones/milestones.view.ts";
import { HealthWord } from "../plan/plan.view.ts";
import { AcceptanceWindow } from "../projects/acceptance-window.view.ts";

const day = z.string().nullable();

/** Why a word of health is what it is, as far as a client may know: never what or who is behind it. */
export const HealthSentence = z.enum([
  "reached",
  "paused",
  "in_time",
  "may_be_later",
  "expected_later",
  "date_has_passed",
  "waiting_for_client",
  "too_early",
]);

const ClientHealth = z.object({ word: HealthWord, sentence: HealthSentence });

const ClientMilestone = z.object({
  id: z.string(),
  number: z.int(),
  title: z.string(),
  outcome: z.string(),
  why: z.string(),
  startOn: day,
  targetOn: day,
  /** As of the publication; that it was reached since then is a fact of its own. */
  state: MilestoneState,
  dropped: z.boolean(),
  parentId: z.string().nullable(),
  ownerId: z.string().nullable(),
  approverIds: z.array(z.string()),
  /** What people of the client have to do for it, as the roles say; nothing of what the team's people do. */
  clientParts: z.array(z.object({ personId: z.string(), part: z.string() })),
  criteria: z.array(z.object({ id: z.string(), text: z.string() })),
  objectiveIds: z.array(z.string()),
  priceMinor: z.int().nullable(),
  dependsOn: z.array(z.string()),
  health: ClientHealth.nullable(),
  /** By when it is reached in 8 of 10 cases; null where the project does not show it. */
  expectedByOn: day,
});

/**
 * What a publication freezes for clients: a projection of its own with listed fields. People stand in it by id. What is
 * not a field here cannot be read by a client, so a new one is added on purpose only.
 */
export const ClientSnapshot = z.object({
  format: z.literal(1),
  project: z.object({
    name: z.string(),
    outcome: z.string(),
    scopeIn: z.string(),
    scopeOut: z.string(),
    dueOn: day,
    currency: z.string(),
    leadId: z.string().nullable(),
    /** What happens when nobody answers: agreed to with the approval of this plan, a proposal until then. */
    acceptance: AcceptanceWindow.nullable(),
    health: ClientHealth.extend({ milestoneId: z.string().nullable() }),
  }),
  objectives: z.array(
    z.object({
      id: z.string(),
      statement: z.string(),
      clientReason: z.string(),
      measure: z.string(),
      unit: z.string(),
      baseline: z.number().nullable(),
      target: z.number().nullable(),
      current: z.number().nullable(),
      targetOn: day,
    }),
  ),
  milestones: z.array(ClientMilestone),
  /** What threatens the dates most comes first. */
  risks: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      response: z.string(),
      /** Who looks after it; plans that were published before this was told have nobody. */
      ownerId: z.string().nullable().default(null),
    }),
  ),
  cards: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      milestoneId: z.string().nullable(),
      category: z.enum(["todo", "doing", "done"]),
    }),
  ),
});

export type ClientSnapshotView = z.infer<typeof ClientSnapshot>;
export type ClientMilestoneView = z.infer<typeof ClientMilestone>;
export type HealthSentenceWord = z.infer<typeof HealthSentence>;
