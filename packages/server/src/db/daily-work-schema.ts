import type { Generated } from "kysely";

/** The work of every day: part of `Schema`. */
export interface DailyWorkSchema {
  cardButtons: CardButtonsTable;
  cardTemplates: CardTemplatesTable;
  cardWatchers: CardWatchersTable;
  checkInAnswers: CheckInAnswersTable;
  checkInPeople: CheckInPeopleTable;
  checkIns: CheckInsTable;
  commentReactions: CommentReactionsTable;
  doors: DoorsTable;
  fileFolders: FileFoldersTable;
  groupPeople: GroupPeopleTable;
  groups: GroupsTable;
  messageMentions: MessageMentionsTable;
  messageReactions: MessageReactionsTable;
  recurringCards: RecurringCardsTable;
  recurringMakings: RecurringMakingsTable;
  runningTimers: RunningTimersTable;
  switchRuns: SwitchRunsTable;
  switches: SwitchesTable;
  timeEntries: TimeEntriesTable;
  weekLocks: WeekLocksTable;
}

export interface CardButtonsTable {
  workspaceId: string;
  id: string;
  projectId: string;
  place: string;
  name: string;
  steps: unknown;
  position: string;
  revision: Generated<number>;
  createdAt: Generated<Date>;
}

export interface CardTemplatesTable {
  workspaceId: string;
  id: string;
  projectId: string;
  name: string;
  content: unknown;
  position: string;
  revision: Generated<number>;
  createdAt: Generated<Date>;
}

export interface CardWatchersTable {
  workspaceId: string;
  cardId: string;
  personId: string;
  /** False: somebody who is on the card does not want to hear of it. */
  watches: Generated<boolean>;
  createdAt: Generated<Date>;
}

export interface CheckInAnswersTable {
  workspaceId: string;
  id: string;
  checkInId: string;
  personId: string;
  onDate: string;
  question: string;
  body: Generated<string>;
  answeredAt: Date | null;
  revision: Generated<number>;
  createdAt: Generated<Date>;
}

export interface CheckInPeopleTable {
  workspaceId: string;
  checkInId: string;
  personId: string;
  cadence: string | null;
  everyDays: number | null;
  startsOn: string | null;
  atMinutes: number | null;
  pausedAt: Date | null;
  /** Nothing due up to this moment is asked any more: it was set later, or has been asked. */
  asksAfter: Generated<Date>;
  /** When to look again. */
  nextAt: Date | null;
  createdAt: Generated<Date>;
}

export interface CheckInsTable {
  workspaceId: string;
  id: string;
  projectId: string;
  setBy: string | null;
  cadence: string;
  everyDays: number | null;
  startsOn: string;
  atMinutes: Generated<number>;
  question: string;
  pausedAt: Date | null;
  revision: Generated<number>;
  createdAt: Generated<Date>;
}

export interface DoorsTable {
  workspaceId: string;
  id: string;
  projectId: string;
  name: string;
  url: string;
  position: string;
  revision: Generated<number>;
  createdAt: Generated<Date>;
}

export interface FileFoldersTable {
  workspaceId: string;
  id: string;
  projectId: string;
  parentId: string | null;
  name: string;
  revision: Generated<number>;
  createdAt: Generated<Date>;
}

export interface GroupPeopleTable {
  workspaceId: string;
  groupId: string;
  personId: string;
  createdAt: Generated<Date>;
}

export interface GroupsTable {
  workspaceId: string;
  id: string;
  name: string;
  revision: Generated<number>;
  createdAt: Generated<Date>;
}

export interface CommentReactionsTable {
  workspaceId: string;
  commentId: string;
  personId: string;
  word: string;
  createdAt: Generated<Date>;
}

export interface MessageMentionsTable {
  workspaceId: string;
  messageId: string;
  personId: string;
  createdAt: Generated<Date>;
}

export interface MessageReactionsTable {
  workspaceId: string;
  messageId: string;
  personId: string;
  word: string;
  createdAt: Generated<Date>;
}

export interface RecurringCardsTable {
  workspaceId: string;
  id: string;
  projectId: string;
  columnId: string | null;
  setBy: string | null;
  cadence: string;
  everyDays: number | null;
  startsOn: string;
  atMinutes: Generated<number>;
  content: unknown;
  endsOn: string | null;
  pausedAt: Date | null;
  nextAt: Date | null;
  revision: Generated<number>;
  createdAt: Generated<Date>;
}

export interface RecurringMakingsTable {
  workspaceId: string;
  recurringCardId: string;
  cardId: string | null;
  onDate: string;
  createdAt: Generated<Date>;
}

export interface RunningTimersTable {
  workspaceId: string;
  personId: string;
  cardId: string;
  startedAt: Date;
  createdAt: Generated<Date>;
}

export interface SwitchRunsTable {
  workspaceId: string;
  projectId: string;
  code: string;
  thingId: string;
  occasion: string;
  createdAt: Generated<Date>;
}

export interface SwitchesTable {
  workspaceId: string;
  projectId: string;
  setBy: string | null;
  code: string;
  settings: Generated<unknown>;
  revision: Generated<number>;
  createdAt: Generated<Date>;
}

export interface TimeEntriesTable {
  workspaceId: string;
  id: string;
  cardId: string;
  personId: string;
  onDate: string;
  minutes: number;
  note: Generated<string>;
  revision: Generated<number>;
  createdAt: Generated<Date>;
}

export interface WeekLocksTable {
  workspaceId: string;
  weekOn: string;
  lockedBy: string | null;
  createdAt: Generated<Date>;
}
