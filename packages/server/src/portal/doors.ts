import type { FastifyReply, FastifyRequest } from "fastify";
import { createElement } from "react";
import type { Services } from "../access/route.ts";
import { tooMany } from "../kit/errors.ts";
import { sayIn } from "../words/say.ts";
import { ClosedLinkPage, LinkDoorPage } from "./door.page.tsx";
import { mayAskAgain } from "./door-asks.ts";
import { type ClosedLink, type Door, isWhole, linkVisit } from "./find-visit.ts";
import { mailHome } from "./home-link-page.ts";
import { isOwnForm, readForm } from "./portal-form.ts";
import type { PortalPage } from "./portal-page.ts";
import { languageFor } from "./reader-language.ts";
import { redirect, sendPage } from "./send-shown.ts";
import type { Visit } from "./visit.ts";

/** Nobody is known on this device, or not surely enough for this project. */
export function showDoor(
  _services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  { way }: Door,
): FastifyReply | Promise<FastifyReply> {
  const { workspace = "", project } = request.params as { workspace?: string; project?: string };
  if (way !== "link")
    return redirect(reply, `/portal/${workspace}/${way}?next=${encodeURIComponent(request.url)}`);
  const say = sayIn(languageFor(request));
  // A short address may name a project instead of the workspace.
  const action = project === undefined ? "/portal/link" : `/portal/${workspace}/link`;
  const account =
    project === undefined ? null : `/portal/${workspace}/account?next=${encodeURIComponent(request.url)}`;
  return sendPage(reply, createElement(LinkDoorPage, { say, action, sent: false, account }), 401);
}

interface Closed {
  page: PortalPage;
  closed: ClosedLink;
}

/** Says why a link does not open, and offers the one next step: the same again, to the address that is known. */
export async function showClosedLink(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  { page, closed: { found } }: Closed,
): Promise<FastifyReply> {
  const { token = "" } = request.params as { token?: string };
  const visit = found ? await linkVisit(services, request, found, token).catch(() => null) : null;
  const say = visit?.say ?? sayIn(languageFor(request));
  if (!visit || !found) {
    const state = isWhole(token) ? "unknown" : "cut";
    return sendPage(reply, createElement(ClosedLinkPage, { say, state, offer: null }), 410);
  }
  const again = ("kind" in page ? page.again : undefined) ?? mailOwnHome(visit);
  const offer = again && { action: request.url, formToken: visit.formToken };
  if (request.method === "POST" && again) {
    const form = await readForm(request, services.kit, false);
    if (form.one("again") === "yes" && isOwnForm(form, visit.formToken)) {
      if (!(await mayAskAgain(services, visit.visitor.personId))) throw tooMany(15 * 60);
      await again(visit);
      return sendPage(reply, createElement(ClosedLinkPage, { say, state: "sent", offer: null }), 200);
    }
  }
  return sendPage(reply, createElement(ClosedLinkPage, { say, state: found.state, offer }), 410);
}

/** Where a page has nothing to send again, the link to all of the project's pages is the next best. */
function mailOwnHome({ visitor }: Visit): ((visit: Visit) => Promise<void>) | null {
  return visitor.side === "client" ? mailHome : null;
}
