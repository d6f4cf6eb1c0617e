import { z } from "zod";
import { ApprovalChoice } from "../approvals/approval-snapshot.view.ts";
import { LOG_KINDS, LOG_OUTCOMES, LOG_STATES, type LogAnswer, type LogEntry } from "./log-entries.ts";

const Somebody = z.object({ id: z.string(), name: z.string() });

const LoggedAnswer = z
  .object({
    /** Null where they were forgotten, or nobody answered. */
    person: Somebody.nullable(),
    verdict: z.enum(["approved", "changes_requested", "chosen", "accepted", "declined"]),
    choice: z.string().nullable(),
    /** Why, in their words. */
    words: z.string(),
    /** `member`: somebody of the team wrote it down; `window`: nobody answered in the time that was agreed. */
    way: z.enum(["link", "session", "member", "window"]),
    /** Who wrote it down, or handed over the link that it came by. */
    through: z.string().nullable(),
    at: z.iso.datetime(),
  })
  .meta({ id: "LoggedAnswer" });

const outcome = () => z.enum(LOG_OUTCOMES).nullable();

export const LoggedDecision = z
  .object({
    id: z.string(),
    kind: z.enum(LOG_KINDS),
    audience: z.enum(["team", "client"]),
    /** Of the newest request; null as long as nobody was asked. */
    number: z.int().nullable(),
    title: z.string(),
    question: z.string(),
    /** What could be chosen, with its effect; prices are null for who may not see money. */
    options: z.array(ApprovalChoice),
    rule: z.enum(["any", "all", "order"]),
    deciders: z.array(Somebody.extend({ delegate: Somebody.nullable() })),
    /** Whose decision is awaited now, by name. */
    waitingFor: z.array(z.string()),
    askedBy: Somebody.nullable(),
    askedAt: z.iso.datetime(),
    /** Until then its people do not see it; null where they do. */
    opensAt: z.iso.datetime().nullable(),
    dueOn: z.string().nullable(),
    state: z.enum(LOG_STATES),
    /** False for a wish that has no days and price yet. */
    isEstimated: z.boolean(),
    outcome: outcome(),
    choice: z.string().nullable(),
    closedAt: z.iso.datetime().nullable(),
    answers: z.array(LoggedAnswer),
    /** Why it was taken back. */
    reason: z.string(),
    /** Decided elsewhere and written down here. */
    isRecorded: z.boolean(),
    milestone: z.object({ id: z.string(), number: z.int() }).nullable(),
    /** The plan version that was decided on, or made by it. */
    planVersion: z.int().nullable(),
    /** Newest first; the first is the one above. */
    rounds: z.array(
      z.object({
        approvalId: z.string(),
        number: z.int(),
        round: z.int(),
        outcome: outcome(),
        closedAt: z.iso.datetime().nullable(),
        answers: z.array(LoggedAnswer),
      }),
    ),
  })
  .meta({ id: "LoggedDecision" });

export type LoggedDecisionView = z.infer<typeof LoggedDecision>;

export function presentEntry(entry: LogEntry, seesMoney: boolean): LoggedDecisionView {
  const { milestoneId, milestoneNumber } = entry;
  return LoggedDecision.parse({
    ...entry,
    options: entry.options.map((each) => ({ ...each, priceMinor: seesMoney ? each.priceMinor : null })),
    deciders: entry.deciders.map(({ personId, name, delegateId, delegateName }) => ({
      id: personId,
      name: name ?? "",
      delegate: somebody(delegateId, delegateName),
    })),
    waitingFor: entry.waitingFor.flatMap(({ name, delegateName }) => delegateName ?? name ?? []),
    askedBy: somebody(entry.askedBy, entry.asker),
    askedAt: entry.askedAt.toISOString(),
    opensAt: iso(entry.opensAt),
    closedAt: iso(entry.closedAt),
    answers: entry.answers.map(presentAnswer),
    milestone: milestoneNumber === null ? null : { id: milestoneId, number: milestoneNumber },
    rounds: entry.rounds.map(({ answers, closedAt, ...round }) => ({
      ...round,
      closedAt: iso(closedAt),
      answers: answers.map(presentAnswer),
    })),
  });
}

function presentAnswer({ personId, name, at, ...answer }: LogAnswer) {
  const person = answer.way === "window" ? null : somebody(personId, name);
  return { ...answer, person, at: at.toISOString() };
}

function somebody(id: string | null, name: string | null) {
  return id === null || name === null ? null : { id, name };
}

function iso(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
