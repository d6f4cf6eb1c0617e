import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { PassThrough, type Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { extract, type Header } from "tar-stream";
import { CLOSING_LENGTH, readClosingLine } from "./closing-line.ts";
import { type Entry, entriesOf, MANIFEST_NAME, type ManifestData, readManifest } from "./manifest.ts";
import { ArchiveRefusal } from "./refusal.ts";

/** Takes one entry's bytes to where they belong; it must read them to the end. */
export type Receive = (entry: Entry, bytes: Readable) => Promise<void>;

interface TarEntry extends AsyncIterable<Buffer> {
  header: Header;
}

const MAX_MANIFEST = 64 * 1_048_576;

/** Reads the whole archive and compares every byte with what it claims to be; answers what it holds. */
export async function verifyArchive(path: string): Promise<ManifestData> {
  await checkWhole(path);
  return readArchive(path, async (_entry, bytes) => {
    for await (const _chunk of bytes);
  });
}

/** Hands out the entries in order, each checked against the manifest: name, size and hash. */
export async function readArchive(path: string, receive: Receive): Promise<ManifestData> {
  const length = await lengthOf(path);
  const tar = extract();
  const reading = pipeline(createReadStream(path, { end: length - CLOSING_LENGTH - 1 }), tar);
  // The loop below hears of a broken tar as well; without this the failure would count as unhandled.
  reading.catch(() => undefined);
  try {
    // tar-stream's own types leave open what its entries hold.
    const entries = tar[Symbol.asyncIterator]() as AsyncIterator<TarEntry>;
    const manifest = await firstEntry(entries);
    for (const expected of entriesOf(manifest)) await nextEntry(entries, expected, receive);
    if (await next(entries))
      throw new ArchiveRefusal("The archive holds something that its list of contents does not name.");
    await reading;
    return manifest;
  } catch (error) {
    tar.destroy();
    throw error;
  }
}

async function firstEntry(entries: AsyncIterator<TarEntry>): Promise<ManifestData> {
  const entry = await next(entries);
  if (!entry || !isPlain(entry, MANIFEST_NAME) || entry.header.size > MAX_MANIFEST)
    throw new ArchiveRefusal("The archive does not begin with its list of contents.");
  return readManifest((await buffer(entry)).toString("utf8"));
}

async function nextEntry(entries: AsyncIterator<TarEntry>, expected: Entry, receive: Receive): Promise<void> {
  const entry = await next(entries);
  if (!entry || !isPlain(entry, expected.name))
    throw new ArchiveRefusal(`The archive should hold ${expected.name} next, but holds something else.`);
  if (entry.header.size !== expected.bytes)
    throw new ArchiveRefusal(`${expected.name} does not have the size that the list of contents says.`);
  const hash = createHash("sha256");
  await receiveAll(entry, hash, expected, receive);
  if (hash.digest("hex") !== expected.sha256)
    throw new ArchiveRefusal(`${expected.name} was changed after the archive was written.`);
}

async function next(entries: AsyncIterator<TarEntry>): Promise<TarEntry | undefined> {
  try {
    const { value, done } = await entries.next();
    return done ? undefined : value;
  } catch (error) {
    throw new ArchiveRefusal("The archive cannot be read to its end.", { cause: error });
  }
}

async function receiveAll(entry: TarEntry, hash: Hash, expected: Entry, receive: Receive): Promise<void> {
  const through = new PassThrough();
  const feeding = pipeline(
    entry,
    async function* (source: AsyncIterable<Buffer>) {
      for await (const chunk of source) {
        hash.update(chunk);
        yield chunk;
      }
    },
    through,
  );
  feeding.catch(() => undefined);
  await receive(expected, through);
  await feeding;
}

/** A link, a folder or another name is never followed: names are compared, not used. */
function isPlain(entry: TarEntry, name: string): boolean {
  return entry.header.type === "file" && entry.header.name === name && !entry.header.linkname;
}

async function checkWhole(path: string): Promise<void> {
  const length = await lengthOf(path);
  const file = await open(path, "r");
  try {
    const claimed = await closingLineOf(file, length);
    const hash = createHash("sha256");
    for await (const chunk of createReadStream(path, { end: length - CLOSING_LENGTH - 1 }))
      hash.update(chunk);
    if (hash.digest("hex") !== claimed)
      throw new ArchiveRefusal("The archive is damaged: its bytes do not match the hash at its end.");
  } finally {
    await file.close();
  }
}

async function closingLineOf(file: FileHandle, length: number): Promise<string> {
  const bytes = Buffer.alloc(CLOSING_LENGTH);
  await file.read(bytes, 0, CLOSING_LENGTH, length - CLOSING_LENGTH);
  const claimed = readClosingLine(bytes);
  if (!claimed)
    throw new ArchiveRefusal("This is not a whole Milepost archive: its end is missing or damaged.");
  return claimed;
}

async function lengthOf(path: string): Promise<number> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    if (size <= CLOSING_LENGTH) throw new ArchiveRefusal("This is not a Milepost archive.");
    return size;
  } finally {
    await file.close();
  }
}
