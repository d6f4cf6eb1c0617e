import type { FastifyReply, FastifyRequest } from "fastify";
import { createElement } from "react";
import type { Services } from "../access/route.ts";
import { sayIn } from "../words/say.ts";
import { ClosedLinkPage, LinkDoorPage } from "./door.page.tsx";
import { type ClosedLink, type Door, linkVisit } from "./find-visit.ts";
import { isOwnForm, readForm } from "./portal-form.ts";
import type { PortalPage } from "./portal-page.ts";
import { languageFor } from "./reader-language.ts";
import { redirect, sendPage } from "./send-shown.ts";

/** Nobody is known on this device, or not surely enough for this project. */
export function showDoor(
  _services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  { way }: Door,
): FastifyReply | Promise<FastifyReply> {
  const { workspace = "" } = request.params as { workspace?: string };
  if (way !== "link")
    return redirect(reply, `/portal/${workspace}/${way}?next=${encodeURIComponent(request.url)}`);
  const say = sayIn(languageFor(request));
  return sendPage(reply, createElement(LinkDoorPage, { say, workspace, sent: false }), 401);
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
  const visit =
    found && found.state !== "revoked"
      ? await linkVisit(services, request, found, token).catch(() => null)
      : null;
  const again = "kind" in page ? page.again : undefined;
  const say = visit?.say ?? sayIn(languageFor(request));
  const offer = visit && again ? { action: request.url, formToken: visit.formToken } : null;
  if (request.method === "POST" && visit && again) {
    const form = await readForm(request, services.kit, false);
    if (form.one("again") === "yes" && isOwnForm(form, visit.formToken)) {
      await again(visit);
      return sendPage(reply, createElement(ClosedLinkPage, { say, state: "sent", offer: null }), 200);
    }
  }
  const state = visit ? (found?.state ?? "unknown") : "unknown";
  return sendPage(reply, createElement(ClosedLinkPage, { say, state, offer }), 410);
}
