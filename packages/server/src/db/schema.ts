import type { Generated } from "kysely";
import type { DailyWorkSchema } from "./daily-work-schema.ts";
import type { FollowUpSchema } from "./follow-up-schema.ts";

/** The tables as queries see them: camelCase names, civil dates as text. */
export interface Schema extends FollowUpSchema, DailyWorkSchema {
  allocations: AllocationsTable;
  approvalFiles: ApprovalFilesTable;
  approvalPeople: ApprovalPeopleTable;
  approvalSnapshots: ApprovalSnapshotsTable;
  approvals: ApprovalsTable;
  approvalSalts: ApprovalSaltsTable;
  blobs: BlobsTable;
  cardEstimates: CardEstimatesTable;
  cardLabels: CardLabelsTable;
  cardLinks: CardLinksTable;
  cardPeople: CardPeopleTable;
  cardValues: CardValuesTable;
  cards: CardsTable;
  changeRequests: ChangeRequestsTable;
  checklistItems: ChecklistItemsTable;
  clientAnswerFiles: ClientAnswerFilesTable;
  clientAnswers: ClientAnswersTable;
  clientRequests: ClientRequestsTable;
  clients: ClientsTable;
  columns: ColumnsTable;
  commentEdits: CommentEditsTable;
  comments: CommentsTable;
  contactRoles: ContactRolesTable;
  contactSessions: ContactSessionsTable;
  contacts: ContactsTable;
  criteria: CriteriaTable;
  cursors: CursorsTable;
  customFields: CustomFieldsTable;
  dailySnapshots: DailySnapshotsTable;
  daysOff: DaysOffTable;
  decisions: DecisionsTable;
  deliverables: DeliverablesTable;
  dependencies: DependenciesTable;
  events: EventsTable;
  externalIds: ExternalIdsTable;
  fileVersions: FileVersionsTable;
  files: FilesTable;
  fixedDates: FixedDatesTable;
  forecastOutcomes: ForecastOutcomesTable;
  forecasts: ForecastsTable;
  holidays: HolidaysTable;
  idempotency: IdempotencyTable;
  imports: ImportsTable;
  inboundMails: InboundMailsTable;
  inputPeople: InputPeopleTable;
  inputRounds: InputRoundsTable;
  invitations: InvitationsTable;
  labels: LabelsTable;
  leases: LeasesTable;
  links: LinksTable;
  mailRefusals: MailRefusalsTable;
  mails: MailsTable;
  members: MembersTable;
  mentions: MentionsTable;
  messages: MessagesTable;
  milestoneMoves: MilestoneMovesTable;
  milestoneObjectives: MilestoneObjectivesTable;
  milestoneRoles: MilestoneRolesTable;
  milestones: MilestonesTable;
  objectiveReadings: ObjectiveReadingsTable;
  objectives: ObjectivesTable;
  payments: PaymentsTable;
  persons: PersonsTable;
  planVersions: PlanVersionsTable;
  portalViews: PortalViewsTable;
  procedures: ProceduresTable;
  projectMembers: ProjectMembersTable;
  projects: ProjectsTable;
  proposals: ProposalsTable;
  publications: PublicationsTable;
  quotes: QuotesTable;
  readReceipts: ReadReceiptsTable;
  riskMilestones: RiskMilestonesTable;
  risks: RisksTable;
  seals: SealsTable;
  searchSpellings: SearchSpellingsTable;
  searchTexts: SearchTextsTable;
  signInCodes: SignInCodesTable;
  templates: TemplatesTable;
  threads: ThreadsTable;
  trash: TrashTable;
  withdrawals: WithdrawalsTable;
  workPatterns: WorkPatternsTable;
  workspaces: WorkspacesTable;
  "auth.user": AuthUserTable;
  "auth.session": AuthSessionTable;
  "auth.account": AuthAccountTable;
  "auth.passkey": AuthPasskeyTable;
  "auth.twoFactor": AuthTwoFactorTable;
  "auth.attempts": AuthAttemptsTable;
}

export interface AllocationsTable {
  workspaceId: string;
  id: string;
  personId: string;
  /** Null for what somebody does outside Milepost. */
  projectId: string | null;
  percent: number;
  fromOn: string;
  toOn: string | null;
  label: Generated<string>;
  detail: Generated<string>;
  createdAt: Generated<Date>;
}

