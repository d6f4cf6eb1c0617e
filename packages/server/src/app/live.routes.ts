import { z } from "zod";
import { openRoute } from "../access/route.ts";
import { notSignedIn } from "../kit/errors.ts";
import { liveOf } from "./live.ts";

export const liveRoutes = [
  openRoute({
    method: "GET",
    path: "/live",
    id: "live",
    tag: "Events",
    summary: "Server-sent events: what happens, while it happens",
    policy: "session",
    because:
      "A stream outlives its request; the feed asks for session, role and visibility again at every event.",
    query: z.strictObject({ after: z.string().max(40).optional() }),
    handle: async (services, { query }, { request, reply, actor }) => {
      if (!actor) throw notSignedIn();
      const live = liveOf(services);
      live.refuseTooMany(actor);
      reply.hijack();
      const { raw } = reply;
      for (const [name, value] of Object.entries(reply.getHeaders()))
        if (value !== undefined) raw.setHeader(name, value);
      raw.setHeader("x-accel-buffering", "no");
      raw.writeHead(200, { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store" });
      raw.socket?.setKeepAlive(true, 30_000);
      raw.write("retry: 2000\n\n");
      // A browser that comes back says what it has; at first it has what the page was made of.
      const last = request.headers["last-event-id"];
      live.open(actor, raw, typeof last === "string" ? last : query.after);
      return undefined;
    },
  }),
];
