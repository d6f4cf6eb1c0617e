import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { createElement, type ReactElement } from "react";
import type { Services } from "../access/route.ts";
import { findReader, refusedKinds } from "../mail/refusals.store.ts";
import { switchMails } from "../mail/refusals.ts";
import { UNSUBSCRIBE, unsubscribing } from "../mail/unsubscribe.ts";
import { sayIn } from "../words/say.ts";
import { UnknownUnsubscribePage, UnsubscribePage } from "./unsubscribe.page.tsx";

const BODY_LIMIT = 4_096;
const HIDDEN = { schema: { hide: true } };

/**
 * Ending one kind of mail (RFC 8058): looking changes nothing, a POST without cookie, form token or script does. The
 * signed address is the whole permission, so a mail program may send it from anywhere.
 */
export async function unsubscribePages(app: FastifyInstance, services: Services): Promise<void> {
  app.removeAllContentTypeParsers();
  // Whatever a mail program sends along says nothing that the address does not say.
  app.addContentTypeParser("*", { parseAs: "string", bodyLimit: BODY_LIMIT }, (_request, _body, done) =>
    done(null, undefined),
  );
  const place = `${UNSUBSCRIBE}/:token`;
  app.get(place, HIDDEN, (request, reply) => answer(services, request, reply, null));
  app.post(place, HIDDEN, (request, reply) => answer(services, request, reply, false));
  app.post(`${place}/again`, HIDDEN, (request, reply) => answer(services, request, reply, true));
}

async function answer(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  on: boolean | null,
): Promise<FastifyReply> {
  const { token } = request.params as { token: string };
  const page = await pageFor(services, token, on);
  if (page.type === UnknownUnsubscribePage) reply.code(410);
  const { renderToStaticMarkup } = await import("react-dom/server");
  return reply
    .header("cache-control", "no-store")
    .header("referrer-policy", "no-referrer")
    .type("text/html; charset=utf-8")
    .send(`<!doctype html>${renderToStaticMarkup(page)}`);
}

async function pageFor(
  { database, kit }: Services,
  token: string,
  on: boolean | null,
): Promise<ReactElement> {
  const wish = unsubscribing(kit, token);
  if (!wish) return createElement(UnknownUnsubscribePage);
  const { workspaceId, personId, kind } = wish;
  return database.inWorkspace(workspaceId, async (tx) => {
    const reader = await findReader(tx, wish);
    if (!reader) return createElement(UnknownUnsubscribePage);
    if (on !== null) await switchMails(tx, wish, on, kit.clock.now());
    const isOff = (await refusedKinds(tx, workspaceId, personId)).includes(kind);
    const { language, workspace } = reader;
    return createElement(UnsubscribePage, { say: sayIn(language), house: workspace, kind, token, isOff });
  });
}
