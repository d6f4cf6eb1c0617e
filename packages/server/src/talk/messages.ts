import type { PolicyObject } from "../access/roles.ts";
import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { notFound } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import { type ProjectAccess, visibleProject } from "../projects/project-access.store.ts";
import {
  findMessage,
  insertMessage,
  type MessageRow,
  type NewMessage,
  removeMessage,
} from "./messages.store.ts";

export interface MessageAccess extends PolicyObject {
  project: ProjectAccess;
  message: MessageRow;
  authorId?: string;
}

/** A message through its project; 404 for who may not see that. */
export async function visibleMessage(scope: Scope, id: string): Promise<MessageAccess> {
  const message = await findMessage(scope, id);
  if (!message) throw notFound();
  const { project } = await visibleProject(scope, message.projectId);
  return { project, message, ...(message.authorId ? { authorId: message.authorId } : {}) };
}

/** Says something to the whole project, or to its client as well; it stands among what is new. */
export async function sendMessage(
  scope: Scope,
  { id: projectId }: ProjectAccess,
  words: Pick<NewMessage, "title" | "body" | "audience">,
): Promise<MessageRow> {
  const id = newId();
  await insertMessage(scope, { ...words, id, projectId });
  const { audience } = words;
  await record(scope, { verb: "message.sent", subject: { kind: "message", id }, projectId, audience });
  const { personId: authorId, name: authorName } = scope.actor;
  return { ...words, id, projectId, authorId, authorName, createdAt: scope.now };
}

export async function deleteMessage(scope: Scope, { message }: MessageAccess): Promise<void> {
  const { id, projectId, audience } = message;
  if (!(await removeMessage(scope, id))) throw notFound();
  await record(scope, {
    verb: "message.deleted",
    subject: { kind: "message", id },
    projectId,
    audience: audience === "client" ? "client" : "team",
  });
}
