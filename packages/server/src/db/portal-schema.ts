/** What people of a client can read: the views of the schema `portal`, and nothing else exists for these queries. */
export interface PortalSchema {
  "portal.answerFiles": PortalAnswerFiles;
  "portal.answers": PortalAnswers;
  "portal.approvalFiles": PortalApprovalFiles;
  "portal.approvalPeople": PortalApprovalPeople;
  "portal.approvals": PortalApprovals;
  "portal.approvalSalts": PortalApprovalSalts;
  "portal.approvalSnapshots": PortalApprovalSnapshots;
  "portal.chain": PortalChain;
  "portal.changeRequests": PortalChangeRequests;
  "portal.clientQuotes": PortalClientQuotes;
  "portal.comments": PortalComments;
  "portal.criteriaMet": PortalCriteriaMet;
  "portal.decisions": PortalDecisions;
  "portal.files": PortalFiles;
  "portal.fileVersions": PortalFileVersions;
  "portal.inputPeople": PortalInputPeople;
  "portal.inputRounds": PortalInputRounds;
  "portal.mailedYes": PortalMailedYes;
  "portal.messages": PortalMessages;
  "portal.noticeReceipts": PortalNoticeReceipts;
  "portal.paid": PortalPaid;
  "portal.people": PortalPeople;
  "portal.planVersions": PortalPlanVersions;
  "portal.projects": PortalProjects;
  "portal.proposals": PortalProposals;
  "portal.publications": PortalPublications;
  "portal.quotes": PortalQuotes;
  "portal.reached": PortalReached;
  "portal.reachedMoments": PortalReachedMoments;
  "portal.reports": PortalReports;
  "portal.requests": PortalRequests;
  "portal.reviews": PortalReviews;
  "portal.reviewWords": PortalReviewWords;
  "portal.sight": PortalSight;
  "portal.threads": PortalThreads;
  "portal.withdrawals": PortalWithdrawals;
}

export interface PortalAnswerFiles {
  answerId: string;
  fileId: string;
}

export interface PortalAnswers {
  id: string;
  requestId: string;
  round: number;
  words: string;
  answers: unknown;
  sentAt: Date | null;
  returnedAt: Date | null;
  returnedReason: string;
  personId: string | null;
  handedOverBy: string | null;
  createdAt: Date;
}

export interface PortalApprovalFiles {
  id: string;
  approvalId: string;
  position: number;
  name: string;
  sha256: string;
  bytes: number;
  mediaType: string;
  fileVersionId: string | null;
  createdAt: Date;
}

export interface PortalApprovalPeople {
  approvalId: string;
  personId: string;
  delegateId: string | null;
  part: string;
  position: number;
  askedBy: string | null;
  createdAt: Date;
}

export interface PortalApprovalSnapshots {
  approvalId: string;
  snapshot: string;
  hash: string;
  createdAt: Date;
}

export interface PortalApprovalSalts {
  approvalId: string;
  personId: string;
  salt: string;
  nameHash: string;
  mailHash: string;
  name: string;
}

export interface PortalApprovals {
  id: string;
  projectId: string;
  number: number;
  kind: string;
  round: number;
  title: string;
  question: string;
  rule: string;
  choices: unknown;
  dueOn: string | null;
  consequence: string;
  changed: string;
  opensAt: Date;
  acceptanceDays: number | null;
  acceptanceThen: string | null;
  outcome: string | null;
  outcomeAt: Date | null;
  supersededAt: Date | null;
  cancelledAt: Date | null;
  cancelledReason: string;
  milestoneId: string | null;
  publicationId: string | null;
  planVersionId: string | null;
  earlierId: string | null;
  askedBy: string | null;
  createdAt: Date;
  audience: string;
  revision: number;
}

/** The seals of a project, and of its events only those that tell of approvals in sight. */
export interface PortalChain {
  projectId: string;
  n: number;
  body: string | null;
  hash: string;
  approvalId: string | null;
  covers: unknown;
  eventId: string | null;
  contentHash: string | null;
  verb: string | null;
  subjectKind: string | null;
  subjectId: string | null;
  audience: string | null;
  actorId: string | null;
  at: Date | null;
  data: unknown;
}

export interface PortalChangeRequests {
  id: string;
  projectId: string;
  number: number;
  title: string;
  words: string;
  answer: string;
  answeredAt: Date | null;
  answeredBy: string | null;
  state: string;
  milestoneId: string | null;
  personId: string | null;
  planVersionId: string | null;
  approves: boolean;
  createdAt: Date;
  planVersion: number | null;
}

export interface PortalComments {
  id: string;
  threadId: string;
  authorId: string | null;
  authorName: string | null;
  body: string;
  createdAt: Date;
  editedAt: Date | null;
}

export interface PortalCriteriaMet {
  id: string;
  milestoneId: string;
  projectId: string;
}

