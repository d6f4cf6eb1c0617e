import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Services } from "../access/route.ts";
import { notFound } from "../kit/errors.ts";
import { actorOf } from "../people/sessions.ts";
import { sendProblem } from "./problem.ts";

const YEAR = 31_536_000;

/** The team app: files with hashed names for ever, the page itself always fresh and only for people who are signed in. */
export function webApp(folder: string) {
  return async (app: FastifyInstance, { database }: Services): Promise<void> => {
    const page = join(folder, "index.html");
    if (!existsSync(page)) return;
    const html = readFileSync(page, "utf8");
    await app.register(fastifyStatic, {
      root: folder,
      index: false,
      wildcard: false,
      preCompressed: true,
      setHeaders: (response, path) => {
        if (path.includes("/assets/")) response.header("cache-control", `public, max-age=${YEAR}, immutable`);
      },
    });
    app.get("/*", { schema: { hide: true } }, async (request, reply) => {
      if (!isPageVisit(request)) return sendProblem(notFound(), request, reply);
      if (!(await actorOf(database, request))) return toSignIn(request, reply);
      return reply.header("cache-control", "no-cache").type("text/html; charset=utf-8").send(html);
    });
  };
}

function isPageVisit({ method, url, headers }: FastifyRequest): boolean {
  const path = url.split("?", 1)[0] ?? "/";
  const wantsPage = (headers.accept ?? "").includes("text/html");
  return (
    (method === "GET" || method === "HEAD") &&
    wantsPage &&
    !path.startsWith("/api/") &&
    !/\.\w{1,8}$/.test(path)
  );
}

function toSignIn(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const next = request.url === "/" ? "" : `?next=${encodeURIComponent(request.url)}`;
  return reply.redirect(`/signin${next}`, 303);
}
