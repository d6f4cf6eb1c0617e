import { randomUUID } from "node:crypto";
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import fastify, { type FastifyInstance } from "fastify";
import type { AnyRoute, Services } from "../access/route.ts";
import { FILE_BYTES } from "../files/limits.ts";
import { notFound } from "../kit/errors.ts";
import { refuseCrossSite } from "./cross-site.ts";
import { docsPage } from "./docs.page.tsx";
import { healthRoutes } from "./health.ts";
import { liveOf } from "./live.ts";
import { loggerOptions } from "./logging.ts";
import { openApi } from "./openapi.ts";
import { mount } from "./pipeline.ts";
import { sendProblem } from "./problem.ts";

export interface HttpOptions {
  trustProxy: number;
  logLevel: "silent" | "info" | "warn";
  routes: readonly AnyRoute[];
  /** Mounted before the API: pages, static files, sign-in. */
  extensions?: readonly ((app: FastifyInstance, services: Services) => Promise<void>)[];
}

const JSON_LIMIT = 1_048_576;

/** What a page of ours may load: nothing of others. Put together once, not for every answer. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self' blob:",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join(";");

/** The HTTP server without a socket: main.ts listens, tests inject. */
export async function buildHttp(services: Services, options: HttpOptions): Promise<FastifyInstance> {
  const app: FastifyInstance = fastify({
    logger: loggerOptions(options.logLevel),
    trustProxy: (_address, hop) => hop < options.trustProxy,
    bodyLimit: JSON_LIMIT,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    requestTimeout: 120_000,
    forceCloseConnections: "idle",
  });
  app.setErrorHandler(sendProblem);
  app.setNotFoundHandler((request, reply) => sendProblem(notFound(), request, reply));
  app.addHook("onRequest", refuseCrossSite(services.kit.baseUrl));
  app.addHook("onSend", async (request, reply) => {
    reply.header("x-request-id", request.id);
    if (!reply.hasHeader("content-security-policy")) reply.header("content-security-policy", POLICY);
  });
  await app.register(helmet, {
    contentSecurityPolicy: false,
    strictTransportSecurity: services.kit.baseUrl.startsWith("https:"),
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: "same-origin" },
  });
  await app.register(multipart, { limits: { fileSize: FILE_BYTES, files: 1, fields: 5, parts: 6 } });
  await openApi(app);
  for (const extend of options.extensions ?? []) await extend(app, services);
  docsPage(app);
  healthRoutes(app, services);
  app.addHook("preClose", async () => liveOf(services).close());
  mount(app, services, options.routes);
  return app;
}
