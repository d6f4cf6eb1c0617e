import { z } from "zod";
import { ApprovalChoice, type ApprovalChoiceView } from "../approvals/approval-snapshot.view.ts";
import { ACCEPT } from "../approvals/choices.ts";
import { turnOf } from "../approvals/decision-read.ts";
import type { LogApproval, LogChange, LogPerson, LogRows, LogSaid } from "./log-rows.ts";

export const LOG_KINDS = ["plan", "definition", "completion", "files", "change", "question"] as const;
export const LOG_STATES = ["open", "decided", "taken_back"] as const;
export const LOG_OUTCOMES = [
  "approved",
  "changes_requested",
  "chosen",
  "lapsed",
  "accepted",
  "declined",
  "replaced",
  "taken_back",
] as const;
export type LogKind = (typeof LOG_KINDS)[number];
export type LogState = (typeof LOG_STATES)[number];
export type LogOutcome = (typeof LOG_OUTCOMES)[number];

/** Whose answer it is, in their words. */
export interface LogAnswer {
  personId: string | null;
  name: string | null;
  verdict: string;
  /** What they chose, in words. */
  choice: string | null;
  words: string;
  way: string;
  decidedBy: string | null;
  through: string | null;
  at: Date;
}

export interface LogRound {
  approvalId: string;
  number: number;
  round: number;
  outcome: LogOutcome | null;
  closedAt: Date | null;
  answers: LogAnswer[];
}

/** The life of one decision: all rounds of an approval, or a wish with whatever was offered for it. */
export interface LogEntry {
  id: string;
  kind: LogKind;
  audience: string;
  /** Of the newest request; null as long as nobody was asked. */
  number: number | null;
  title: string;
  question: string;
  options: ApprovalChoiceView[];
  rule: string;
  deciders: {
    personId: string;
    name: string | null;
    delegateId: string | null;
    delegateName: string | null;
  }[];
  /** Those whose decision is awaited now. */
  waitingFor: LogEntry["deciders"];
  askedBy: string | null;
  asker: string | null;
  askedAt: Date;
  dueOn: string | null;
  state: LogState;
  /** A wish that nobody has put days and price to yet: it is the team's turn. */
  isEstimated: boolean;
  /** Goes out later, with the publication that it asks about. */
  opensAt: Date | null;
  outcome: LogOutcome | null;
  /** What was chosen. */
  choice: string | null;
  closedAt: Date | null;
  answers: LogAnswer[];
  /** Why it was taken back. */
  reason: string;
  /** Decided elsewhere: nobody was asked here. */
  isRecorded: boolean;
  milestoneId: string | null;
  milestoneNumber: number | null;
  planVersion: number | null;
  /** Newest first; where nobody is asked at the moment, all of them are earlier ones. */
  rounds: LogRound[];
}

const Choices = z.array(ApprovalChoice).catch([]);

/** What waits first, newest on top; then what is closed, by when it was closed. */
export function logEntries(rows: LogRows, now: Date): LogEntry[] {
  const ofWish = new Map(
    rows.quotes.flatMap(({ approvalId, changeRequestId }) =>
      approvalId === null ? [] : [[approvalId, changeRequestId]],
    ),
  );
  const chains = chainsOf(rows.approvals).map((chain) => ({
    chain,
    wish: chain.map(({ id }) => ofWish.get(id)).find((id) => id !== undefined),
  }));
  const people = grouped(rows.people);
  const said = grouped(rows.said);
  const asked = (chain: LogApproval[]) => fromChain(chain, people, said, now);
  return [
    ...chains.flatMap(({ chain, wish }) => (wish === undefined ? [asked(chain)] : [])),
    ...rows.changes.map((change) => {
      const own = chains.filter(({ wish }) => wish === change.id).flatMap(({ chain }) => chain);
      return fromChange(change, own.length === 0 ? null : asked(own.sort(newestFirst)));
    }),
  ].sort(byTurn);
}

/** Each newest round with those before it, newest first. */
function chainsOf(approvals: readonly LogApproval[]): LogApproval[][] {
  const known = new Map(approvals.map((row) => [row.id, row]));
  const hasNext = new Set(approvals.flatMap(({ earlierId }) => earlierId ?? []));
  return approvals
    .filter(({ id }) => !hasNext.has(id))
    .map((head) => {
      const chain = [head];
      for (let row = known.get(head.earlierId ?? ""); row; row = known.get(row.earlierId ?? ""))
        chain.push(row);
      return chain;
    });
}

function newestFirst(a: LogApproval, b: LogApproval): number {
  return b.number - a.number;
}

function byTurn(a: LogEntry, b: LogEntry): number {
  if ((a.state === "open") !== (b.state === "open")) return a.state === "open" ? -1 : 1;
  const [ofA, ofB] = [a, b].map((one) => (one.closedAt ?? one.askedAt).getTime());
  return (ofB ?? 0) - (ofA ?? 0) || (a.id < b.id ? 1 : -1);
}

function grouped<T extends { approvalId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.approvalId);
    if (group) group.push(row);
    else groups.set(row.approvalId, [row]);
  }
  return groups;
}

