import { z } from "zod";
import { Health, HealthWord, Progress } from "../plan/plan.view.ts";
import { PublicationPreview } from "../publications/publications.view.ts";

const day = z.string().nullable();
const Somebody = z.object({ id: z.string(), name: z.string() });

/** What people may call a milestone themselves; the other words are facts. */
export const StatedWord = z
  .enum(["on_track", "at_risk", "off_track", "waiting_for_client"])
  .meta({ id: "StatedWord" });

export const LineDecision = z
  .enum(["keep", "move", "redefine", "split", "drop"])
  .meta({ id: "LineDecision" });

/** How a milestone stood at one moment. */
const Standing = z.object({ computed: HealthWord, likelyOn: day, safeOn: day, targetOn: day });

const ReviewAction = z
  .object({
    id: z.string(),
    milestoneId: z.string().nullable(),
    title: z.string(),
    ownerId: z.string().nullable(),
    dueOn: day,
    /** Null once its card is gone. */
    cardId: z.string().nullable(),
    ref: z.string().nullable(),
    done: z.boolean(),
  })
  .meta({ id: "ReviewAction" });

const ReviewWords = z
  .object({
    id: z.string(),
    personId: z.string(),
    /** Null: about all of them. */
    milestoneId: z.string().nullable(),
    kind: z.enum(["fine", "question", "proposal"]),
    words: z.string(),
    targetOn: day,
    /** The member who handed over the link that it came by. */
    handedOverBy: z.string().nullable(),
    proposalId: z.string().nullable(),
    at: z.iso.datetime(),
  })
  .meta({ id: "ReviewWords" });

const Milestone = z.object({ milestoneId: z.string(), ref: z.string(), title: z.string() });

const WaitingDecision = z
  .object({
    /** An open approval, a proposal of the client, a wish beyond the plan, or an answer that nobody has accepted yet. */
    kind: z.enum(["approval", "proposal", "change", "answer"]),
    id: z.string(),
    number: z.int().nullable(),
    title: z.string(),
    /** Who has the next word. */
    side: z.enum(["team", "client"]),
    dueOn: day,
    since: z.string(),
  })
  .meta({ id: "WaitingDecision" });

const LastCall = z.object({
  computed: HealthWord,
  stated: StatedWord.nullable(),
  evidence: z.string(),
  decision: LineDecision,
  reason: z.string(),
  likelyOn: day,
  safeOn: day,
  targetOn: day,
  /** Those that are still to be done. */
  actions: z.array(ReviewAction),
});

export const ReviewLine = z
  .object({
    milestoneId: z.string(),
    ref: z.string(),
    title: z.string(),
    outcome: z.string(),
    state: z.string(),
    parentId: z.string().nullable(),
    ownerId: z.string().nullable(),
    audience: z.enum(["team", "client"]),
    startOn: day,
    targetOn: day,
    /** What clients read of its date; null where they do not know it. */
    toldTargetOn: day,
    /** Null once it is dropped. */
    health: Health.nullable(),
    likelyOn: day,
    safeOn: day,
    /** How it stood when the review was opened; null where it came later. */
    opened: Standing.nullable(),
    /** What is different since then, whoever changed it. */
    changed: z.array(z.enum(["health", "likely", "safe", "target", "state"])),
    /** What the last review said; null where that did not know it. */
    last: LastCall.nullable(),
    /** How it stood in the reviews before, oldest first. */
    trend: z.array(Standing.extend({ on: z.string() })),
    progress: Progress,
    cards: z.object({ done: z.int(), count: z.int(), estimated: z.int() }),
    /** Since the last review; since the beginning before the first. */
    since: z.object({ done: z.int(), added: z.int() }),
    criteria: z.array(
      z.object({ id: z.string(), text: z.string(), answer: z.enum(["met", "not_met"]).nullable() }),
    ),
    decisions: z.array(WaitingDecision),
    requests: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        dueOn: day,
        askedOn: z.string(),
        /** Working days on which the client had the next word. */
        clientDays: z.int(),
      }),
    ),
    /** On whose desk it has been, in working days; null without a client. */
    clock: z.object({ clientDays: z.int(), teamDays: z.int().nullable() }).nullable(),
    risks: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        chance: z.int(),
        effectDays: z.number(),
        ownerId: z.string().nullable(),
        response: z.string(),
      }),
    ),
    /** Null: as computed. */
    stated: StatedWord.nullable(),
    evidence: z.string(),
    /** Null: nobody has decided yet, which closing takes as keep. */
    decision: LineDecision.nullable(),
    reasonCode: z.string().nullable(),
    reason: z.string(),
    clientNote: z.string(),
    decidedBy: z.string().nullable(),
    decidedAt: z.iso.datetime().nullable(),
    /** The change of dates that this review made here. */
    dateChangeId: z.string().nullable(),
    /** The second milestone that this review split off. */
    splitOff: Milestone.nullable(),
    actions: z.array(ReviewAction),
    words: z.array(ReviewWords),
    /** For `If-Match`. */
    revision: z.int(),
  })
  .meta({ id: "ReviewLine" });

