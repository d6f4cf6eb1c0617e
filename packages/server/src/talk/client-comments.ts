import { recordFor } from "../events/events.ts";
import { newId } from "../kit/id.ts";
import { insertComment, type Writing } from "./comments.store.ts";
import type { Audience, SubjectRef } from "./subject.ts";

/**
 * Words from a page for clients: of a client in the thread that both sides read, of the team in its own. Whoever calls this
 * knows that they may.
 */
export async function addClientComment(
  writing: Writing,
  projectId: string,
  subject: SubjectRef,
  body: string,
  audience: Audience = "client",
): Promise<string> {
  const id = newId();
  const comment = { id, body, mentions: [] };
  const insert = () => insertComment(writing, projectId, subject, audience, comment);
  // Of two who open the thread at once, the second finds it open.
  if (!(await insert()) && !(await insert())) throw new Error("the thread was opened and is not there");
  const { workspaceId, personId } = writing.actor;
  await recordFor(
    writing.tx,
    { workspaceId, actorId: personId, at: writing.now },
    {
      verb: "comment.added",
      subject: { kind: "comment", id },
      projectId,
      audience,
      data: { mentions: [], about: subject },
    },
  );
  return id;
}
