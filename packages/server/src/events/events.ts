import type { Scope } from "../access/scope.ts";
import type { Tx } from "../db/database.ts";
import { newId } from "../kit/id.ts";
import { insertEvents } from "./events.store.ts";

export type SubjectKind =
  | "workspace"
  | "person"
  | "group"
  | "client"
  | "project"
  | "objective"
  | "milestone"
  | "risk"
  | "card"
  | "recurringCard"
  | "cardButton"
  | "cardTemplate"
  | "column"
  | "label"
  | "field"
  | "door"
  | "comment"
  | "message"
  | "checkIn"
  | "file"
  | "folder"
  | "import"
  | "publication"
  | "approval"
  | "inputRound"
  | "proposal"
  | "clientRequest"
  | "changeRequest"
  | "review"
  | "report"
  | "retrospective"
  | "clientQuote"
  | "invitation"
  | "mail";

export interface Happening {
  /** Past tense in product words, such as `card.moved`. */
  verb: `${string}.${string}`;
  subject: { kind: SubjectKind; id: string };
  projectId?: string | null;
  audience?: "team" | "client";
  /** Ids and facts; before and after of what changed. Never names of people, mail addresses or secrets. */
  data?: Record<string, unknown>;
}

/** Who did it, where and when: for what happens before a session exists. */
export interface By {
  workspaceId: string;
  actorId: string | null;
  at: Date;
}

/**
 * One append-only record per happening, in the verb's own transaction: timeline, inbox, mail, live updates and audit
 * all read this one table.
 */
export async function record(scope: Scope, happening: Happening): Promise<string> {
  const { tx, actor, now } = scope;
  const by = { workspaceId: actor.workspaceId, actorId: actor.personId, at: now };
  return recordFor(tx, by, withThrough(scope, happening));
}

function withThrough({ through }: Scope, happening: Happening): Happening {
  return through === undefined ? happening : { ...happening, data: { ...happening.data, ...through } };
}

export async function recordFor(tx: Tx, by: By, happening: Happening): Promise<string> {
  const event = eventOf(by, happening);
  await insertEvents(tx, [event]);
  return event.id;
}

/** The same for many things that happened by one act. */
export async function recordAll(scope: Scope, happenings: readonly Happening[]): Promise<void> {
  const { tx, actor, now } = scope;
  const by = { workspaceId: actor.workspaceId, actorId: actor.personId, at: now };
  await insertEvents(
    tx,
    happenings.map((happening) => eventOf(by, withThrough(scope, happening))),
  );
}

function eventOf(by: By, happening: Happening) {
  return {
    ...by,
    id: newId(),
    verb: happening.verb,
    subjectKind: happening.subject.kind,
    subjectId: happening.subject.id,
    projectId: happening.projectId ?? null,
    audience: happening.audience ?? "team",
    data: JSON.stringify(happening.data ?? {}),
  };
}
