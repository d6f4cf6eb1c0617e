import type { PolicyObject } from "../access/roles.ts";
import type { Scope } from "../access/scope.ts";
import { notFound } from "../kit/errors.ts";
import { type ProjectAccess, visibleProject } from "../projects/project-access.store.ts";
import { findMessage, type MessageRow } from "./messages.store.ts";

export interface MessageAccess extends PolicyObject {
  project: ProjectAccess;
  message: MessageRow;
  authorId?: string;
}

/** A message through its project; 404 for who may not see that, and for guests, who have no part in it. */
export async function visibleMessage(scope: Scope, id: string): Promise<MessageAccess> {
  const message = await findMessage(scope, id);
  if (!message || scope.actor.role === "guest") throw notFound();
  const { project } = await visibleProject(scope, message.projectId);
  return { project, message, ...(message.authorId ? { authorId: message.authorId } : {}) };
}
