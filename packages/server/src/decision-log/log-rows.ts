/** What a decision log is made of. The team's store and the one of the client's views give the same rows. */
export interface LogApproval {
  id: string;
  number: number;
  kind: string;
  audience: string;
  round: number;
  title: string;
  question: string;
  rule: string;
  choices: unknown;
  dueOn: string | null;
  opensAt: Date;
  outcome: string | null;
  outcomeAt: Date | null;
  supersededAt: Date | null;
  cancelledAt: Date | null;
  cancelledReason: string;
  /** The publication that it asks about was taken back: nobody has ever seen it. */
  withdrawn: boolean;
  milestoneId: string | null;
  milestoneNumber: number | null;
  earlierId: string | null;
  askedBy: string | null;
  asker: string | null;
  planVersion: number | null;
  createdAt: Date;
}

export interface LogPerson {
  approvalId: string;
  personId: string;
  name: string | null;
  delegateId: string | null;
  delegateName: string | null;
  part: string;
}

export interface LogSaid {
  id: string;
  approvalId: string;
  personId: string;
  name: string | null;
  verdict: string;
  choice: string | null;
  words: string;
  way: string;
  decidedBy: string | null;
  /** Who wrote it down, or handed over the link that it came by. */
  through: string | null;
  at: Date;
  withdrawnAt: Date | null;
}

export interface LogChange {
  id: string;
  number: number;
  audience: string;
  title: string;
  words: string;
  state: string;
  answer: string;
  answeredAt: Date | null;
  answeredBy: string | null;
  answerer: string | null;
  milestoneId: string | null;
  milestoneNumber: number | null;
  personId: string | null;
  asker: string | null;
  planVersion: number | null;
  createdAt: Date;
}

export interface LogQuote {
  changeRequestId: string;
  approvalId: string | null;
}

export interface LogRows {
  approvals: readonly LogApproval[];
  people: readonly LogPerson[];
  said: readonly LogSaid[];
  changes: readonly LogChange[];
  quotes: readonly LogQuote[];
}

/** More than any project has; what is older than so many of a kind is not in the log. */
export const MOST = 1_000;