function fromChain(
  chain: LogApproval[],
  people: ReadonlyMap<string, LogPerson[]>,
  said: ReadonlyMap<string, LogSaid[]>,
  now: Date,
): LogEntry {
  const [head] = chain;
  if (!head) throw new Error("a chain has a newest round");
  const rounds = chain.map((row) => roundOf(row, said.get(row.id) ?? []));
  const asked = people.get(head.id) ?? [];
  const options = Choices.parse(head.choices);
  const { outcome, answers } = rounds[0] ?? { outcome: null, answers: [] };
  const waiting = outcome === null && head.opensAt <= now;
  const turn = waiting ? turnOf(head, asked, said.get(head.id) ?? []) : [];
  const first = chain.at(-1) ?? head;
  return {
    ...head,
    kind: LOG_KINDS.find((kind) => kind === head.kind) ?? "question",
    options,
    deciders: asked.filter(({ part }) => part === "decider"),
    waitingFor: asked.filter(({ personId }) => turn.includes(personId)),
    askedAt: first.createdAt,
    state: outcome === null ? "open" : outcome === "taken_back" ? "taken_back" : "decided",
    isEstimated: true,
    opensAt: outcome === null && !waiting ? head.opensAt : null,
    outcome,
    choice: outcome === "chosen" ? (answers.findLast(({ choice }) => choice !== null)?.choice ?? null) : null,
    closedAt: closedAt(head),
    reason: head.cancelledReason,
    isRecorded: head.kind === "question" && options.length === 1,
    answers,
    rounds,
  };
}

function roundOf(row: LogApproval, said: readonly LogSaid[]): LogRound {
  const choices = new Map(Choices.parse(row.choices).map(({ id, text }) => [id, text]));
  const isOffer = row.kind === "change";
  const answers = said
    .filter(({ withdrawnAt, verdict }) => withdrawnAt === null && verdict !== "advised")
    .map((one) =>
      isOffer
        ? { ...one, verdict: offerVerdict(one), choice: null }
        : { ...one, choice: choices.get(one.choice ?? "") ?? null },
    );
  const { id: approvalId, number, round } = row;
  return { approvalId, number, round, outcome: outcomeOf(row, said), closedAt: closedAt(row), answers };
}

/** An offer has the same two answers everywhere, so they are words of ours in the reader's language. */
function offerVerdict({ verdict, choice }: LogSaid) {
  if (verdict !== "chosen") return verdict;
  return choice === ACCEPT ? "accepted" : "declined";
}

function outcomeOf(row: LogApproval, said: readonly LogSaid[]): LogOutcome | null {
  if (row.cancelledAt !== null || row.withdrawn) return "taken_back";
  if (row.outcome === null) return row.supersededAt === null ? null : "replaced";
  const last = said.findLast(({ withdrawnAt, verdict }) => withdrawnAt === null && verdict === "chosen");
  const word = row.kind === "change" && last ? offerVerdict(last) : row.outcome;
  return LOG_OUTCOMES.find((one) => one === word) ?? null;
}

function closedAt({ outcomeAt, cancelledAt, supersededAt, withdrawn, createdAt }: LogApproval): Date | null {
  return cancelledAt ?? outcomeAt ?? supersededAt ?? (withdrawn ? createdAt : null);
}

const NOBODY_ASKED = {
  number: null,
  options: [],
  rule: "any",
  deciders: [],
  waitingFor: [],
  dueOn: null,
  isEstimated: false,
  opensAt: null,
  reason: "",
  isRecorded: false,
  answers: [],
  rounds: [],
} satisfies Partial<LogEntry>;

/** A wish and the offer for it are one entry: what was asked, what it would cost, what became of it. */
function fromChange(change: LogChange, offer: LogEntry | null): LogEntry {
  const { id, audience, title, words, personId, asker, createdAt, milestoneId, milestoneNumber } = change;
  const own = { id, audience, title, question: words, askedBy: personId, asker, askedAt: createdAt };
  const place = {
    milestoneId: milestoneId ?? offer?.milestoneId ?? null,
    milestoneNumber: milestoneNumber ?? offer?.milestoneNumber ?? null,
    planVersion: change.planVersion,
  };
  return { ...NOBODY_ASKED, ...offer, ...own, ...place, kind: "change", ...standing(change, offer) };
}

function standing(change: LogChange, offer: LogEntry | null) {
  const { state, answer, answeredAt, answeredBy, answerer } = change;
  const choice = offer?.choice ?? null;
  switch (state) {
    case "accepted":
      return {
        state: "decided",
        outcome: "accepted",
        choice,
        closedAt: offer?.closedAt ?? answeredAt,
      } as const;
    case "declined": {
      const own = { personId: answeredBy, name: answerer, verdict: "declined", choice: null, words: answer };
      const byTeam = answeredAt && { ...own, way: "session", decidedBy: null, through: null, at: answeredAt };
      const said = offer?.answers ?? [];
      const byClient = said.some(({ verdict }) => verdict === "chosen");
      const answers = byClient || !byTeam ? said : [...said, byTeam];
      return { state: "decided", outcome: "declined", choice, closedAt: answeredAt, answers } as const;
    }
    case "withdrawn":
      return { state: "taken_back", outcome: "taken_back", choice, closedAt: answeredAt } as const;
    case "quoted":
      if (offer) return { state: offer.state, outcome: offer.outcome, choice, closedAt: offer.closedAt };
  }
  // An offer that was taken back, or did not please, leaves the wish with the team.
  const rounds = offer?.rounds ?? [];
  return { ...NOBODY_ASKED, rounds, state: "open", outcome: null, choice: null, closedAt: null } as const;
}