export interface BlobsTable {
  workspaceId: string;
  sha256: string;
  bytes: number;
  mediaType: string;
  createdAt: Generated<Date>;
}

export interface CardEstimatesTable {
  workspaceId: string;
  id: string;
  cardId: string;
  personId: string | null;
  low: number | null;
  likely: number | null;
  high: number | null;
  createdAt: Generated<Date>;
}

export interface CardLabelsTable {
  workspaceId: string;
  cardId: string;
  labelId: string;
  createdAt: Generated<Date>;
}

export interface CardLinksTable {
  workspaceId: string;
  id: string;
  cardId: string;
  title: string;
  url: string;
  createdAt: Generated<Date>;
}

export interface CardPeopleTable {
  workspaceId: string;
  cardId: string;
  personId: string;
  createdAt: Generated<Date>;
}

export interface CardValuesTable {
  workspaceId: string;
  cardId: string;
  fieldId: string;
  value: string;
  createdAt: Generated<Date>;
}

export interface CardsTable {
  workspaceId: string;
  id: string;
  projectId: string;
  milestoneId: string | null;
  columnId: string | null;
  number: number;
  title: string;
  body: Generated<string>;
  place: Generated<string>;
  position: string;
  priority: Generated<number>;
  low: number | null;
  likely: number | null;
  high: number | null;
  startOn: string | null;
  dueOn: string | null;
  startedAt: Date | null;
  doneAt: Date | null;
  archivedAt: Date | null;
  blockedReason: string | null;
  blockedByClient: Generated<boolean>;
  audience: Generated<string>;
  activity: Generated<boolean>;
  touchedAt: Generated<Date>;
  commentCount: Generated<number>;
  fileCount: Generated<number>;
  itemCount: Generated<number>;
  itemDoneCount: Generated<number>;
  revision: Generated<number>;
  coverFileId: Generated<string | null>;
  createdAt: Generated<Date>;
}

export interface ChecklistItemsTable {
  workspaceId: string;
  id: string;
  cardId: string;
  doneBy: string | null;
  heading: Generated<string>;
  text: string;
  position: string;
  doneAt: Date | null;
  revision: Generated<number>;
  personId: Generated<string | null>;
  dueOn: Generated<string | null>;
  madeCardId: Generated<string | null>;
  createdAt: Generated<Date>;
}

export interface ClientsTable {
  workspaceId: string;
  id: string;
  name: string;
  zone: string | null;
  country: string | null;
  region: string | null;
  /** Working days that it usually takes to answer. */
  answerDays: Generated<number | null>;
  revision: Generated<number>;
  createdAt: Generated<Date>;
}

export interface ColumnsTable {
  workspaceId: string;
  id: string;
  projectId: string;
  name: string;
  category: string;
  position: string;
  wipLimit: number | null;
  revision: Generated<number>;
  createdAt: Generated<Date>;
}

export interface CommentEditsTable {
  workspaceId: string;
  id: string;
  commentId: string;
  personId: string | null;
  body: string;
  createdAt: Generated<Date>;
}

export interface CommentsTable {
  workspaceId: string;
  id: string;
  threadId: string;
  authorId: string | null;
  deletedBy: string | null;
  body: string;
  editedAt: Date | null;
  deletedAt: Date | null;
  importedAuthor: string | null;
  revision: Generated<number>;
  createdAt: Generated<Date>;
}

export interface ContactRolesTable {
  workspaceId: string;
  projectId: string;
  personId: string;
  role: string;
  invitedBy: string | null;
  createdAt: Generated<Date>;
}

export interface ContactsTable {
  workspaceId: string;
  personId: string;
  clientId: string;
  userId: string | null;
  createdAt: Generated<Date>;
}

export interface CriteriaTable {
  workspaceId: string;
  id: string;
  milestoneId: string;
  answeredBy: string | null;
  text: string;
  position: string;
  answer: string | null;
  answeredAt: Date | null;
  evidence: Generated<string>;
  revision: Generated<number>;
  createdAt: Generated<Date>;
}

/** How far a reader of events has come; not a tenant's row, like leases. */
export interface CursorsTable {
  name: string;
  tx: string;
  position: number;
}

