import type { Services } from "../access/route.ts";
import { UPKEEP } from "./upkeep.ts";

const QUEUE = "upkeep";
const NIGHTLY = "17 3 * * *";
const RARELY = 600;

/** The nightly jobs, in pg-boss on the worker's own connections; of several processes one takes each job. */
export async function startSchedules(services: Services): Promise<{ stop(): Promise<void> }> {
  const { database, kit } = services;
  const { PgBoss } = await import("pg-boss");
  const boss = new PgBoss({
    db: { executeSql: async (text, values) => database.ownerPool.query(text, values) },
    schema: "jobs",
    superviseIntervalSeconds: RARELY,
    monitorIntervalSeconds: RARELY,
    queueCacheIntervalSeconds: RARELY,
    bamIntervalSeconds: RARELY,
    flowIntervalSeconds: RARELY,
    cronMonitorIntervalSeconds: 45,
    cronWorkerIntervalSeconds: 45,
  });
  boss.on("error", (error) => kit.log.warn({ kind: error.name }, "a nightly job could not be looked after"));
  const begin = async () => {
    await boss.start();
    await boss.createQueue(QUEUE, { retryLimit: 3, retryBackoff: true, expireInSeconds: 3_600 });
    for (const job of Object.keys(UPKEEP))
      await boss.schedule(QUEUE, NIGHTLY, { job }, { key: job, tz: "UTC" });
    await boss.work<{ job: keyof typeof UPKEEP }>(QUEUE, { pollingIntervalSeconds: 60 }, async (jobs) => {
      for (const { data } of jobs) await UPKEEP[data.job]?.(services);
    });
  };
  await begin().catch(async (error) => {
    await boss.stop({ graceful: false }).catch(() => undefined);
    throw error;
  });
  return { stop: () => boss.stop({ graceful: true, timeout: 5_000 }) };
}
