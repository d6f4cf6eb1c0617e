import { z } from "zod";
import { route } from "../access/route.ts";
import { audience, page, pageOf, text, title, uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { visibleMessage } from "./message-access.ts";
import { clientReaders, teamReaders } from "./message-readers.store.ts";
import { listMessages } from "./messages.store.ts";
import { deleteMessage, editMessage, sendMessage } from "./messages.ts";
import { Message, MessageReaders, presentMessage, presentReaders } from "./messages.view.ts";

const InProject = z.strictObject({ projectId: uuid() });
const OneMessage = z.strictObject({ messageId: uuid() });
const words = {
  title: title(),
  body: text(20_000).refine((words) => words.trim() !== "", "Write something."),
  mentions: z.array(uuid()).max(50).default([]),
};
const tag = "Talk";

export const messageRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/messages",
    id: "listMessages",
    tag,
    summary: "What was written to the whole project, newest first; a guest has no part in it",
    params: InProject,
    query: z.strictObject({ limit: page.limit, cursor: uuid().optional() }),
    response: pageOf(Message),
    policy: { action: "project.read", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, { query }, { project }) => {
      if (scope.actor.role === "guest") return { items: [], nextCursor: null };
      const { cursor: before, limit } = query;
      const rows = await listMessages(scope, project.id, { before, limit: limit + 1 });
      const items = rows.slice(0, limit);
      return {
        items: items.map(presentMessage),
        nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null,
      };
    },
  }),
  route({
    method: "POST",
    path: "/projects/{projectId}/messages",
    id: "sendMessage",
    tag,
    summary: "Write to the team of the project, or to its client as well",
    params: InProject,
    body: z.strictObject({
      ...words,
      audience: audience().default("team"),
    }),
    response: Message,
    policy: {
      action: "clientThread.write",
      load: (scope, { params }) => visibleProject(scope, params.projectId),
    },
    handle: async (scope, { body }, { project }) => presentMessage(await sendMessage(scope, project, body)),
  }),
  route({
    method: "GET",
    path: "/projects/{projectId}/message-readers",
    id: "listMessageReaders",
    tag,
    summary: "Who would read a message, of the team and of the client, and who of the client would be mailed",
    params: InProject,
    response: MessageReaders,
    policy: {
      action: "clientThread.write",
      load: (scope, { params }) => visibleProject(scope, params.projectId),
    },
    handle: async (scope, _input, { project: { id } }) =>
      presentReaders(scope.kit, await teamReaders(scope, id), await clientReaders(scope, id)),
  }),
  route({
    method: "GET",
    path: "/messages/{messageId}",
    id: "getMessage",
    tag,
    summary: "One message; what was said under it is a thread of its own",
    params: OneMessage,
    response: Message,
    policy: { action: "project.read", load: (scope, { params }) => visibleMessage(scope, params.messageId) },
    handle: async (_scope, _input, { message }) => presentMessage(message),
  }),
  route({
    method: "PATCH",
    path: "/messages/{messageId}",
    id: "editMessage",
    tag,
    summary: "Your own message, said better",
    params: OneMessage,
    body: z.strictObject(words),
    response: Message,
    ifMatch: true,
    policy: { action: "comment.edit", load: (scope, { params }) => visibleMessage(scope, params.messageId) },
    handle: async (scope, { body, revision }, access) =>
      presentMessage(await editMessage(scope, access, revision, body)),
  }),
  route({
    method: "DELETE",
    path: "/messages/{messageId}",
    id: "deleteMessage",
    tag,
    summary: "Move a message to the trash, out of sight of everybody who could read it",
    params: OneMessage,
    policy: {
      action: "comment.delete",
      load: (scope, { params }) => visibleMessage(scope, params.messageId),
    },
    handle: (scope, _input, access) => deleteMessage(scope, access),
  }),
];
