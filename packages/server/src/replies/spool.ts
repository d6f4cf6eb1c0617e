import { type FileHandle, mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { syncFolder } from "../db/whole-file.ts";
import { storageProblem } from "../files/blobs.ts";
import { newId } from "../kit/id.ts";

const ENDING = ".eml";
const UNREADABLE = ".unreadable";

function folderOf(dataDir: string): string {
  return join(dataDir, "mail-in");
}

/** A mail that came in is on the disk before anybody is told that it was taken; the worker reads it from there. */
export async function spoolMail(dataDir: string, raw: Uint8Array): Promise<void> {
  const folder = folderOf(dataDir);
  const path = join(folder, newId());
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = await open(path, "wx", 0o600);
    await written(file, raw);
    await rename(path, `${path}${ENDING}`);
    syncFolder(folder);
  } catch (error) {
    await rm(path, { force: true }).catch(() => undefined);
    throw storageProblem(error);
  }
}

async function written(file: FileHandle, raw: Uint8Array): Promise<void> {
  try {
    await file.writeFile(raw);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** In the order in which they came. */
export async function spooledMails(dataDir: string): Promise<string[]> {
  const names = await readdir(folderOf(dataDir)).catch(() => []);
  return names.filter((name) => name.endsWith(ENDING)).sort();
}

export function readSpooled(dataDir: string, name: string): Promise<Buffer> {
  return readFile(join(folderOf(dataDir), name));
}

export async function dropSpooled(dataDir: string, name: string): Promise<void> {
  await rm(join(folderOf(dataDir), name), { force: true });
}

/** Kept for whoever runs Milepost, and not read again. */
export async function setAside(dataDir: string, name: string): Promise<void> {
  await rename(join(folderOf(dataDir), name), join(folderOf(dataDir), `${name}${UNREADABLE}`));
}
