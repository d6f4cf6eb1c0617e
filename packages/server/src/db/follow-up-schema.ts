import type { Generated } from "kysely";

/** Reviews, what changed and who knows of it, the inbox, reports, and how a project ends; part of `Schema`. */
export interface FollowUpSchema {
  adjustments: AdjustmentsTable;
  clientQuotes: ClientQuotesTable;
  deliveryRecords: DeliveryRecordsTable;
  inboxItems: InboxItemsTable;
  mailRhythms: MailRhythmsTable;
  mutes: MutesTable;
  noticeReceipts: NoticeReceiptsTable;
  reachedMoments: ReachedMomentsTable;
  reportReaders: ReportReadersTable;
  reportSchedules: ReportSchedulesTable;
  reports: ReportsTable;
  retrospectiveActions: RetrospectiveActionsTable;
  retrospectives: RetrospectivesTable;
  reviewActions: ReviewActionsTable;
  reviewAttendance: ReviewAttendanceTable;
  reviewInvitees: ReviewInviteesTable;
  reviewLines: ReviewLinesTable;
  reviewSeries: ReviewSeriesTable;
  reviewWords: ReviewWordsTable;
  reviews: ReviewsTable;
  savedViews: SavedViewsTable;
  statedHealths: StatedHealthsTable;
  tellings: TellingsTable;
  thanks: ThanksTable;
}

export interface AdjustmentsTable {
  workspaceId: string;
  id: string;
  projectId: string;
  milestoneId: string;
  personId: string | null;
  reviewId: string | null;
  eventId: string | null;
  publicationId: string | null;
  field: string;
  before: unknown;
  after: unknown;
  reasonCode: string | null;
  reason: Generated<string>;
  undoneAt: Date | null;
  createdAt: Generated<Date>;
}

export interface ClientQuotesTable {
  workspaceId: string;
  id: string;
  projectId: string;
  personId: string | null;
  askedBy: string | null;
  handedOverBy: string | null;
  words: string;
  askedAt: Date;
  confirmedAt: Date | null;
  confirmedWords: string | null;
  nameHidden: Generated<boolean>;
  declinedAt: Date | null;
  createdAt: Generated<Date>;
}

export interface DeliveryRecordsTable {
  workspaceId: string;
  id: string;
  projectId: string;
  personId: string | null;
  record: string;
  hash: string;
  namesHidden: Generated<boolean>;
  createdAt: Generated<Date>;
}

export interface InboxItemsTable {
  workspaceId: string;
  id: string;
  personId: string;
  projectId: string | null;
  lastEventId: string | null;
  thingKind: string;
  thingId: string;
  category: string;
  reason: string;
  facts: Generated<unknown>;
  happenings: Generated<number>;
  lastAt: Date;
  readAt: Date | null;
  doneAt: Date | null;
  snoozedUntil: Date | null;
  bundledAt: Date | null;
  createdAt: Generated<Date>;
}

export interface MailRhythmsTable {
  workspaceId: string;
  personId: string;
  rhythm: Generated<string>;
  quietFrom: number | null;
  quietTo: number | null;
  bundledAt: Date | null;
  remindedOn: string | null;
  createdAt: Generated<Date>;
}

export interface MutesTable {
  workspaceId: string;
  personId: string;
  thingKind: string;
  thingId: string;
  createdAt: Generated<Date>;
}

export interface TellingsTable {
  workspaceId: string;
  personId: string;
  thingId: string;
  code: string;
  createdAt: Generated<Date>;
}

export interface NoticeReceiptsTable {
  workspaceId: string;
  publicationId: string;
  personId: string;
  handedOverBy: string | null;
  side: string;
  sentAt: Date | null;
  readAt: Date | null;
  acknowledgedAt: Date | null;
  questionedAt: Date | null;
  question: Generated<string>;
  createdAt: Generated<Date>;
}

export interface ReachedMomentsTable {
  workspaceId: string;
  milestoneId: string;
  personId: string;
  seenAt: Date;
  createdAt: Generated<Date>;
}

export interface ReportReadersTable {
  workspaceId: string;
  projectId: string;
  personId: string;
  createdAt: Generated<Date>;
}

export interface ReportSchedulesTable {
  workspaceId: string;
  id: string;
  projectId: string;
  setBy: string | null;
  dayOfMonth: number;
  atMinutes: Generated<number>;
  startsOn: string;
  endedAt: Date | null;
  revision: Generated<number>;
  createdAt: Generated<Date>;
}

