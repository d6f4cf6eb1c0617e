import type { FastifyInstance } from "fastify";
import type { Services } from "../access/route.ts";
import { notFound, tooMany } from "../kit/errors.ts";
import { sha256 } from "../kit/secret.ts";
import { networkOf } from "../people/session-source.ts";
import { mayAsk } from "../people/session-throttle.ts";
import { isWhole } from "../portal/find-visit.ts";
import { findByToken } from "../portal/person-links.ts";
import { clientCalendar } from "./client-calendar.ts";
import { memberCalendar } from "./member-calendar.ts";

/** Calendars ask every few minutes at most; whoever guesses addresses asks more often. */
const ASKS = 300;

/**
 * Calendars by their secret address: no cookie, nothing is changed, and what was ended is as if it had never been. Each
 * asking looks anew at what its person may see.
 */
export async function feedPage(app: FastifyInstance, services: Services): Promise<void> {
  app.get("/feeds/:token", { schema: { hide: true } }, async (request, reply) => {
    if (!(await mayAsk(services, ["feed", networkOf(request.ip)], ASKS))) throw tooMany(900);
    const { token } = request.params as { token: string };
    const text = await calendarOf(services, token.replace(/\.ics$/, ""));
    if (text === null) throw notFound();
    const etag = `"${sha256(text).slice(0, 32)}"`;
    void reply
      .header("etag", etag)
      .header("cache-control", "private, no-cache")
      .header("referrer-policy", "no-referrer")
      .header("x-robots-tag", "noindex, nofollow");
    if (request.headers["if-none-match"] === etag) return reply.code(304).send();
    return reply
      .header("content-disposition", 'inline; filename="milepost.ics"')
      .type("text/calendar; charset=utf-8")
      .send(text);
  });
}

async function calendarOf(services: Services, token: string): Promise<string | null> {
  const found = isWhole(token) ? await findByToken(services, "feed", token) : null;
  if (found?.state !== "open") return null;
  return found.person.side === "team" ? memberCalendar(services, found) : clientCalendar(services, found);
}