const ReviewObjective = z
  .object({
    id: z.string(),
    statement: z.string(),
    measure: z.string(),
    unit: z.string(),
    baseline: z.number().nullable(),
    target: z.number().nullable(),
    targetOn: day,
    current: z.number().nullable(),
    /** The newest reading from before this review. */
    last: z.object({ onDate: z.string(), value: z.number() }).nullable(),
    readings: z.array(z.object({ onDate: z.string(), value: z.number() })),
    /** What was read in this review. */
    today: z.number().nullable(),
  })
  .meta({ id: "ReviewObjective" });

/** All that a review is about, in ids where it is about people. Frozen when it is held. */
export const ReviewFacts = z.object({
  since: z.object({
    /** The review before; null at the first. */
    reviewId: z.string().nullable(),
    on: day,
    done: z.int(),
    added: z.int(),
    decisions: z.int(),
    reached: z.array(Milestone.extend({ reachedOn: day })),
    /** Working days since then on which the client had the next word. */
    clientDays: z.int(),
  }),
  objectives: z.array(ReviewObjective),
  lines: z.array(ReviewLine),
  /** What waits for an answer and belongs to no milestone of this review. */
  decisions: z.array(WaitingDecision),
  /** Those of no milestone. */
  actions: z.array(ReviewAction),
  words: z.array(ReviewWords),
  /** What clients know otherwise and have not been told. */
  untold: z.array(z.object({ milestoneId: z.string(), fields: z.array(z.string()) })),
});

/** The record that a review leaves. */
export const ReviewSnapshot = ReviewFacts.extend({
  format: z.literal(1),
  reviewId: z.string(),
  projectId: z.string(),
  dueOn: z.string(),
  openedAt: z.iso.datetime(),
  heldAt: z.iso.datetime(),
  heldBy: z.string().nullable(),
  leaderId: z.string().nullable(),
  attended: z.array(z.string()),
  publicationId: z.string().nullable(),
  untoldReason: z.string(),
}).meta({ id: "ReviewSnapshot" });

export const Review = ReviewFacts.extend({
  id: z.string(),
  project: z.object({
    id: z.string(),
    key: z.string(),
    name: z.string(),
    client: Somebody.nullable(),
  }),
  today: z.string(),
  dueAt: z.iso.datetime(),
  dueOn: z.string(),
  openedAt: z.iso.datetime().nullable(),
  clientPartAt: z.iso.datetime().nullable(),
  heldAt: z.iso.datetime().nullable(),
  heldBy: z.string().nullable(),
  skippedAt: z.iso.datetime().nullable(),
  skipReason: z.string(),
  leaderId: z.string().nullable(),
  /** False when the leader no longer works here: whoever may take over. */
  leaderHere: z.boolean(),
  /** The milestone that everybody looks at; null before the first. */
  placeId: z.string().nullable(),
  publicationId: z.string().nullable(),
  untoldReason: z.string(),
  /** SHA-256 of the record; null until it is held. */
  hash: z.string().nullable(),
  /** Everybody whose id stands in this answer. */
  people: z.array(Somebody),
  /** Who can be given an action. */
  memberIds: z.array(z.string()),
  attendance: z.array(z.object({ personId: z.string(), seenAt: z.iso.datetime(), here: z.boolean() })),
  /** Who of the client reads part 2. */
  invited: z.array(z.string()),
  may: z.object({ lead: z.boolean(), write: z.boolean() }),
  /** What publishing now would tell, with the notes for the client; null for whoever may not publish, and without a client. */
  notice: PublicationPreview.nullable(),
}).meta({ id: "Review" });

export type ReviewView = z.infer<typeof Review>;
export type ReviewFactsView = z.infer<typeof ReviewFacts>;
export type ReviewLineView = z.infer<typeof ReviewLine>;
export type ReviewSnapshotView = z.infer<typeof ReviewSnapshot>;
export type StandingView = z.infer<typeof Standing>;
