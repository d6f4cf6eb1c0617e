import type { FastifyReply } from "fastify";
import { createElement, type ReactElement } from "react";
import { PortalFrame, showsPlaces } from "./frame.page.tsx";
import type { Shown } from "./portal-page.ts";
import { logView, seenToken } from "./portal-views.ts";
import { read, type Visit } from "./visit.ts";
import { countWaiting } from "./waiting.store.ts";

/** Sends what a page shows: inside the frame, as bytes, or by way of another address. */
export async function sendShown(
  reply: FastifyReply,
  visit: Visit,
  shown: Shown,
  logged: string | null,
): Promise<FastifyReply> {
  if ("to" in shown) return redirect(reply, shown.to, shown.cookie);
  if ("bytes" in shown) return reply.headers(shown.headers).send(shown.bytes);
  const { project, visitor, services } = visit;
  const waiting =
    shown.waiting ??
    (showsPlaces(visit) ? await read(visit, (tx) => countWaiting(tx, project.id, visitor.personId)) : 0);
  const viewId = logged === null ? null : await logView(visit, logged);
  const view = viewId && seenToken(services, visitor.workspaceId, viewId);
  return sendPage(
    reply,
    createElement(PortalFrame, { visit, page: shown, waiting, view }),
    shown.status ?? 200,
  );
}

export function redirect(reply: FastifyReply, to: string, cookie?: string): FastifyReply {
  if (cookie) reply.header("set-cookie", cookie);
  return reply.header("cache-control", "no-store").header("referrer-policy", "no-referrer").redirect(to, 303);
}

/** Nothing of a client's page stays in a shared cache, and no address of it is told to other sites. */
export async function sendPage(
  reply: FastifyReply,
  page: ReactElement,
  status: number,
): Promise<FastifyReply> {
  const { renderToStaticMarkup } = await import("react-dom/server");
  return reply
    .code(status)
    .header("cache-control", "no-store")
    .header("referrer-policy", "no-referrer")
    .header("x-robots-tag", "noindex, nofollow")
    .type("text/html; charset=utf-8")
    .send(`<!doctype html>${renderToStaticMarkup(page)}`);
}
