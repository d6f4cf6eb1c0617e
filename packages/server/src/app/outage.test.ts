import { sql } from "kysely";
import { expect, inject, test } from "vitest";
import { onServer } from "../testing/cluster.ts";
import { testServer } from "../testing/server.ts";
import { guardDisk } from "./disk-guard.ts";
import { startWorker } from "./worker.ts";

const { app, database, kit, seed, as } = await testServer();
const name = await sql<{ name: string }>`select current_database() as name`
  .execute(database.outside)
  .then(({ rows }) => rows[0]?.name ?? "");
const ready = async () => {
  const answer = await app.inject("/readyz");
  return { status: answer.statusCode, checks: answer.json().checks };
};
const write = () => as(seed.amara).post("/clients", { name: "Rosa" });
const count = async () => (await as(seed.amara).get("/clients")).body.items.length;

/** Ends every connection and lets nobody in, as a server that is gone does. */
async function gone(isGone: boolean): Promise<void> {
  await onServer(inject("cluster").admin, async (client) => {
    await client.query(`alter database ${client.escapeIdentifier(name)} allow_connections ${!isGone}`);
    if (isGone)
      await client.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [name]);
  });
}

test("P15: with the disk nearly full reading goes on, writing says why, and room brings it back", async () => {
  let free = 400_000_000;
  const guard = await guardDisk(kit.dataDir, { free: async () => free });
  kit.readOnlyReason = guard.reason;
  const before = await count();
  const refused = await write();
  expect(refused).toMatchObject({ status: 507, body: { type: "urn:milepost:problem:read-only" } });
  expect(refused.body.detail).toContain("nearly full");
  expect(await ready()).toMatchObject({ status: 503, checks: { disk: expect.stringContaining("MB free") } });
  expect(await count()).toBe(before);
  free = 4_000_000_000;
  await guard.look();
  expect((await write()).status).toBe(201);
  expect((await ready()).status).toBe(200);
  guard.stop();
});

test("a data folder that is gone stops writing too", async () => {
  const guard = await guardDisk(`${kit.dataDir}/nowhere`);
  expect(guard.reason()).toContain("cannot be reached");
  guard.stop();
});

test("P15: with the database gone nothing pretends to be saved, nothing crashes, and it recovers by itself", async () => {
  const before = await count();
  await gone(true);
  try {
    expect(await write()).toMatchObject({
      status: 503,
      body: { type: "urn:milepost:problem:database-unavailable" },
    });
    expect(await as(seed.amara).get("/clients")).toMatchObject({
      status: 503,
      body: { detail: "The database does not answer. Try again in a moment." },
    });
    expect(await ready()).toMatchObject({
      status: 503,
      checks: { database: "The database does not answer." },
    });
    expect((await app.inject("/healthz")).statusCode).toBe(200);
    const page = await app.inject({ url: "/signin", headers: { accept: "text/html" } });
    expect(page.statusCode).toBe(503);
    expect(page.headers["content-type"]).toContain("text/html");
    expect(page.body).toContain("The database does not answer.");
  } finally {
    await gone(false);
  }
  expect(await count()).toBe(before);
  expect((await write()).status).toBe(201);
});

test("a connection that is cut in the middle of a write saves nothing and harms nobody", async () => {
  const before = await count();
  await expect(
    database.inWorkspace(seed.workspaceId, async (tx) => {
      await tx
        .updateTable("clients")
        .set({ name: "half" })
        .where("workspaceId", "=", seed.workspaceId)
        .execute();
      await gone(true);
      await gone(false);
      await tx
        .updateTable("clients")
        .set({ name: "whole" })
        .where("workspaceId", "=", seed.workspaceId)
        .execute();
    }),
  ).rejects.toThrow();
  expect(await count()).toBe(before);
  const { items } = (await as(seed.amara).get("/clients")).body;
  expect(items.map((client: { name: string }) => client.name)).not.toContain("half");
});

test("a worker that begins while the database is gone does all its work once it is back", async () => {
  await gone(true);
  const worker = startWorker({ database, kit }, { transport: null });
  try {
    await expect.poll(async () => (await ready()).checks.worker).toContain("nightly jobs");
  } finally {
    await gone(false);
  }
  await expect.poll(async () => (await ready()).checks.worker, { timeout: 15_000 }).toBe("ok");
  const { rows } = await database.ownerPool.query("select count(*)::int as jobs from jobs.schedule");
  expect(rows[0].jobs).toBeGreaterThan(0);
  await worker.stop();
});