export interface CustomFieldsTable {
  workspaceId: string;
  id: string;
  projectId: string;
  name: string;
  kind: string;
  position: Generated<number>;
  choices: Generated<unknown>;
  revision: Generated<number>;
  createdAt: Generated<Date>;
}

export interface DailySnapshotsTable {
  workspaceId: string;
  milestoneId: string;
  onDay: string;
  startOn: string | null;
  targetOn: string | null;
  state: string;
  /** Where the forecast of that day put it: likely and safe. */
  createdAt: Generated<Date>;
}

export interface DaysOffTable {
  workspaceId: string;
  id: string;
  personId: string;
  fromOn: string;
  toOn: string;
  part: Generated<string>;
  reason: Generated<string>;
  createdAt: Generated<Date>;
}

export interface DeliverablesTable {
  workspaceId: string;
  id: string;
  milestoneId: string;
  fileId: string | null;
  deliveredBy: string | null;
  title: string;
  kind: string;
  url: string | null;
  text: string | null;
  required: Generated<boolean>;
  position: string;
  deliveredAt: Date | null;
  revision: Generated<number>;
  createdAt: Generated<Date>;
}

export interface DependenciesTable {
  workspaceId: string;
  id: string;
  projectId: string;
  fromMilestoneId: string | null;
  fromCardId: string | null;
  toMilestoneId: string | null;
  toCardId: string | null;
  kind: string;
  lagDays: Generated<number>;
  createdAt: Generated<Date>;
}

export interface EventsTable {
  workspaceId: string;
  id: string;
  position: Generated<number>;
  tx: Generated<string>;
  actorId: string | null;
  verb: string;
  subjectKind: string;
  subjectId: string;
  projectId: string | null;
  audience: Generated<string>;
  data: Generated<unknown>;
  at: Generated<Date>;
}

export interface ExternalIdsTable {
  workspaceId: string;
  id: string;
  projectId: string;
  source: string;
  externalId: string;
  noun: string;
  nounId: string;
  createdAt: Generated<Date>;
}

export interface FileVersionsTable {
  workspaceId: string;
  id: string;
  fileId: string;
  authorId: string | null;
  n: number;
  name: string;
  sha256: string;
  createdAt: Generated<Date>;
}

export interface FilesTable {
  workspaceId: string;
  id: string;
  projectId: string;
  objectiveId: string | null;
  milestoneId: string | null;
  cardId: string | null;
  authorId: string | null;
  audience: Generated<string>;
  name: string;
  revision: Generated<number>;
  folderId: Generated<string | null>;
  createdAt: Generated<Date>;
}

export interface FixedDatesTable {
  workspaceId: string;
  id: string;
  projectId: string;
  title: string;
  onDate: string;
  revision: Generated<number>;
  createdAt: Generated<Date>;
}

export interface ForecastOutcomesTable {
  workspaceId: string;
  milestoneId: string;
  reachedOn: string;
  /** Null: nothing had been forecast of it. */
  madeOn: string | null;
  /** `DatePercentiles` as planning gave them, like the two below. */
  named: unknown;
  byEstimates: unknown;
  byPace: unknown;
  createdAt: Generated<Date>;
}

export interface ForecastsTable {
  workspaceId: string;
  id: string;
  projectId: string;
  today: string;
  seed: number;
  inputsHash: string;
  /** A `PlanForecast` as planning gave it. */
  result: unknown;
  createdAt: Generated<Date>;
}

export interface HolidaysTable {
  workspaceId: string;
  id: string;
  onDate: string;
  name: string;
  source: string;
  place: Generated<string>;
  removedAt: Date | null;
  createdAt: Generated<Date>;
}

export interface IdempotencyTable {
  workspaceId: string;
  id: string;
  personId: string;
  key: string;
  route: string;
  bodyHash: string;
  result: unknown;
  createdAt: Generated<Date>;
}

export interface ImportsTable {
  workspaceId: string;
  id: string;
  projectId: string;
  personId: string | null;
  source: string;
  fileHash: string;
  mapping: unknown;
  report: unknown;
  createdAt: Generated<Date>;
}

export interface InvitationsTable {
  workspaceId: string;
  id: string;
  invitedBy: string | null;
  email: string;
  role: string;
  projectIds: Generated<unknown>;
  expiresAt: Date;
  acceptedAt: Date | null;
  revokedAt: Date | null;
  createdAt: Generated<Date>;
}