export interface PortalDecisions {
  id: string;
  approvalId: string;
  personId: string;
  decidedBy: string | null;
  handedOverBy: string | null;
  attempt: number;
  verdict: string;
  choice: string | null;
  words: string;
  criteria: unknown;
  pins: unknown;
  shownHash: string;
  way: string;
  at: Date;
  linkId: string | null;
  createdAt: Date;
}

export interface PortalFileVersions {
  id: string;
  fileId: string;
  n: number;
  name: string;
  sha256: string;
  bytes: number;
  mediaType: string;
  authorId: string | null;
  createdAt: Date;
}

export interface PortalFiles {
  id: string;
  projectId: string;
  objectiveId: string | null;
  milestoneId: string | null;
  cardId: string | null;
  name: string;
  authorId: string | null;
  createdAt: Date;
}

export interface PortalInputPeople {
  roundId: string | null;
  personId: string;
  doneAt: Date | null;
}

export interface PortalInputRounds {
  id: string;
  projectId: string;
  publicationId: string;
  deadlineOn: string;
  words: string;
  askedBy: string | null;
  closedAt: Date | null;
  createdAt: Date;
}

/** Answers by mail of the person who looks, that sound like a yes to a request. */
export interface PortalMailedYes {
  approvalId: string;
  personId: string;
  at: Date;
}

export interface PortalMessages {
  id: string;
  projectId: string;
  title: string;
  body: string;
  authorId: string | null;
  createdAt: Date;
  editedAt: Date | null;
}

export interface PortalPaid {
  milestoneId: string;
  projectId: string;
  minor: number;
  currency: string;
  paidOn: string;
}

export interface PortalPeople {
  projectId: string;
  id: string;
  name: string;
  side: string;
}

export interface PortalPlanVersions {
  id: string;
  projectId: string;
  n: number;
  publicationId: string;
  hash: string;
  createdAt: Date;
}

export interface PortalProjects {
  id: string;
  key: string;
  name: string;
  currency: string;
  pausedAt: Date | null;
  archivedAt: Date | null;
  state: string;
  leadId: string | null;
  securityLevel: string | null;
  showsForecast: boolean;
  showsCriteria: boolean;
  role: string;
  mayComment: boolean;
  clientName: string | null;
  workspaceName: string;
  workspaceSlug: string;
  zone: string;
  brand: unknown;
  keepsViews: boolean;
  hasPrice: boolean;
}

export interface PortalProposals {
  id: string;
  projectId: string;
  roundId: string | null;
  milestoneId: string | null;
  personId: string | null;
  words: string;
  patch: unknown;
  state: string;
  answer: string;
  counter: unknown;
  answeredAt: Date | null;
  answeredBy: string | null;
  createdAt: Date;
}

export interface PortalPublications {
  id: string;
  projectId: string;
  n: number;
  snapshot: string;
  hash: string;
  clientText: string;
  personId: string | null;
  createdAt: Date;
  heldUntil: Date;
}

export interface PortalQuotes {
  id: string;
  changeRequestId: string;
  priceMinor: number | null;
  words: string;
  approvalId: string;
  createdAt: Date;
  days: number | null;
}

export interface PortalReached {
  milestoneId: string;
  projectId: string;
  reachedOn: string | null;
}

export interface PortalRequests {
  id: string;
  projectId: string;
  number: number;
  kind: string;
  title: string;
  why: string;
  questions: unknown;
  dueOn: string | null;
  askedAt: Date | null;
  answeredAt: Date | null;
  closedAt: Date | null;
  state: string;
  milestoneId: string | null;
  contactId: string | null;
  askedBy: string | null;
}

export interface PortalSight {
  projectId: string;
  role: string;
}

export interface PortalThreads {
  id: string;
  projectId: string;
  objectiveId: string | null;
  milestoneId: string | null;
  cardId: string | null;
  messageId: string | null;
}

export interface PortalWithdrawals {
  decisionId: string;
  personId: string | null;
  at: Date;
  createdAt: Date;
}

export interface PortalClientQuotes {
  id: string;
  projectId: string;
  askedBy: string | null;
  words: string;
  askedAt: Date;
  confirmedAt: Date | null;
  confirmedWords: string | null;
  nameHidden: boolean;
  declinedAt: Date | null;
}

export interface PortalNoticeReceipts {
  publicationId: string;
  personId: string;
  readAt: Date | null;
  acknowledgedAt: Date | null;
  questionedAt: Date | null;
  question: string;
}

export interface PortalReachedMoments {
  milestoneId: string;
  seenAt: Date;
}

export interface PortalReports {
  id: string;
  projectId: string;
  n: number;
  onDate: string;
  snapshot: string;
  hash: string;
  createdAt: Date;
}

export interface PortalReviews {
  id: string;
  projectId: string;
  dueOn: string;
  clientPartAt: Date;
  heldAt: Date | null;
}

export interface PortalReviewWords {
  id: string;
  reviewId: string;
  personId: string;
  name: string;
  milestoneId: string | null;
  kind: string;
  words: string;
  targetOn: string | null;
  handedOverBy: string | null;
  createdAt: Date;
}
