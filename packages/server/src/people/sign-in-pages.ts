import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { createElement, type ReactElement } from "react";
import type { Services } from "../access/route.ts";
import { Problem } from "../kit/errors.ts";
import { invitationPages } from "./invitation-pages.ts";
import { GonePage } from "./password.page.tsx";
import { passwordPages } from "./password-pages.ts";
import { sessionPages } from "./session-pages.ts";
import { setupPages } from "./setup-pages.ts";
import type { FormState } from "./sign-in-field.page.tsx";
import { freshState, isOwnForm, refusedState, type Values, valuesOf } from "./sign-in-form.ts";
import { SIGN_IN_SCRIPT } from "./sign-in-script.ts";
import { unsubscribePages } from "./unsubscribe-pages.ts";

/** One page with one form: what it shows, and what sending it does. Works without JavaScript. */
export interface FormPage {
  path: `/${string}`;
  show(request: FastifyRequest, reply: FastifyReply, state: FormState): Promise<ReactElement | Redirect>;
  act(request: FastifyRequest, reply: FastifyReply, values: Values): Promise<ReactElement | Redirect>;
}

export interface Redirect {
  to: string;
}

const FORM_LIMIT = 16_384;
const FORM_TYPE = "application/x-www-form-urlencoded";

/** Sign-in, set-up, reset and invitation: rendered here, posting to the same verbs as the API. */
export async function pages(app: FastifyInstance, services: Services): Promise<void> {
  await app.register(async (scope) => {
    scope.addContentTypeParser(
      FORM_TYPE,
      { parseAs: "string", bodyLimit: FORM_LIMIT },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    scope.get("/sign-in.js", { schema: { hide: true } }, async (_request, reply) =>
      reply
        .header("cache-control", "public, max-age=3600")
        .type("text/javascript; charset=utf-8")
        .send(SIGN_IN_SCRIPT),
    );
    const all = [
      ...sessionPages(services),
      ...setupPages(services),
      ...passwordPages(services),
      ...invitationPages(services),
    ];
    for (const page of all) mountPage(scope, services, page);
  });
  await app.register(async (scope) => unsubscribePages(scope, services));
}

function mountPage(scope: FastifyInstance, { kit }: Services, page: FormPage): void {
  const hidden = { schema: { hide: true } };
  scope.get(page.path, hidden, async (request, reply) => {
    const state = freshState(request, reply, kit);
    return send(reply, await orGone(reply, page, () => page.show(request, reply, state)));
  });
  scope.post(page.path, hidden, async (request, reply) => {
    const values = valuesOf(request);
    const again = async (error: unknown) => {
      const { state, status } = refusedState(freshState(request, reply, kit), values, error);
      reply.code(status);
      if (status === 429 && error instanceof Problem)
        reply.header("retry-after", String(error.facts.retryAfterSeconds));
      return orGone(reply, page, () => page.show(request, reply, state));
    };
    if (!isOwnForm(request, kit, values.form)) return send(reply, await again(staleForm()));
    return send(reply, await orGone(reply, page, () => page.act(request, reply, values).catch(again)));
  });
}

/** A link that no longer opens has a page of its own, whenever it is found out. */
async function orGone<T>(
  reply: FastifyReply,
  page: FormPage,
  work: () => Promise<T>,
): Promise<T | ReactElement> {
  return work().catch((error: unknown) => {
    if (!(error instanceof Problem) || error.status !== 410) throw error;
    reply.code(410);
    return createElement(GonePage, { detail: error.message, reset: page.path.startsWith("/reset") });
  });
}

async function send(reply: FastifyReply, shown: ReactElement | Redirect): Promise<FastifyReply> {
  reply.header("cache-control", "no-store").header("referrer-policy", "no-referrer");
  if ("to" in shown) return reply.redirect(shown.to, 303);
  const { renderToStaticMarkup } = await import("react-dom/server");
  return reply.type("text/html; charset=utf-8").send(`<!doctype html>${renderToStaticMarkup(shown)}`);
}

function staleForm(): Problem {
  return new Problem(
    403,
    "form-token",
    "Once more",
    "This page was open too long, or cookies are off. Please send it again.",
  );
}
