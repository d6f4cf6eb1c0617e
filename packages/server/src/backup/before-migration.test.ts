import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { migrate } from "../db/migrate.ts";
import { MIGRATIONS } from "../db/migrations/all.ts";
import { rowsOf, tempFolder } from "../testing/archives.ts";
import { freshDatabase } from "../testing/database.ts";
import { verifyArchive } from "./archive-read.ts";
import { backupBefore } from "./before-migration.ts";
import { restore } from "./restore.ts";

const now = new Date("2026-03-02T09:00:00Z");
const next = { name: "900-next", statements: ["create table milepost.later (n integer not null)"] };

test("data that is there gets a verified backup before the next step, and an older archive is brought up to date", async () => {
  const connection = await freshDatabase();
  await rowsOf(
    connection,
    `insert into auth."user" (id, name, email) values ('u1', 'Amara', 'amara@example.test')`,
  );
  const dataDir = tempFolder();
  const of = { connection, dataDir, version: "0.1.0", now };
  let saved = "";
  const migrations = [...MIGRATIONS, next];
  await migrate(connection, {
    migrations,
    beforeExistingData: async (pending) => {
      saved = await backupBefore(of, pending);
    },
  });
  expect(readdirSync(join(dataDir, "backups"))).toEqual([saved]);
  expect(saved).toContain("before-900-next");
  const manifest = await verifyArchive(join(dataDir, "backups", saved));
  expect(manifest.steps.map((step) => step.name)).toEqual(MIGRATIONS.map((step) => step.name));

  const target = await emptyDatabase();
  await restore(join(dataDir, "backups", saved), { connection: target, dataDir: tempFolder(), migrations });
  expect(await rowsOf(target, `select name from auth."user"`)).toEqual([{ name: "Amara" }]);
  expect(await rowsOf(target, "select name from migrations order by name desc limit 1")).toEqual([
    { name: "900-next" },
  ]);
});

test("without a backup there is no migration", async () => {
  const connection = await freshDatabase();
  const refuse = async () => {
    throw new Error("the disk is full");
  };
  await expect(
    migrate(connection, { migrations: [...MIGRATIONS, next], beforeExistingData: refuse }),
  ).rejects.toThrow("the disk is full");
  expect(await rowsOf(connection, "select to_regclass('milepost.later') as later")).toEqual([
    { later: null },
  ]);
});

async function emptyDatabase() {
  const connection = await freshDatabase();
  await rowsOf(connection, "drop schema milepost cascade; drop schema auth cascade");
  return connection;
}