export interface LabelsTable {
  workspaceId: string;
  id: string;
  projectId: string;
  name: string;
  color: string;
  position: string;
  revision: Generated<number>;
  createdAt: Generated<Date>;
}

export interface LeasesTable {
  name: string;
  holder: string;
  until: Date;
}

export interface LinksTable {
  workspaceId: string;
  id: string;
  invitationId: string | null;
  handedOverBy: string | null;
  kind: string;
  hash: string;
  email: string;
  userId: string | null;
  boundTo: string | null;
  expiresAt: Date;
  consumedAt: Date | null;
  supersededAt: Date | null;
  personId: string | null;
  projectId: string | null;
  subjectId: string | null;
  revokedAt: Date | null;
  shows: string | null;
  createdAt: Generated<Date>;
}

export interface MailsTable {
  workspaceId: string;
  id: string;
  personId: string | null;
  toEmail: string;
  kind: string;
  subject: string;
  data: Generated<unknown>;
  state: Generated<string>;
  tries: Generated<number>;
  lastError: string | null;
  nextTryAt: Generated<Date>;
  sentAt: Date | null;
  dedupe: string;
  language: Generated<string>;
  projectId: string | null;
  subjectId: string | null;
  bouncedAt: Date | null;
  createdAt: Generated<Date>;
}

export interface MembersTable {
  workspaceId: string;
  personId: string;
  userId: string;
  role: string;
  title: Generated<string>;
  status: Generated<string>;
  removedAt: Date | null;
  revision: Generated<number>;
  createdAt: Generated<Date>;
}

export interface MentionsTable {
  workspaceId: string;
  commentId: string;
  personId: string;
  createdAt: Generated<Date>;
}

export interface MilestoneMovesTable {
  workspaceId: string;
  id: string;
  milestoneId: string;
  personId: string | null;
  fromState: string;
  toState: string;
  reason: Generated<string>;
  createdAt: Generated<Date>;
}

export interface MilestoneObjectivesTable {
  workspaceId: string;
  milestoneId: string;
  objectiveId: string;
  createdAt: Generated<Date>;
}

export interface MilestoneRolesTable {
  workspaceId: string;
  id: string;
  milestoneId: string;
  personId: string;
  role: string;
  part: Generated<string>;
  position: Generated<number>;
  createdAt: Generated<Date>;
}

export interface MilestonesTable {
  workspaceId: string;
  id: string;
  projectId: string;
  parentId: string | null;
  ownerId: string | null;
  number: number;
  title: string;
  outcome: Generated<string>;
  why: Generated<string>;
  phase: Generated<boolean>;
  startOn: string | null;
  targetOn: string | null;
  state: Generated<string>;
  weight: number | null;
  audience: Generated<string>;
  clientApproval: Generated<boolean>;
  priceMinor: number | null;
  reachedOn: string | null;
  droppedReason: string | null;
  position: string;
  revision: Generated<number>;
  createdAt: Generated<Date>;
}

export interface ObjectiveReadingsTable {
  workspaceId: string;
  id: string;
  objectiveId: string;
  personId: string | null;
  reviewId: Generated<string | null>;
  onDate: string;
  value: number;
  createdAt: Generated<Date>;
}

export interface ObjectivesTable {
  workspaceId: string;
  id: string;
  projectId: string;
  statement: string;
  ourReason: Generated<string>;
  clientReason: Generated<string>;
  measure: Generated<string>;
  unit: Generated<string>;
  baseline: number | null;
  target: number | null;
  current: number | null;
  targetOn: string | null;
  position: string;
  revision: Generated<number>;
  createdAt: Generated<Date>;
}

export interface PersonsTable {
  workspaceId: string;
  id: string;
  name: string;
  email: string;
  language: Generated<string>;
  zone: string;
  country: string | null;
  region: string | null;
  erasedAt: Date | null;
  revision: Generated<number>;
  createdAt: Generated<Date>;
}

export interface PlanVersionsTable {
  workspaceId: string;
  id: string;
  projectId: string;
  personId: string | null;
  n: number;
  reason: Generated<string>;
  /** Canonical JSON; `hash` is its SHA-256. */
  snapshot: string;
  hash: string;
  publicationId: string | null;
  withdrawnAt: Date | null;
  createdAt: Generated<Date>;
}

