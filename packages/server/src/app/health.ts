import type { FastifyInstance } from "fastify";
import type { Services } from "../access/route.ts";
import { workerState } from "./worker.ts";

/** `/healthz`: the process lives. `/readyz`: it can work, or says why not. */
export function healthRoutes(app: FastifyInstance, { database, kit }: Services): void {
  const quiet = { schema: { hide: true }, logLevel: "silent" as const };
  app.get("/healthz", quiet, async () => ({ status: "alive" }));
  app.get("/readyz", quiet, async (_request, reply) => {
    const checks = {
      database: await databaseAnswers(database),
      disk: kit.readOnlyReason() ?? "ok",
      worker: workerState(database),
    };
    const ready = Object.values(checks).every((check) => check === "ok");
    return reply.code(ready ? 200 : 503).send({ status: ready ? "ready" : "not ready", checks });
  });
}

async function databaseAnswers(database: Services["database"]): Promise<string> {
  try {
    await database.outside.selectFrom("leases").select("name").limit(1).execute();
    return "ok";
  } catch {
    return "The database does not answer.";
  }
}
