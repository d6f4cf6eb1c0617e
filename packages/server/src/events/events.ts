import type { Scope } from "../access/scope.ts";
import { newId } from "../kit/id.ts";
import { insertEvent } from "./events.store.ts";

export type SubjectKind =
  | "workspace"
  | "person"
  | "client"
  | "project"
  | "objective"
  | "milestone"
  | "risk"
  | "card"
  | "column"
  | "label"
  | "comment"
  | "file"
  | "import";

export interface Happening {
  /** Past tense in product words, such as `card.moved`. */
  verb: `${string}.${string}`;
  subject: { kind: SubjectKind; id: string };
  projectId?: string | null;
  audience?: "team" | "client";
  /** Ids and facts; before and after of what changed. Never names of people, mail addresses or secrets. */
  data?: Record<string, unknown>;
}

/**
 * One append-only record per happening, in the verb's own transaction: timeline, inbox, mail, live updates and audit
 * all read this one table.
 */
export async function record(scope: Scope, happening: Happening): Promise<string> {
  const id = newId();
  await insertEvent(scope.tx, {
    workspaceId: scope.actor.workspaceId,
    id,
    actorId: scope.actor.personId,
    verb: happening.verb,
    subjectKind: happening.subject.kind,
    subjectId: happening.subject.id,
    projectId: happening.projectId ?? null,
    audience: happening.audience ?? "team",
    data: JSON.stringify(happening.data ?? {}),
    at: scope.now,
  });
  return id;
}
