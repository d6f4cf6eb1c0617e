import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import pg from "pg";
import { type Connection, ownerConfig } from "../db/connection.ts";
import { syncFolder } from "../db/whole-file.ts";
import { blobPath } from "../kit/blob-path.ts";
import { verifyArchive } from "./archive-read.ts";
import { writeArchive } from "./archive-write.ts";
import { copyOut, measureFile } from "./copy.ts";
import { type ArchivedTable, type Entry, FORMAT, type ManifestData } from "./manifest.ts";
import { PlaceRefusal } from "./refusal.ts";
import {
  appliedSteps,
  ask,
  fullName,
  plainFormats,
  refuseUnlessOwner,
  snapshot,
  storedBlobs,
  tablesInOrder,
} from "./tables.store.ts";

export interface BackupOf {
  connection: Connection;
  dataDir: string;
  version: string;
  now: Date;
}

/** Keys of the database server belong to that server; everything else is needed to go on elsewhere. */
const STAYS = /^database/;

/**
 * Everything as of one instant, while people go on working, in one file that is checked before it gets its name.
 * Files are named by their own hash and never change, so they need no snapshot.
 */
export async function backup(of: BackupOf, target: string): Promise<ManifestData> {
  const path = resolve(target);
  if (existsSync(path))
    throw new PlaceRefusal(`${basename(path)} is there already; a backup is never overwritten.`);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const workshop = mkdtempSync(join(dirname(path), ".milepost-backup-"));
  try {
    const manifest = await collect(of, workshop);
    const unfinished = join(workshop, "archive");
    await writeArchive(unfinished, manifest, (entry) => placeOf(of, workshop, entry));
    const written = await verifyArchive(unfinished);
    renameSync(unfinished, path);
    syncFolder(dirname(path));
    return written;
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

async function collect(of: BackupOf, workshop: string): Promise<ManifestData> {
  const client = new pg.Client(ownerConfig(of.connection));
  client.on("error", () => undefined);
  await client.connect();
  try {
    await plainFormats(client);
    await refuseUnlessOwner(client);
    await ask(client, snapshot);
    const steps = await appliedSteps(client);
    const tables: ArchivedTable[] = [];
    for (const table of await tablesInOrder(client))
      tables.push({ ...table, ...(await copyOut(client, table, join(workshop, fullName(table)))) });
    const { files, lostFiles } = await measureBlobs(of, await storedBlobs(client));
    const secrets = await measureSecrets(of);
    const { version, now } = of;
    const head = {
      product: "milepost",
      format: FORMAT,
      version,
      createdAt: now.toISOString(),
      steps,
    } as const;
    return { ...head, tables, files, lostFiles, secrets };
  } finally {
    await client.end();
  }
}

async function measureBlobs(
  { dataDir }: BackupOf,
  hashes: string[],
): Promise<Pick<ManifestData, "files" | "lostFiles">> {
  const files: ManifestData["files"] = [];
  const lostFiles: string[] = [];
  for (const sha256 of hashes) {
    const found = await measureFile(blobPath(dataDir, sha256));
    if (found?.sha256 === sha256) files.push(found);
    else lostFiles.push(sha256);
  }
  return { files, lostFiles };
}

async function measureSecrets({ dataDir }: BackupOf): Promise<ManifestData["secrets"]> {
  const folder = join(dataDir, "secrets");
  const names = existsSync(folder)
    ? readdirSync(folder).filter((name) => !STAYS.test(name) && !name.includes("."))
    : [];
  const measured = await Promise.all(
    names.sort().map(async (name) => ({ name, found: await measureFile(join(folder, name)) })),
  );
  return measured.flatMap(({ name, found }) => (found ? [{ name, ...found }] : []));
}

function placeOf({ dataDir }: BackupOf, workshop: string, { name }: Entry): string {
  const slash = name.indexOf("/");
  const [kind, rest] = [name.slice(0, slash), name.slice(slash + 1)];
  if (kind === "files") return blobPath(dataDir, rest);
  return kind === "secrets" ? join(dataDir, "secrets", rest) : join(workshop, rest);
}

/** `milepost-2026-11-23T15-04-05Z.tar`: sorts by age and is a valid name everywhere. */
export function backupName(now: Date, why = ""): string {
  const at = `${now.toISOString().slice(0, 19).replaceAll(":", "-")}Z`;
  return `milepost-${at}${why ? `-${why}` : ""}.tar`;
}