export interface ProceduresTable {
  workspaceId: string;
  id: string;
  name: string;
  steps: Generated<unknown>;
  revision: Generated<number>;
  createdAt: Generated<Date>;
}

export interface ProjectMembersTable {
  workspaceId: string;
  projectId: string;
  personId: string;
  role: string;
  seesMoney: Generated<boolean>;
  createdAt: Generated<Date>;
}

export interface ProjectsTable {
  workspaceId: string;
  id: string;
  clientId: string | null;
  leadId: string | null;
  key: string;
  name: string;
  outcome: Generated<string>;
  scopeIn: Generated<string>;
  scopeOut: Generated<string>;
  state: Generated<string>;
  pausedAt: Date | null;
  archivedAt: Date | null;
  startOn: string | null;
  dueOn: string | null;
  currency: string;
  clientApproval: Generated<boolean>;
  milestoneCount: Generated<number>;
  cardCount: Generated<number>;
  revision: Generated<number>;
  securityLevel: string | null;
  showsForecast: Generated<boolean>;
  showsCriteria: Generated<boolean>;
  observersComment: Generated<boolean>;
  acceptanceDays: number | null;
  acceptanceThen: string | null;
  createdAt: Generated<Date>;
}

export interface ReadReceiptsTable {
  workspaceId: string;
  id: string;
  milestoneId: string;
  personId: string;
  answer: string;
  question: Generated<string>;
  createdAt: Generated<Date>;
}

export interface RiskMilestonesTable {
  workspaceId: string;
  riskId: string;
  milestoneId: string;
  createdAt: Generated<Date>;
}

export interface RisksTable {
  workspaceId: string;
  id: string;
  projectId: string;
  ownerId: string | null;
  title: string;
  chance: number;
  impactLow: number;
  impactLikely: number;
  impactHigh: number;
  trigger: Generated<string>;
  response: Generated<string>;
  audience: Generated<string>;
  status: Generated<string>;
  revision: Generated<number>;
  createdAt: Generated<Date>;
}

export interface SealsTable {
  workspaceId: string;
  chain: string;
  n: number;
  eventId: string;
  contentHash: string;
  prev: string;
  hash: string;
  /** The approval that the event tells of, and its rows as they stood when it was sealed. */
  approvalId: string | null;
  covers: unknown;
  /** Null for what was sealed before there were approvals. */
  body: string | null;
}

export interface SearchSpellingsTable {
  workspaceId: string;
  /** A word that is written somewhere, or one without one of its letters. */
  spelling: string;
  word: string;
  createdAt: Generated<Date>;
}

export interface SearchTextsTable {
  workspaceId: string;
  kind: string;
  thingId: string;
  projectId: string | null;
  cardId: string | null;
  rank: number;
  archived: Generated<boolean>;
  textHash: string;
  /** A tsvector, as text. */
  words: string;
  createdAt: Generated<Date>;
}

export interface TemplatesTable {
  workspaceId: string;
  id: string;
  name: string;
  trade: Generated<string>;
  summary: Generated<string>;
  plan: unknown;
  revision: Generated<number>;
  createdAt: Generated<Date>;
}

export interface ThreadsTable {
  workspaceId: string;
  id: string;
  projectId: string;
  objectiveId: string | null;
  milestoneId: string | null;
  cardId: string | null;
  audience: string;
  messageId: Generated<string | null>;
  createdAt: Generated<Date>;
}

export interface TrashTable {
  workspaceId: string;
  id: string;
  projectId: string | null;
  personId: string | null;
  kind: string;
  thingId: string;
  title: string;
  createdAt: Generated<Date>;
}

export interface WorkPatternsTable {
  workspaceId: string;
  id: string;
  personId: string | null;
  week: unknown;
  fromOn: string | null;
  toOn: string | null;
  createdAt: Generated<Date>;
}

export interface WorkspacesTable {
  workspaceId: string;
  name: string;
  slug: string;
  zone: string;
  country: string | null;
  region: string | null;
  currency: string;
  settings: Generated<unknown>;
  revision: Generated<number>;
  createdAt: Generated<Date>;
}

export interface ContactSessionsTable {
  workspaceId: string;
  id: string;
  personId: string;
  linkId: string | null;
  hash: string;
  level: string;
  seenAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
  createdAt: Generated<Date>;
}

