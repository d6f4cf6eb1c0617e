import { readdir, rename, rm, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Services } from "../access/route.ts";
import { blobPath } from "../kit/blob-path.ts";
import { newId } from "../kit/id.ts";
import { temporaryFolder } from "./blobs.ts";
import { forgetUnused, knownContents } from "./collect.store.ts";

const KEPT_DAYS = 7;
const DAY = 86_400_000;

/**
 * Removes contents that nothing has spoken of for a week, and what broken uploads left behind. An upload of the same
 * content at this moment wins: it has stamped the row or the file anew.
 */
export async function collectFiles({ database, kit }: Services): Promise<void> {
  const before = new Date(kit.clock.now().getTime() - KEPT_DAYS * DAY);
  await forgetUnused(database.maintenance, before);
  for (const folder of await list(join(kit.dataDir, "files"))) {
    if (!/^[0-9a-f]{2}$/.test(basename(folder))) continue;
    const hashes = (await list(folder))
      .map((path) => basename(path))
      .filter((name) => /^[0-9a-f]{64}$/.test(name));
    const known = await knownContents(database.maintenance, hashes);
    for (const hash of hashes) if (!known.has(hash)) await remove(kit.dataDir, hash, before);
  }
  for (const path of await list(temporaryFolder(kit.dataDir)))
    if (await isOlder(path, before)) await rm(path, { force: true });
}

/** Taken away first and looked at then: a file that came meanwhile goes back to its place. */
async function remove(dataDir: string, hash: string, before: Date): Promise<void> {
  const path = blobPath(dataDir, hash);
  if (!(await isOlder(path, before))) return;
  const aside = join(temporaryFolder(dataDir), newId());
  await rename(path, aside);
  if (await isOlder(aside, before)) await rm(aside);
  else await rename(aside, path);
}

async function isOlder(path: string, before: Date): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && found.mtime < before;
}

async function list(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.map((name) => join(folder, name));
}
