import type { FastifyInstance } from "fastify";
import type { Services } from "../access/route.ts";
import { databaseAnswers } from "./health.store.ts";
import { workerState } from "./worker.ts";

/** `/healthz`: the process lives. `/readyz`: it can work, or says why not. */
export function healthRoutes(app: FastifyInstance, { database, kit }: Services): void {
  const quiet = { schema: { hide: true }, logLevel: "silent" as const };
  app.get("/healthz", quiet, async () => ({ status: "alive" }));
  app.get("/readyz", quiet, async (_request, reply) => {
    const checks = {
      database: (await databaseAnswers(database)) ? "ok" : "The database does not answer.",
      disk: kit.readOnlyReason() ?? "ok",
      worker: workerState(database),
    };
    const ready = Object.values(checks).every((check) => check === "ok");
    return reply.code(ready ? 200 : 503).send({ status: ready ? "ready" : "not ready", checks });
  });
}
