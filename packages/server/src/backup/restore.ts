import { createWriteStream, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { chmod, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { type Connection, ownerConfig } from "../db/connection.ts";
import { migrate } from "../db/migrate.ts";
import { MIGRATIONS } from "../db/migrations/all.ts";
import type { Migration } from "../db/migrations/migration.ts";
import { syncFolder } from "../db/whole-file.ts";
import { blobPath } from "../kit/blob-path.ts";
import { readArchive, verifyArchive } from "./archive-read.ts";
import { copyIn, copyOut, measureFile } from "./copy.ts";
import type { Entry, ManifestData } from "./manifest.ts";
import { ArchiveRefusal, PlaceRefusal } from "./refusal.ts";
import {
  allAtOnce,
  appliedSteps,
  ask,
  begin,
  commit,
  fullName,
  type LiveTable,
  moveSequences,
  plainFormats,
  refuseUnlessEmpty,
  tablesInOrder,
  withoutForcedRowSecurity,
} from "./tables.store.ts";

export interface RestoreInto {
  connection: Connection;
  dataDir: string;
  migrations?: readonly Migration[];
}

/**
 * Fills an empty place from an archive: the archive is verified whole first, every table and file is verified again
 * where it has landed, and only then the one transaction ends. Data of an older version is brought up to this one.
 */
export async function restore(archive: string, into: RestoreInto): Promise<ManifestData> {
  const known = into.migrations ?? MIGRATIONS;
  const manifest = await verifyArchive(archive);
  refuseFilledFolder(into.dataDir);
  await migrate(into.connection, { migrations: stepsOf(manifest, known) });
  const written: string[] = [];
  try {
    await load(archive, into, manifest, written);
  } catch (error) {
    for (const path of written) rmSync(path, { force: true });
    throw error;
  }
  await migrate(into.connection, { migrations: known });
  return manifest;
}

/** The steps that had been taken when the archive was written; they must be known here, and unchanged. */
function stepsOf(manifest: ManifestData, known: readonly Migration[]): readonly Migration[] {
  const steps = known.slice(0, manifest.steps.length);
  if (manifest.steps.some(({ name }, n) => steps[n]?.name !== name))
    throw new ArchiveRefusal(
      "The archive comes from a newer Milepost than this one. Restore it with that version.",
    );
  return steps;
}

function refuseFilledFolder(dataDir: string): void {
  const files = join(dataDir, "files");
  const filled =
    existsSync(files) &&
    readdirSync(files, { recursive: true, withFileTypes: true }).some((one) => one.isFile());
  if (filled)
    throw new PlaceRefusal(
      "The data folder already holds files. Restore into an empty one; nothing was changed.",
    );
}

async function load(
  archive: string,
  into: RestoreInto,
  manifest: ManifestData,
  written: string[],
): Promise<void> {
  const client = new pg.Client(ownerConfig(into.connection));
  client.on("error", () => undefined);
  await client.connect();
  try {
    await plainFormats(client);
    await ask(client, begin);
    const tables = await tablesInOrder(client);
    await refuseUnlessEmpty(client, tables);
    await refuseOtherSteps(client, manifest);
    await withoutForcedRowSecurity(client, () => fill(client, archive, into, { manifest, tables, written }));
    await checkTables(client, manifest, tables);
    await moveSequences(client);
    await ask(client, commit);
  } finally {
    await client.end();
  }
}

interface Filling {
  manifest: ManifestData;
  tables: LiveTable[];
  written: string[];
}

async function fill(
  client: pg.Client,
  archive: string,
  into: RestoreInto,
  { manifest, tables, written }: Filling,
): Promise<void> {
  const places = new Map(
    manifest.tables.map((table) => [`tables/${fullName(table)}`, placeOf(table, tables)]),
  );
  await allAtOnce(client, async () => {
    await readArchive(archive, async (entry, bytes) => {
      const table = places.get(entry.name);
      if (table) await copyIn(client, table, bytes);
      else await keepFile(entry, bytes, into, written);
    });
  });
}

async function refuseOtherSteps(client: pg.Client, manifest: ManifestData): Promise<void> {
  const here = await appliedSteps(client);
  const same =
    here.length === manifest.steps.length &&
    manifest.steps.every((step, n) => step.checksum === here[n]?.checksum);
  if (!same)
    throw new PlaceRefusal(
      "The database was prepared by another version than the archive's. Use a database without any tables.",
    );
}

/** Names for SQL come from the database itself; the archive only says which of them it means. */
function placeOf(archived: ManifestData["tables"][number], tables: LiveTable[]): LiveTable {
  const table = tables.find((one) => fullName(one) === fullName(archived));
  const known = table && archived.columns.every((column) => table.columns.includes(column));
  if (!known)
    throw new ArchiveRefusal(
      `The archive holds a table that its version does not have: ${fullName(archived)}.`,
    );
  return { ...table, columns: archived.columns };
}

async function keepFile(
  entry: Entry,
  bytes: Readable,
  { dataDir }: RestoreInto,
  written: string[],
): Promise<void> {
  const slash = entry.name.indexOf("/");
  const [kind, name] = [entry.name.slice(0, slash), entry.name.slice(slash + 1)];
  const path = kind === "files" ? blobPath(dataDir, name) : join(dataDir, "secrets", name);
  const unfinished = `${path}.restoring`;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  written.push(unfinished);
  await pipeline(bytes, createWriteStream(unfinished, { mode: 0o600, flush: true }));
  const found = await measureFile(unfinished);
  if (found?.sha256 !== entry.sha256)
    throw new ArchiveRefusal(`${entry.name} did not arrive whole on this disk.`);
  await chmod(unfinished, 0o600);
  await rename(unfinished, path);
  written.push(path);
  syncFolder(dirname(path));
}

/** What stands in the database now, read back and hashed, is what stood in the other one. */
async function checkTables(client: pg.Client, manifest: ManifestData, tables: LiveTable[]): Promise<void> {
  for (const archived of manifest.tables) {
    const now = await copyOut(client, placeOf(archived, tables));
    if (now.sha256 !== archived.sha256 || now.rows !== archived.rows)
      throw new ArchiveRefusal(`${fullName(archived)} did not arrive as it was; nothing was kept.`);
  }
}
