import { recordFor } from "../events/events.ts";
import { newId } from "../kit/id.ts";
import type { Writing } from "../talk/comments.store.ts";
import type { SubjectRef } from "../talk/subject.ts";
import type { Blob } from "./blobs.ts";
import { insertFile, insertVersion } from "./files.store.ts";

/** A file that somebody of a client sent, where both sides see it. Whoever calls this knows that they may. */
export async function addClientFile(
  writing: Writing,
  projectId: string,
  subject: SubjectRef,
  { name, blob }: { name: string; blob: Blob },
): Promise<string> {
  const { tx, actor, now } = writing;
  const id = newId();
  await insertFile(writing, { id, projectId, subject, audience: "client", name });
  await insertVersion(writing, id, name, blob);
  const by = { workspaceId: actor.workspaceId, actorId: actor.personId, at: now };
  await recordFor(tx, by, {
    verb: "file.added",
    subject: { kind: "file", id },
    projectId,
    audience: "client",
    data: { name, sha256: blob.sha256, n: 1, about: subject },
  });
  return id;
}
