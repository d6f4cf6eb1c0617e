import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Database, openDatabase } from "../db/database.ts";
import { sealPending } from "../events/sealer.ts";
import { verify } from "../events/verify.ts";
import { blobPath } from "../kit/blob-path.ts";
import { newId } from "../kit/id.ts";
import { happen, rowsOf, storeBlob, tempFolder } from "../testing/archives.ts";
import { freshDatabase } from "../testing/database.ts";
import { seedWorkspace } from "../testing/seed.ts";
import { verifyArchive } from "./archive-read.ts";
import { backup, backupName } from "./backup.ts";
import { PlaceRefusal } from "./refusal.ts";
import { restore } from "./restore.ts";

const connection = await freshDatabase();
const database = openDatabase(connection, () => undefined);
const seed = await seedWorkspace(database);
const dataDir = tempFolder();
const of = { connection, dataDir, version: "0.1.0", now: new Date("2026-03-02T09:00:00Z") };
const { workspaceId } = seed;

const kept = await storeBlob(database, workspaceId, dataDir, "the contract");
for (let n = 0; n < 5; n++) await happen(database, workspaceId, `project.seen${n}`);

/** Other files' transactions on the same server hold sealing back for a moment: rounds are counted, not time. */
async function sealAll(on: Database): Promise<void> {
  for (let round = 0; round < 2_000 && (await verify(on)).unsealed > 0; round++) await sealPending(on);
}

/** One transaction writes a client and a project; an archive of one instant holds as many of one as of the other. */
async function writePair(n: number): Promise<void> {
  await database.inWorkspace(workspaceId, async (tx) => {
    const clientId = newId();
    await tx
      .insertInto("clients")
      .values({ workspaceId, id: clientId, name: `PAIR ${n}`, zone: null, country: null })
      .execute();
    await tx
      .insertInto("projects")
      .values({
        workspaceId,
        id: newId(),
        key: `P${n}`,
        name: `PAIR ${n}`,
        currency: "EUR",
        clientId,
        leadId: null,
        startOn: null,
        dueOn: null,
        pausedAt: null,
        archivedAt: null,
      })
      .execute();
  });
}

test("R19: an archive taken during writes is one instant, and comes back whole in an empty place with files and numbers", async () => {
  for (let n = 0; n < 20; n++) await writePair(n);
  let writing = true;
  let written = 20;
  const writer = (async () => {
    while (writing) await writePair(written++);
  })();
  const path = join(tempFolder(), "backups", backupName(of.now));
  const manifest = await backup(of, path);
  writing = false;
  await writer;
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(path, ".."))).toEqual(["milepost-2026-03-02T09-00-00Z.tar"]);

  const target = await freshDatabase();
  const targetDir = tempFolder();
  await restore(path, { connection: target, dataDir: targetDir });
  const again = await backup(
    { ...of, connection: target, dataDir: targetDir },
    join(tempFolder(), "again.tar"),
  );
  expect(again.tables).toEqual(manifest.tables);
  expect(again.files).toEqual(manifest.files);
  const [count] = await rowsOf(
    target,
    "select (select count(*)::int from clients where name like 'PAIR%') as clients, (select count(*)::int from projects where name like 'PAIR%') as projects",
  );
  expect(count?.clients).toBe(count?.projects);
  expect(Number(count?.clients)).toBeGreaterThanOrEqual(20);
  expect(Number(count?.clients)).toBeLessThan(written);
  expect(readFileSync(blobPath(targetDir, kept), "utf8")).toBe("the contract");
  expect(statSync(blobPath(targetDir, kept)).mode & 0o777).toBe(0o600);

  const walls = await rowsOf(
    target,
    "select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'milepost' and relrowsecurity and not relforcerowsecurity",
  );
  expect(walls).toEqual([]);
  const restored = openDatabase(target, () => undefined);
  await happen(restored, workspaceId, "project.went_on");
  await restored.close();
  const events = await rowsOf(
    target,
    "select verb, position::int as position, tx < pg_snapshot_xmin(pg_current_snapshot()) as settled from events order by position",
  );
  expect(events.map((event) => event.verb).at(-1)).toBe("project.went_on");
  expect(new Set(events.map((event) => event.position)).size).toBe(events.length);
  expect(events.every((event) => event.settled)).toBe(true);
});

test("seals stay verifiable, and what was not sealed yet is sealed where it was restored", async () => {
  await sealAll(database);
  const before = await verify(database);
  await happen(database, workspaceId, "project.not_sealed_yet");
  const path = join(tempFolder(), "sealed.tar");
  await backup(of, path);
  const target = await freshDatabase();
  await restore(path, { connection: target, dataDir: tempFolder() });
  const restored = openDatabase(target, () => undefined);
  expect(await verify(restored)).toEqual({ ...before, unsealed: 1, faults: [] });
  await happen(restored, workspaceId, "project.went_on");
  await sealAll(restored);
  expect(await verify(restored)).toEqual({ ...before, events: before.events + 2, unsealed: 0, faults: [] });
  await restored.close();
});

test("R19: a place that holds anything is refused and stays as it was", async () => {
  const path = join(tempFolder(), "one.tar");
  await backup(of, path);
  await expect(restore(path, { connection, dataDir: tempFolder() })).rejects.toThrow(PlaceRefusal);
  const filled = tempFolder();
  const target = await freshDatabase();
  await storeBlob(database, workspaceId, filled, "somebody else's file");
  await expect(restore(path, { connection: target, dataDir: filled })).rejects.toThrow(/already holds files/);
  expect(await rowsOf(target, "select 1 from workspaces")).toEqual([]);
  await expect(backup(of, path)).rejects.toThrow(/never overwritten/);
});

test("the keys that links and second factors need travel along, the database's own do not", async () => {
  const own = tempFolder();
  const source = { ...of, dataDir: own };
  await storeBlob(database, seed.other.workspaceId, own, "the contract");
  mkdirSync(join(own, "secrets"));
  for (const name of ["links", "database", "database-admin"])
    writeFileSync(join(own, "secrets", name), `key of ${name}`);
  const path = join(tempFolder(), "keys.tar");
  const manifest = await backup(source, path);
  expect(manifest.secrets.map((secret) => secret.name)).toEqual(["links"]);
  const targetDir = tempFolder();
  await restore(path, { connection: await freshDatabase(), dataDir: targetDir });
  expect(readFileSync(join(targetDir, "secrets", "links"), "utf8")).toBe("key of links");
  expect(existsSync(join(targetDir, "secrets", "database"))).toBe(false);
});

test("a file that was lost or damaged before is named, and the rest is saved", async () => {
  const lost = await storeBlob(database, workspaceId, dataDir, "will be damaged");
  const path = blobPath(dataDir, lost);
  chmodSync(path, 0o600);
  writeFileSync(path, "damaged already");
  const manifest = await backup(of, join(tempFolder(), "lost.tar"));
  expect(manifest.lostFiles).toContain(lost);
  expect(manifest.files.map((file) => file.sha256)).toContain(kept);
  await expect(verifyArchive(join(dataDir, "nothing-here.tar"))).rejects.toThrow();
});
