import type { Generated } from "kysely";

/** The tables as queries see them: camelCase names, civil dates as text. */
export interface Schema {
  allocations: AllocationsTable;
  blobs: BlobsTable;
  cardEstimates: CardEstimatesTable;
  cardLabels: CardLabelsTable;
  cardLinks: CardLinksTable;
  cardPeople: CardPeopleTable;
  cardValues: CardValuesTable;
  cards: CardsTable;
  checklistItems: ChecklistItemsTable;
  clients: ClientsTable;
  columns: ColumnsTable;
  commentEdits: CommentEditsTable;
  comments: CommentsTable;
  contactRoles: ContactRolesTable;
  contacts: ContactsTable;
  criteria: CriteriaTable;
  cursors: CursorsTable;
  customFields: CustomFieldsTable;
  dailySnapshots: DailySnapshotsTable;
  daysOff: DaysOffTable;
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
  invitations: InvitationsTable;
  labels: LabelsTable;
  leases: LeasesTable;
  links: LinksTable;
  mails: MailsTable;
  members: MembersTable;
  mentions: MentionsTable;
  milestoneMoves: MilestoneMovesTable;
  milestoneObjectives: MilestoneObjectivesTable;
  milestoneRoles: MilestoneRolesTable;
  milestones: MilestonesTable;
  objectiveReadings: ObjectiveReadingsTable;
  objectives: ObjectivesTable;
  persons: PersonsTable;
  planVersions: PlanVersionsTable;
  procedures: ProceduresTable;
  projectMembers: ProjectMembersTable;
  projects: ProjectsTable;
  readReceipts: ReadReceiptsTable;
  riskMilestones: RiskMilestonesTable;
  risks: RisksTable;
  seals: SealsTable;
  templates: TemplatesTable;
  threads: ThreadsTable;
  trash: TrashTable;
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
  createdAt: Generated<Date>;
}

export interface ContactsTable {
  workspaceId: string;
  personId: string;
  clientId: string;
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
  reviewCadence: string | null;
  milestoneCount: Generated<number>;
  cardCount: Generated<number>;
  revision: Generated<number>;
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
