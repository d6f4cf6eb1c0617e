import { chmodSync, mkdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { openDatabase } from "../db/database.ts";
import { blobPath } from "../kit/blob-path.ts";
import { rowsOf, storeBlob, tempFolder } from "../testing/archives.ts";
import { freshDatabase } from "../testing/database.ts";
import { seedWorkspace } from "../testing/seed.ts";
import { asLines, doctor, exitCodeOf } from "./doctor.ts";

const connection = await freshDatabase();
const database = openDatabase(connection, () => undefined);
const { workspaceId } = await seedWorkspace(database);
const now = new Date("2026-03-02T09:00:00Z");
const stop = async () => undefined;
let dataDir = "";

beforeEach(() => {
  dataDir = tempFolder();
});

async function visit(environment: Record<string, string> = {}, reach = async () => ({ connection, stop })) {
  const findings = await doctor({ environment: { MILEPOST_DATA: dataDir, ...environment }, now, reach });
  return { code: exitCodeOf(findings), text: asLines(findings).join("\n") };
}

test("a healthy place has no problem", async () => {
  const { code, text } = await visit();
  expect(text).toMatch(/ok {7}database: PostgreSQL \d+/);
  expect(text).toMatch(/ok {7}schema: Up to date/);
  expect(text).toMatch(/ok {7}database role: It owns the tables/);
  expect(code).toBe(0);
});

test("a wrong setting and a database that does not answer are said in words, with exit code 1", async () => {
  const wrong = await visit({ PORT: "many" });
  expect(wrong).toEqual({ code: 1, text: "PROBLEM  settings: PORT is a number from 0 to 65535." });
  const gone = await visit({}, async () => ({ connection: { ...connection, database: "not_there" }, stop }));
  expect(gone.text).toMatch(/PROBLEM {2}database: It cannot be reached: database "not_there" does not exist/);
  expect(gone.code).toBe(1);
});

test("a missing file is a problem, one that nobody names is a note", async () => {
  const kept = await storeBlob(database, workspaceId, dataDir, "kept");
  mkdirSync(join(dataDir, "files", "ff"));
  writeFileSync(join(dataDir, "files", "ff", "f".repeat(64)), "nobody's");
  const before = await visit();
  expect(before.text).toMatch(/note {5}files: 1 are not named/);
  expect(before.code).toBe(0);
  rmSync(blobPath(dataDir, kept));
  const after = await visit();
  expect(after.text).toContain(`PROBLEM  files: 1 of 1 are missing`);
  expect(after.text).toContain(kept);
  expect(after.code).toBe(1);
  await rowsOf(connection, "delete from blobs");
});

test("an approval that nobody recorded is told", async () => {
  const [project] = await rowsOf(connection, "select id from projects order by id limit 1");
  await rowsOf(
    connection,
    `insert into approvals (workspace_id, id, project_id, number, kind, title, rule, opens_at)
     select workspace_id, id, id, 1, 'files', 'Forged', 'any', now() from projects where id = '${project?.id}'`,
  );
  const forged = await visit();
  expect(forged.text).toContain(
    "PROBLEM  record: Altered after it was sealed: request of approval 1. It was never recorded.",
  );
  await rowsOf(connection, "delete from approvals");
});

test("an old backup, a folder open to others and a changed schema are told", async () => {
  mkdirSync(join(dataDir, "backups"));
  const archive = join(dataDir, "backups", "milepost-old.tar");
  writeFileSync(archive, "");
  utimesSync(archive, new Date("2026-02-10T09:00:00Z"), new Date("2026-02-10T09:00:00Z"));
  chmodSync(dataDir, 0o777);
  const { text, code } = await visit();
  expect(text).toContain("note     backups: The newest of 1 is 20 days old.");
  expect(text).toContain("PROBLEM  data folder: Other users");
  expect(code).toBe(1);
  await rowsOf(connection, "insert into migrations (name, checksum) values ('999-later', 'x')");
  expect((await visit()).text).toMatch(/PROBLEM {2}schema: The database was written by a newer Milepost/);
});

test("a database of an earlier version is not read as one of this", async () => {
  await rowsOf(connection, "delete from migrations where name >= '014'");
  await rowsOf(connection, "alter table seals drop column approval_id cascade");
  const earlier = await visit();
  expect(earlier.text).toMatch(/note {5}schema: \d+ steps wait for the next start/);
  expect(earlier.text).not.toContain("cannot be reached");
  expect(earlier.text).not.toContain("record:");
});
