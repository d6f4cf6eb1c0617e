import { z } from "zod";
import { AcceptanceWindow } from "../projects/acceptance-window.view.ts";
import { ApprovalChoice, ApprovalKind, ApprovalSnapshot } from "./approval-snapshot.view.ts";

const Somebody = z.object({ id: z.string(), name: z.string() });

const ApprovalDecision = z
  .object({
    id: z.string(),
    person: Somebody,
    verdict: z.enum(["approved", "changes_requested", "chosen", "advised"]),
    choice: z.string().nullable(),
    words: z.string(),
    /** Ids of criteria that are not met in their eyes. */
    criteria: z.array(z.string()),
    pins: z.array(z.object({ file: z.int(), x: z.number(), y: z.number(), words: z.string() })),
    hash: z.string(),
    /** `member`: somebody of the team wrote it down; `window`: nobody answered in the time that was agreed. */
    way: z.enum(["link", "session", "member", "window"]),
    /** Who wrote it down, or handed over the link that it came by. */
    through: z.string().nullable(),
    at: z.iso.datetime(),
    takenBackAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "ApprovalDecision" });

const ApprovalPerson = z
  .object({
    person: Somebody,
    delegate: Somebody.nullable(),
    part: z.enum(["decider", "adviser"]),
    /** Their decision is awaited now. */
    turn: z.boolean(),
    /** What came of the mail: queued, sent, failed, outbox; null while none was due. */
    mail: z.object({ state: z.string(), error: z.string().nullable(), at: z.iso.datetime() }).nullable(),
    /** Before somebody's eyes for three seconds; never a bare fetch. */
    openedAt: z.iso.datetime().nullable(),
    commentedAt: z.iso.datetime().nullable(),
    nudgedAt: z.iso.datetime().nullable(),
    /** Wrote "approved" by mail, which proposes and decides nothing; null once they have decided. */
    saidYesAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "ApprovalPerson" });

const ApprovalFile = z
  .object({
    position: z.int(),
    name: z.string(),
    mediaType: z.string(),
    /** The version that was frozen; null once it is gone for good. */
    version: z.object({ fileId: z.string(), n: z.int() }).nullable(),
  })
  .meta({ id: "ApprovalFile" });

export const Approval = z
  .object({
    id: z.string(),
    projectId: z.string(),
    number: z.int(),
    kind: ApprovalKind,
    round: z.int(),
    title: z.string(),
    question: z.string(),
    changed: z.string(),
    rule: z.enum(["any", "all", "order"]),
    choices: z.array(ApprovalChoice),
    dueOn: z.string().nullable(),
    /** SHA-256 of the snapshot as it is stored. */
    hash: z.string(),
    state: z.enum(["waiting", "open", "decided", "superseded", "cancelled"]),
    outcome: z.enum(["approved", "changes_requested", "chosen", "lapsed"]).nullable(),
    outcomeAt: z.iso.datetime().nullable(),
    /** Until then its people do not see it. */
    opensAt: z.iso.datetime(),
    cancelledReason: z.string(),
    acceptance: AcceptanceWindow.nullable(),
    milestone: z.object({ id: z.string(), number: z.int() }).nullable(),
    planVersionId: z.string().nullable(),
    earlierId: z.string().nullable(),
    askedBy: Somebody.nullable(),
    askedAt: z.iso.datetime(),
    /** Since when its people are waited for, in working days. */
    waitingDays: z.int(),
    files: z.array(ApprovalFile),
    people: z.array(ApprovalPerson),
    decisions: z.array(ApprovalDecision),
    /** Whether this person may have the record and the certificate, which tell prices. */
    mayProve: z.boolean(),
  })
  .meta({ id: "Approval" });

export const ApprovalPage = Approval.extend({
  /** Null to whoever may not see prices: what is frozen is told whole or not at all. */
  snapshot: ApprovalSnapshot.nullable(),
}).meta({ id: "ApprovalPage" });

export const ApprovalPreview = z
  .object({ hash: z.string(), snapshot: ApprovalSnapshot })
  .meta({ id: "ApprovalPreview" });

/** What silence means by the plan that the client approved last. */
export const AgreedWindow = z
  .object({
    version: z.int().nullable(),
    approvedAt: z.iso.datetime(),
    acceptance: AcceptanceWindow.nullable(),
  })
  .meta({ id: "AgreedWindow" });

export type AgreedWindowView = z.infer<typeof AgreedWindow>;
export type ApprovalView = z.infer<typeof Approval>;
export type ApprovalPageView = z.infer<typeof ApprovalPage>;
