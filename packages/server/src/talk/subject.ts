import { z } from "zod";
import type { PolicyObject } from "../access/roles.ts";
import type { Scope } from "../access/scope.ts";
import { visibleCard } from "../board/card-access.store.ts";
import { notFound } from "../kit/errors.ts";
import { uuid } from "../kit/fields.ts";
import { visibleMilestone } from "../milestones/milestone-access.ts";
import { visibleObjective } from "../objectives/objective-access.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { visibleMessage } from "./message-access.ts";

const SubjectKind = z.enum(["project", "objective", "milestone", "card"]).meta({ id: "TalkSubjectKind" });
export const Subject = z.object({ kind: SubjectKind, id: z.string() }).meta({ id: "TalkSubject" });
export const GivenSubject = z.strictObject({ kind: SubjectKind, id: uuid() });

/** A message has a thread as things have one; files hang on things alone. */
const ThreadKind = z.enum([...SubjectKind.options, "message"]).meta({ id: "ThreadSubjectKind" });
export const ThreadSubject = z.object({ kind: ThreadKind, id: z.string() }).meta({ id: "ThreadSubject" });
export const GivenThread = z.strictObject({ kind: ThreadKind, id: uuid() });

/** `card:ID` in addresses. */
const kindAndId = z
  .string()
  .max(60)
  .transform((text) => {
    const [kind, id] = text.split(":", 2);
    return { kind, id };
  });
export const subjectParameter = kindAndId.pipe(GivenSubject);
export const threadParameter = kindAndId.pipe(GivenThread);

export type SubjectRef = z.infer<typeof GivenThread>;
export type Audience = "team" | "client";

export interface SubjectAccess extends PolicyObject {
  project: NonNullable<PolicyObject["project"]>;
  subject: SubjectRef;
}

/** What talk or a file hangs on, as far as this person may see it. Guests talk on their cards, and only with the team. */
export async function visibleSubject(
  scope: Scope,
  subject: SubjectRef,
  audience: Audience,
): Promise<SubjectAccess> {
  const isGuest = scope.actor.role === "guest";
  if (isGuest && (subject.kind !== "card" || audience === "client")) throw notFound();
  return { ...(await load(scope, subject, audience)), subject };
}

async function load(
  scope: Scope,
  { kind, id }: SubjectRef,
  audience: Audience,
): Promise<Omit<SubjectAccess, "subject">> {
  if (kind === "message") {
    const { project, message } = await visibleMessage(scope, id);
    // What is said under a message is for whom the message is.
    if (message.audience !== audience) throw notFound();
    return { project };
  }
  if (kind === "card") {
    const { project, onCard } = await visibleCard(scope, id);
    return { project, onCard };
  }
  if (kind === "milestone") return { project: (await visibleMilestone(scope, id)).project };
  if (kind === "objective") return { project: (await visibleObjective(scope, id)).project };
  return visibleProject(scope, id);
}

export interface SubjectColumns {
  objectiveId: string | null;
  milestoneId: string | null;
  cardId: string | null;
}

export interface ThreadColumns extends SubjectColumns {
  messageId: string | null;
}

/** The project itself is the subject that names none of the others; so is it of files that come with words under a message. */
export function columnsOf({ kind, id }: SubjectRef): SubjectColumns {
  return {
    objectiveId: kind === "objective" ? id : null,
    milestoneId: kind === "milestone" ? id : null,
    cardId: kind === "card" ? id : null,
  };
}

export function threadColumnsOf(subject: SubjectRef): ThreadColumns {
  return { ...columnsOf(subject), messageId: subject.kind === "message" ? subject.id : null };
}

export function threadOf(row: ThreadColumns & { projectId: string }): SubjectRef {
  return row.messageId ? { kind: "message", id: row.messageId } : subjectOf(row);
}

export function subjectOf(row: SubjectColumns & { projectId: string }): z.infer<typeof GivenSubject> {
  if (row.cardId) return { kind: "card", id: row.cardId };
  if (row.milestoneId) return { kind: "milestone", id: row.milestoneId };
  return row.objectiveId
    ? { kind: "objective", id: row.objectiveId }
    : { kind: "project", id: row.projectId };
}