export interface ReportsTable {
  workspaceId: string;
  id: string;
  projectId: string;
  publicationId: string;
  personId: string | null;
  n: number;
  onDate: string;
  snapshot: string;
  hash: string;
  month: string | null;
  createdAt: Generated<Date>;
}

export interface RetrospectiveActionsTable {
  workspaceId: string;
  id: string;
  projectId: string;
  ownerId: string | null;
  carriedTo: string | null;
  cardId: string | null;
  title: string;
  dueOn: string | null;
  position: Generated<string>;
  createdAt: Generated<Date>;
}

export interface RetrospectivesTable {
  workspaceId: string;
  id: string;
  projectId: string;
  heldBy: string | null;
  keep: Generated<string>;
  change: Generated<string>;
  thank: Generated<string>;
  outcome: Generated<string>;
  heldAt: Date | null;
  snapshot: string | null;
  hash: string | null;
  revision: Generated<number>;
  createdAt: Generated<Date>;
}

export interface ReviewActionsTable {
  workspaceId: string;
  id: string;
  reviewId: string;
  milestoneId: string | null;
  ownerId: string | null;
  cardId: string | null;
  title: string;
  dueOn: string | null;
  createdAt: Generated<Date>;
}

export interface ReviewAttendanceTable {
  workspaceId: string;
  reviewId: string;
  personId: string;
  seenAt: Date;
  createdAt: Generated<Date>;
}

export interface ReviewInviteesTable {
  workspaceId: string;
  projectId: string;
  personId: string;
  createdAt: Generated<Date>;
}

export interface ReviewLinesTable {
  workspaceId: string;
  id: string;
  reviewId: string;
  milestoneId: string;
  decidedBy: string | null;
  /** The change of dates that the decision made: what its undo takes. */
  eventId: string | null;
  computed: string;
  likelyOn: string | null;
  safeOn: string | null;
  targetOn: string | null;
  stated: string | null;
  evidence: Generated<string>;
  decision: string | null;
  reasonCode: string | null;
  reason: Generated<string>;
  clientNote: Generated<string>;
  /** When the note was last written: publications after it have told it. */
  notedAt: Date | null;
  /** What a decision to redefine or to split did, as JSON: what its undo takes. */
  carriedOut: Generated<string>;
  decidedAt: Date | null;
  revision: Generated<number>;
  createdAt: Generated<Date>;
}

export interface ReviewSeriesTable {
  workspaceId: string;
  id: string;
  projectId: string;
  setBy: string | null;
  cadence: string;
  everyDays: number | null;
  startsOn: string;
  atMinutes: Generated<number>;
  clientPart: Generated<boolean>;
  remind: Generated<boolean>;
  endedAt: Date | null;
  revision: Generated<number>;
  createdAt: Generated<Date>;
}

export interface ReviewWordsTable {
  workspaceId: string;
  id: string;
  reviewId: string;
  personId: string;
  milestoneId: string | null;
  handedOverBy: string | null;
  proposalId: string | null;
  kind: string;
  words: Generated<string>;
  targetOn: string | null;
  createdAt: Generated<Date>;
}

export interface ReviewsTable {
  workspaceId: string;
  id: string;
  projectId: string;
  leaderId: string | null;
  milestoneId: string | null;
  heldBy: string | null;
  skippedBy: string | null;
  publicationId: string | null;
  dueAt: Date;
  dueOn: string;
  remindedAt: Date | null;
  openedAt: Date | null;
  clientPartAt: Date | null;
  heldAt: Date | null;
  skippedAt: Date | null;
  skipReason: Generated<string>;
  note: Generated<string>;
  untoldReason: Generated<string>;
  snapshot: string | null;
  hash: string | null;
  revision: Generated<number>;
  createdAt: Generated<Date>;
}

export interface SavedViewsTable {
  workspaceId: string;
  id: string;
  personId: string;
  place: string;
  name: string;
  search: string;
  shared: Generated<boolean>;
  position: Generated<string>;
  revision: Generated<number>;
  projectId: Generated<string | null>;
  createdAt: Generated<Date>;
}

export interface StatedHealthsTable {
  workspaceId: string;
  id: string;
  milestoneId: string;
  personId: string | null;
  word: string;
  reason: string;
  untilOn: string;
  saidAt: Date;
  endedAt: Date | null;
  createdAt: Generated<Date>;
}

export interface ThanksTable {
  workspaceId: string;
  id: string;
  milestoneId: string;
  messageId: string | null;
  personId: string | null;
  words: string;
  language: Generated<string>;
  sentAt: Date | null;
  revision: Generated<number>;
  createdAt: Generated<Date>;
}