export interface SignInCodesTable {
  workspaceId: string;
  id: string;
  personId: string;
  hash: string;
  tries: Generated<number>;
  expiresAt: Date;
  usedAt: Date | null;
  createdAt: Generated<Date>;
}

export interface PortalViewsTable {
  workspaceId: string;
  id: string;
  personId: string;
  projectId: string;
  linkId: string | null;
  page: string;
  fetchedAt: Date;
  seenAt: Date | null;
  createdAt: Generated<Date>;
}

export interface PublicationsTable {
  workspaceId: string;
  id: string;
  projectId: string;
  personId: string | null;
  withdrawnBy: string | null;
  n: number;
  snapshot: string;
  hash: string;
  clientText: Generated<string>;
  teamText: Generated<string>;
  heldUntil: Date;
  withdrawnAt: Date | null;
  /** When its two minutes were over and its news left; once, whoever gets there first. */
  toldAt: Generated<Date | null>;
  createdAt: Generated<Date>;
}

export interface InputRoundsTable {
  workspaceId: string;
  id: string;
  projectId: string;
  publicationId: string;
  askedBy: string | null;
  closedBy: string | null;
  deadlineOn: string;
  words: Generated<string>;
  gaps: Generated<unknown>;
  gapsReason: Generated<string>;
  closedAt: Date | null;
  createdAt: Generated<Date>;
}

export interface InputPeopleTable {
  workspaceId: string;
  roundId: string;
  personId: string;
  doneAt: Date | null;
  createdAt: Generated<Date>;
}

export interface ProposalsTable {
  workspaceId: string;
  id: string;
  projectId: string;
  roundId: string | null;
  milestoneId: string | null;
  personId: string | null;
  answeredBy: string | null;
  words: Generated<string>;
  patch: unknown;
  state: Generated<string>;
  answer: Generated<string>;
  counter: unknown;
  answeredAt: Date | null;
  revision: Generated<number>;
  createdAt: Generated<Date>;
}

export interface MessagesTable {
  workspaceId: string;
  id: string;
  projectId: string;
  authorId: string | null;
  title: string;
  body: string;
  audience: Generated<string>;
  editedAt: Date | null;
  revision: Generated<number>;
  createdAt: Generated<Date>;
}

export interface ApprovalsTable {
  workspaceId: string;
  id: string;
  projectId: string;
  milestoneId: string | null;
  publicationId: string | null;
  planVersionId: string | null;
  earlierId: string | null;
  askedBy: string | null;
  number: number;
  kind: string;
  round: Generated<number>;
  title: string;
  question: Generated<string>;
  rule: string;
  choices: Generated<unknown>;
  dueOn: string | null;
  audience: Generated<string>;
  consequence: Generated<string>;
  changed: Generated<string>;
  opensAt: Date;
  acceptanceDays: number | null;
  acceptanceThen: string | null;
  outcome: string | null;
  outcomeAt: Date | null;
  supersededAt: Date | null;
  cancelledAt: Date | null;
  cancelledReason: Generated<string>;
  revision: Generated<number>;
  createdAt: Generated<Date>;
}

export interface ApprovalSnapshotsTable {
  workspaceId: string;
  approvalId: string;
  snapshot: string;
  hash: string;
  createdAt: Generated<Date>;
}

export interface ApprovalPeopleTable {
  workspaceId: string;
  approvalId: string;
  personId: string;
  delegateId: string | null;
  askedBy: string | null;
  part: Generated<string>;
  position: number;
  createdAt: Generated<Date>;
}

export interface ApprovalFilesTable {
  workspaceId: string;
  id: string;
  approvalId: string;
  fileVersionId: string | null;
  position: number;
  name: string;
  sha256: string;
  createdAt: Generated<Date>;
}

export interface ApprovalSaltsTable {
  workspaceId: string;
  approvalId: string;
  personId: string;
  salt: string;
  nameHash: string;
  mailHash: string;
  createdAt: Generated<Date>;
}

export interface DecisionsTable {
  workspaceId: string;
  id: string;
  approvalId: string;
  personId: string;
  decidedBy: string | null;
  handedOverBy: string | null;
  linkId: string | null;
  attempt: number;
  verdict: string;
  choice: string | null;
  words: Generated<string>;
  criteria: Generated<unknown>;
  pins: Generated<unknown>;
  shownHash: string;
  way: string;
  at: Date;
  createdAt: Generated<Date>;
}

