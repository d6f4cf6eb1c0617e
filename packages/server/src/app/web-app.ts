import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Services } from "../access/route.ts";
import { settled } from "../db/entrance.ts";
import { notFound } from "../kit/errors.ts";
import { asActor } from "../people/sessions.store.ts";
import { sessionQuestion } from "../people/sessions.ts";
import { findProjectByKey } from "../projects/projects.store.ts";
import { type FirstLoads, headOf, placeOf, readFirstLoads } from "./first-loads.ts";
import { sendProblem } from "./problem.ts";

const YEAR = 31_536_000;

/** The team app: files with hashed names for ever, the page itself always fresh and only for people who are signed in. */
export function webApp(folder: string) {
  return async (app: FastifyInstance, services: Services): Promise<void> => {
    const page = join(folder, "index.html");
    if (!existsSync(page)) return;
    const [top = "", rest = ""] = readFileSync(page, "utf8").split(/(?=<\/head>)/);
    const firstLoads = readFirstLoads(join(folder, "first-loads.json"));
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
      const head = await headFor(services, firstLoads, request);
      if (head === null) return toSignIn(request, reply);
      return reply
        .header("cache-control", "no-cache")
        .type("text/html; charset=utf-8")
        .send(`${top}${head}${rest}`);
    });
  };
}

/** The hints for the page of this address; null for nobody. */
async function headFor(
  { database, kit }: Services,
  firstLoads: FirstLoads,
  request: FastifyRequest,
): Promise<string | null> {
  const question = sessionQuestion(request);
  if (!question) return null;
  const place = placeOf(firstLoads, request.url);
  return database.inAccess(
    question,
    {
      prepare: async (tx, access) => {
        const actor = asActor(access);
        if (!actor) return null;
        const scope = { tx, actor, kit, now: kit.clock.now(), requestId: request.id };
        const project = place?.key ? await findProjectByKey(scope, place.key.toUpperCase()) : undefined;
        return headOf(place, project?.id);
      },
      work: async (_tx, { prepared }) => (prepared ? settled(prepared) : null),
    },
    { readOnly: true },
  );
}

function isPageVisit({ method, url, headers }: FastifyRequest): boolean {
  const path = url.split("?", 1)[0] ?? "/";
  const wantsPage = path === "/" || (headers.accept ?? "").includes("text/html");
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
