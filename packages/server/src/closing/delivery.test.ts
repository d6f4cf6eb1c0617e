import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkDelivery } from "../evidence/check-delivery.ts";
import { verifyAll } from "../evidence/verify-all.ts";
import { verifyFile } from "../evidence/verify-file.ts";
import { seedDecided } from "../testing/decided.ts";
import { seedContacts } from "../testing/portal.ts";
import { publishedPlan } from "../testing/published.ts";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as, database } = server;
const contacts = await seedContacts(server);
const { workspaceId, acme } = seed;
const path = `/projects/${acme.id}/delivery-records`;
const folder = mkdtempSync(join(tmpdir(), "milepost-delivery-"));
const plan = await publishedPlan(server, [
  { title: "Brief agreed", targetOn: "2026-03-06" },
  { title: "Launch", targetOn: "2026-03-20" },
]);
await plan.reach(plan.ids[0] ?? "", "2026-03-09");
await plan.reach(plan.ids[1] ?? "", "2026-03-20");
const decided = await seedDecided(server, contacts, 7);
await database.inWorkspace(workspaceId, async (tx) => {
  await tx.updateTable("approvals").set({ kind: "completion" }).where("id", "=", decided.id).execute();
});
await as(seed.sam).post(`/projects/${acme.id}/fixed-dates`, { title: "ZEBRA", onDate: "2026-06-10" });

const make = async (hideNames = false) => {
  const { status, body } = await as(seed.sam).post(path, { hideNames });
  expect([status, body.detail]).toEqual([201, undefined]);
  const file = await server.app.inject({
    url: `/api/v1/delivery-records/${body.id}/record.json`,
    headers: { cookie: seed.sam.cookie },
  });
  expect(file.statusCode).toBe(200);
  return { ...body, text: file.body } as { id: string; hash: string; text: string };
};
const kept = (text: string | Buffer, name = "record.json") => {
  const at = join(folder, name);
  writeFileSync(at, text);
  return at;
};
const verify = async (text: string | Buffer) => verifyFile({ record: kept(text), files: [] });

test("a record is made of a completed project, by those who lead it", async () => {
  expect((await as(seed.sam).post(path, {})).body.type).toContain("not-completed");
  await database.inWorkspace(workspaceId, (tx) =>
    tx.updateTable("projects").set({ state: "completed" }).where("id", "=", acme.id).execute(),
  );
  expect((await as(seed.jo).post(path, {})).status).toBe(403);
  const { id, hash, text } = await make();
  expect((await as(seed.jo).get(path)).body.items).toMatchObject([
    { id, hash, namesHidden: false, by: "Sam" },
  ]);
  expect(JSON.parse(text)).toMatchObject({ format: 1, kind: "milepost delivery record" });
  expect(text).not.toMatch(/ZEBRA|@client\.test/);
});

test("it is checked by the file alone, and stays the same bytes", async () => {
  const { id, text } = await make();
  const { lines, code } = await verify(text);
  expect([code, lines.join("\n")]).toEqual([
    0,
    expect.stringContaining("Delivery record of ACME project, by"),
  ]);
  expect(lines.join("\n")).toContain("2 milestones reached; median slip 0.5 working days");
  expect(lines.join("\n")).toContain("Brief agreed: promised 2026-03-06, reached 2026-03-09");
  expect(lines.join("\n")).toContain("Approval 7, Entwürfe 7: approved by Dana Reyes");
  await as(seed.sam).post(`/projects/${acme.id}/fixed-dates`, { title: "Later", onDate: "2026-07-10" });
  const again = await as(seed.sam).get(`/delivery-records/${id}/record.json`);
  expect(JSON.stringify(again.body)).toBe(JSON.stringify(JSON.parse(text)));
});

test("names can be left out, and it can still be checked", async () => {
  const { text } = await make(true);
  expect(text).not.toMatch(/Dana Reyes|Sam|ACME project/);
  const { lines, code } = await verify(text);
  expect([code, lines[0]]).toEqual([0, expect.stringContaining("Delivery record of (name left out)")]);
});

test("somebody who was erased is not named any more, and the rest holds", async () => {
  const { id } = await make();
  await database.inWorkspace(workspaceId, (tx) =>
    tx
      .updateTable("persons")
      .set({ name: "Erased", erasedAt: new Date() })
      .where("id", "=", contacts.dana.id)
      .execute(),
  );
  const file = await server.app.inject({
    url: `/api/v1/delivery-records/${id}/record.json`,
    headers: { cookie: seed.sam.cookie },
  });
  expect(file.body).not.toMatch(/Dana Reyes|Erased/);
  expect((await verify(file.body)).code).toBe(0);
});

test("a changed byte is found wherever it is, and its part named", async () => {
  const { text } = await make();
  const bytes = Buffer.from(text);
  const parts = text.split("\n");
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const altered = Buffer.from(bytes);
      altered[at] = ((altered[at] ?? 0) + by) % 256;
      const checked = checkDelivery(altered);
      expect("fault" in checked).toBe(true);
      if (!("fault" in checked)) return;
      const before = bytes.subarray(0, at).toString("latin1");
      const lineAt = before.lastIndexOf("\n") + 1;
      if (at < bytes.length - 300 && parts.length > 4) expect(checked.fault.offset).toBeLessThanOrEqual(at);
      expect(lineAt).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 300 },
  );
  const { lines, code } = await verify(text.replace('"reachedOn":"2026-03-20"', '"reachedOn":"2026-03-19"'));
  expect([code, lines[0]]).toEqual([1, "ALTERED  milestone 2"]);
});

test("without a file every record that was kept is compared with what the chain tells of it", async () => {
  const { hash } = await make();
  const deliveries = async () => (await verifyAll(database, server.kit.dataDir)).deliveries;
  const kept = (await deliveries()).deliveries;
  expect(await deliveries()).toMatchObject({ deliveries: kept, unsealed: 0, faults: [] });
  const rows = database.maintenance.updateTable("deliveryRecords").where("hash", "=", hash);
  const { record } = await database.maintenance
    .selectFrom("deliveryRecords")
    .select("record")
    .where("hash", "=", hash)
    .executeTakeFirstOrThrow();
  await rows.set({ record: record.replace("2026-03-20", "2026-03-19") }).execute();
  expect((await deliveries()).faults).toEqual([
    { projectId: acme.id, hash, why: "It is not what was made then." },
  ]);
  await rows.set({ record }).execute();
  expect((await deliveries()).faults).toEqual([]);
  await database.maintenance.deleteFrom("deliveryRecords").where("hash", "=", hash).execute();
  expect((await deliveries()).faults).toMatchObject([{ hash, why: expect.stringContaining("is missing") }]);
});
