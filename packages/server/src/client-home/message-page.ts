import { createElement } from "react";
import { notFound } from "../kit/errors.ts";
import type { ProjectPage } from "../portal/portal-page.ts";
import { portalHref, read, type Visit } from "../portal/visit.ts";
import { namesOf } from "./client-plan.store.ts";
import { lastSaid, type Said } from "./client-talk.store.ts";
import { say } from "./client-talk.ts";
import { MessagePage } from "./message.page.tsx";
import { messagesOf } from "./updates.store.ts";

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const SAID = 50;

export interface ReadMessage {
  id: string;
  title: string;
  body: string;
  by: string | null;
  at: Date;
  said: Said[];
}

/** What the team wrote to the client, and what both sides have said about it. */
export const messagePage: ProjectPage = {
  path: "/portal/:workspace/:project/updates/:message",
  logged: "message",
  async show(visit) {
    const message = await readMessage(visit);
    return {
      title: message.title,
      at: "updates",
      body: createElement(MessagePage, { visit, message }),
    };
  },
  async act(visit, form) {
    const { id } = await readMessage(visit);
    return say(visit, form, { kind: "message", id }, `${portalHref(visit, `/updates/${id}`)}#say`);
  },
};

function readMessage(visit: Visit): Promise<ReadMessage> {
  const { message: id = "" } = visit.request.params as { message?: string };
  if (!ID.test(id)) throw notFound();
  return read(visit, async (tx) => {
    const { id: projectId } = visit.project;
    const [message] = await messagesOf(tx, projectId, [id]);
    if (!message) throw notFound();
    const names = await namesOf(tx, projectId);
    return {
      ...message,
      by: names.get(message.authorId ?? "") ?? null,
      at: message.createdAt,
      said: await lastSaid(tx, projectId, { messageId: id }, SAID),
    };
  });
}