export interface WithdrawalsTable {
  workspaceId: string;
  decisionId: string;
  personId: string | null;
  at: Date;
  createdAt: Generated<Date>;
}

export interface ClientRequestsTable {
  workspaceId: string;
  id: string;
  projectId: string;
  milestoneId: string | null;
  contactId: string | null;
  askedBy: string | null;
  closedBy: string | null;
  number: number;
  kind: string;
  title: string;
  why: Generated<string>;
  questions: Generated<unknown>;
  dueOn: string | null;
  askedAt: Date | null;
  answeredAt: Date | null;
  closedAt: Date | null;
  state: Generated<string>;
  revision: Generated<number>;
  createdAt: Generated<Date>;
}

export interface ClientAnswersTable {
  workspaceId: string;
  id: string;
  requestId: string;
  personId: string | null;
  returnedBy: string | null;
  handedOverBy: string | null;
  round: number;
  words: Generated<string>;
  answers: Generated<unknown>;
  sentAt: Date | null;
  returnedAt: Date | null;
  returnedReason: Generated<string>;
  revision: Generated<number>;
  createdAt: Generated<Date>;
}

export interface ClientAnswerFilesTable {
  workspaceId: string;
  answerId: string;
  fileId: string;
  createdAt: Generated<Date>;
}

export interface ChangeRequestsTable {
  workspaceId: string;
  id: string;
  projectId: string;
  milestoneId: string | null;
  personId: string | null;
  answeredBy: string | null;
  planVersionId: string | null;
  number: number;
  title: string;
  words: Generated<string>;
  audience: Generated<string>;
  answer: Generated<string>;
  answeredAt: Date | null;
  state: Generated<string>;
  approves: Generated<boolean>;
  revision: Generated<number>;
  createdAt: Generated<Date>;
}

export interface QuotesTable {
  workspaceId: string;
  id: string;
  changeRequestId: string;
  milestoneId: string | null;
  approvalId: string | null;
  personId: string | null;
  assigneeId: string | null;
  low: number | null;
  likely: number | null;
  high: number | null;
  priceMinor: number | null;
  effect: Generated<unknown>;
  words: Generated<string>;
  createdAt: Generated<Date>;
}

export interface PaymentsTable {
  workspaceId: string;
  id: string;
  milestoneId: string;
  invoicedBy: string | null;
  paidBy: string | null;
  minor: number;
  currency: string;
  dueOn: string | null;
  invoicedOn: string | null;
  invoiceNumber: Generated<string>;
  paidOn: string | null;
  revision: Generated<number>;
  createdAt: Generated<Date>;
}

export interface MailRefusalsTable {
  workspaceId: string;
  personId: string;
  kind: string;
  createdAt: Generated<Date>;
}

export interface InboundMailsTable {
  workspaceId: string;
  id: string;
  mailId: string | null;
  personId: string | null;
  commentId: string | null;
  /** It says yes to this request: a proposal of its writer, never a decision. */
  approvalId: Generated<string | null>;
  messageId: string;
  fromEmail: string;
  subject: Generated<string>;
  text: Generated<string>;
  state: string;
  reason: Generated<string>;
  createdAt: Generated<Date>;
}

/** Only what Milepost reads of better-auth's own tables. */
export interface AuthUserTable {
  id: string;
  name: string;
  email: string;
  emailVerified: Generated<boolean>;
  twoFactorEnabled: Generated<boolean | null>;
}

export interface AuthSessionTable {
  id: string;
  token: string;
  userId: string;
  expiresAt: Date;
  createdAt: Generated<Date>;
  updatedAt: Generated<Date>;
  ipAddress: string | null;
  userAgent: string | null;
}

export interface AuthAccountTable {
  id: string;
  accountId: string;
  providerId: string;
  userId: string;
  password: string | null;
  updatedAt: Generated<Date>;
}

export interface AuthPasskeyTable {
  id: string;
  userId: string;
  name: string | null;
  createdAt: Date | null;
  backedUp: boolean;
}

export interface AuthTwoFactorTable {
  userId: string;
}

export interface AuthAttemptsTable {
  key: string;
  count: number;
  since: Date;
}
