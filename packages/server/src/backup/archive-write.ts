import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { type Pack, pack as tarPack } from "tar-stream";
import { closingLine } from "./closing-line.ts";
import { type Entry, entriesOf, MANIFEST_NAME, type ManifestData } from "./manifest.ts";

/** Writes the archive to a new file that only we can read and forces it to the disk; `source` names where an entry's bytes are. */
export async function writeArchive(
  path: string,
  manifest: ManifestData,
  source: (entry: Entry) => string,
): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    const pack = tarPack();
    await Promise.all([drain(pack, file), fill(pack, manifest, source)]);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function fill(pack: Pack, manifest: ManifestData, source: (entry: Entry) => string): Promise<void> {
  const mtime = new Date(manifest.createdAt);
  try {
    const text = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`);
    pack.entry({ name: MANIFEST_NAME, mode: 0o600, mtime, size: text.length }, text);
    for (const entry of entriesOf(manifest)) {
      const place = pack.entry({ name: entry.name, mode: 0o600, mtime, size: entry.bytes });
      await pipeline(createReadStream(source(entry)), place);
    }
    pack.finalize();
  } catch (error) {
    pack.destroy(error instanceof Error ? error : new Error("the archive could not be written"));
    throw error;
  }
}

async function drain(pack: Pack, file: FileHandle): Promise<void> {
  const hash = createHash("sha256");
  // tar-stream's own types leave open what a chunk is.
  for await (const chunk of pack as AsyncIterable<Buffer>) {
    hash.update(chunk);
    await file.writeFile(chunk);
  }
  await file.writeFile(closingLine(hash.digest("hex")));
}
