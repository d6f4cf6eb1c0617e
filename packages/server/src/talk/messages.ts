import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { notFound, stale } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import type { ProjectAccess } from "../projects/project-access.store.ts";
import { moveToTrash } from "../projects/trash.ts";
import { peopleNamed } from "./mentions.ts";
import type { MessageAccess } from "./message-access.ts";
import {
  findMessage,
  insertMessage,
  type MessageRow,
  type NewMessage,
  nameInMessage,
  rewriteMessage,
} from "./messages.store.ts";
import { presentMessage } from "./messages.view.ts";

interface Words {
  title: string;
  body: string;
  mentions?: string[];
}

/** Says something to the whole project, or to its client as well; it stands among what is new. */
export async function sendMessage(
  scope: Scope,
  project: ProjectAccess,
  { mentions: wanted, ...words }: Words & Pick<NewMessage, "audience">,
): Promise<MessageRow> {
  const [id, projectId, { audience }] = [newId(), project.id, words];
  const access = { project, subject: { kind: "project" as const, id: projectId } };
  const mentions = await peopleNamed(scope, access, audience, wanted);
  await insertMessage(scope, { ...words, id, projectId });
  await nameInMessage(scope, id, mentions);
  const subject = { kind: "message" as const, id };
  await record(scope, { verb: "message.sent", subject, projectId, audience, data: { mentions } });
  return written(scope, id);
}

/** Its author says it better; who reads it stays as it was. */
export async function editMessage(
  scope: Scope,
  { project, message }: MessageAccess,
  revision: number,
  { mentions: wanted, ...words }: Words,
): Promise<MessageRow> {
  const { id, projectId } = message;
  const audience = message.audience === "client" ? "client" : "team";
  const access = { project, subject: { kind: "project" as const, id: projectId } };
  const mentions = await peopleNamed(scope, access, audience, wanted);
  if (!(await rewriteMessage(scope, id, revision, words)))
    throw stale(presentMessage(await written(scope, id)));
  await nameInMessage(scope, id, mentions);
  const added = mentions.filter((person) => !message.mentions.includes(person));
  const subject = { kind: "message" as const, id };
  await record(scope, { verb: "message.edited", subject, projectId, audience, data: { mentions: added } });
  return written(scope, id);
}

/** Out of sight for everybody who could read it; 30 days long it can be had back. */
export async function deleteMessage(scope: Scope, { message }: MessageAccess): Promise<void> {
  const { id, projectId, title, audience } = message;
  await moveToTrash(scope, {
    kind: "message",
    id,
    title,
    projectId,
    audience: audience === "client" ? "client" : "team",
  });
}

async function written(scope: Scope, id: string): Promise<MessageRow> {
  const message = await findMessage(scope, id);
  if (!message) throw notFound();
  return message;
}
