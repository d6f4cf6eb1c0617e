import { createHash } from "node:crypto";
import { type FileHandle, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { syncFolder } from "../db/whole-file.ts";
import { blobPath } from "../kit/blob-path.ts";
import { Problem, unavailable } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import { HEAD_BYTES, sniffMediaType } from "./media-type.ts";

export interface Blob {
  sha256: string;
  bytes: number;
  mediaType: string;
}

export function temporaryFolder(dataDir: string): string {
  return join(dataDir, "files", "tmp");
}

/**
 * Streams into a temporary file, makes it durable and gives it its content's name; the database may speak of it only
 * afterwards. `refuse` has the last word before the name is given.
 */
export async function keepBlob(dataDir: string, source: Readable, refuse: () => void): Promise<Blob> {
  const temporary = join(temporaryFolder(dataDir), newId());
  try {
    await mkdir(temporaryFolder(dataDir), { recursive: true, mode: 0o700 });
    const blob = await write(temporary, source);
    refuse();
    await settle(temporary, blobPath(dataDir, blob.sha256));
    return blob;
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw storageProblem(error);
  }
}

async function write(path: string, source: Readable): Promise<Blob> {
  const handle = await open(path, "wx", 0o600);
  try {
    const { sha256, bytes, head } = await pour(source, handle);
    await handle.sync();
    return { sha256, bytes, mediaType: await sniffMediaType(head) };
  } finally {
    await handle.close();
  }
}

async function pour(source: Readable, handle: FileHandle) {
  const hash = createHash("sha256");
  let bytes = 0;
  let head = Buffer.alloc(0);
  for await (const chunk of source as AsyncIterable<Buffer>) {
    if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk]).subarray(0, HEAD_BYTES);
    hash.update(chunk);
    bytes += chunk.length;
    await handle.appendFile(chunk);
  }
  return { sha256: hash.digest("hex"), bytes, head };
}

/** Also over a file of the same content: its fresh time keeps the collector away until the database knows it. */
async function settle(temporary: string, path: string): Promise<void> {
  const folder = dirname(path);
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  await rename(temporary, path);
  syncFolder(folder);
  if (made) syncFolder(dirname(folder));
}

const FULL = ["ENOSPC", "EDQUOT"];
const BROKEN = ["EIO", "EROFS", "EACCES", "EPERM", "ENOTDIR", "EMFILE", "ENFILE", "ENOENT"];

export function storageProblem(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (FULL.includes(code))
    return new Problem(507, "disk-full", "Disk full", "The disk is full. Nothing was saved.");
  if (BROKEN.includes(code))
    return unavailable("files-unavailable", "The place where files are kept cannot be used just now.");
  return error;
}
