import { z } from "zod";

const instant = z.string();
const day = z.string().nullable();
const person = z.string().nullable();

/** What was asked, of whom, and what came of it, as the rows of an approval say it. */
export const RequestRow = z.object({
  facts: z.object({
    id: z.string(),
    projectId: z.string(),
    number: z.int(),
    kind: z.enum(["plan", "definition", "completion", "files", "change", "question"]),
    round: z.int(),
    title: z.string(),
    question: z.string(),
    rule: z.enum(["any", "all", "order"]),
    choices: z.unknown(),
    dueOn: day,
    audience: z.string(),
    consequence: z.string(),
    acceptanceDays: z.int().nullable(),
    acceptanceThen: z.string().nullable(),
    outcome: z.enum(["approved", "changes_requested", "chosen", "lapsed"]).nullable(),
    outcomeAt: instant.nullable(),
    supersededAt: instant.nullable(),
    cancelledAt: instant.nullable(),
    cancelledReason: z.string(),
    opensAt: instant,
    createdAt: instant,
  }),
  refs: z.object({ askedBy: person }),
});

export const SnapshotRow = z.object({ facts: z.object({ snapshot: z.string(), hash: z.string() }) });

export const SeatRow = z.object({
  facts: z.object({ personId: z.string(), part: z.enum(["decider", "adviser"]), position: z.int() }),
  refs: z.object({ delegateId: person }),
});

export const FileRow = z.object({
  facts: z.object({ position: z.int(), name: z.string(), sha256: z.string(), bytes: z.int() }),
});

export const DecisionRow = z.object({
  facts: z.object({
    id: z.string(),
    personId: z.string(),
    attempt: z.int(),
    verdict: z.enum(["approved", "changes_requested", "chosen", "advised"]),
    choice: z.string().nullable(),
    words: z.string(),
    criteria: z.unknown(),
    shownHash: z.string(),
    way: z.enum(["link", "session", "member", "window"]),
    at: instant,
  }),
  refs: z.object({ decidedBy: person, handedOverBy: person }),
});

export const WithdrawalRow = z.object({ facts: z.object({ decisionId: z.string(), at: instant }) });

export const PersonRow = z.object({
  facts: z.object({ personId: z.string(), nameHash: z.string(), mailHash: z.string() }),
});

/** All rows of one approval, each as what it is. */
export interface Evidence {
  request: z.infer<typeof RequestRow>;
  snapshot: z.infer<typeof SnapshotRow>["facts"];
  seats: z.infer<typeof SeatRow>[];
  files: z.infer<typeof FileRow>["facts"][];
  decisions: z.infer<typeof DecisionRow>[];
  withdrawals: z.infer<typeof WithdrawalRow>["facts"][];
  people: z.infer<typeof PersonRow>["facts"][];
}
