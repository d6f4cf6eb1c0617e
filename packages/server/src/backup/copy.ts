import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { type Readable, Transform, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { copyInText, copyOutText, type LiveTable } from "./tables.store.ts";

export interface Copied {
  rows: number;
  bytes: number;
  sha256: string;
}

/** One table's rows as text into `target`; without a target they are only counted and hashed. */
export async function copyOut(client: pg.ClientBase, table: LiveTable, target?: string): Promise<Copied> {
  const rows = client.query(copyTo(copyOutText(table)));
  const meter = metered();
  const place = target ? createWriteStream(target, { flags: "wx", mode: 0o600 }) : sink();
  await pipeline(rows, meter.through, place);
  return { rows: rows.rowCount, ...meter.read() };
}

export async function copyIn(client: pg.ClientBase, table: LiveTable, bytes: Readable): Promise<number> {
  const rows = client.query(copyFrom(copyInText(table)));
  await pipeline(bytes, rows);
  return rows.rowCount;
}

/** Size and hash of a file; undefined when it is not there. */
export async function measureFile(path: string): Promise<{ bytes: number; sha256: string } | undefined> {
  const meter = metered();
  try {
    await pipeline(createReadStream(path), meter.through, sink());
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "EISDIR"))
      return undefined;
    throw error;
  }
  return meter.read();
}

function metered(): { through: Transform; read(): { bytes: number; sha256: string } } {
  const hash = createHash("sha256");
  let bytes = 0;
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  return { through, read: () => ({ bytes, sha256: hash.digest("hex") }) };
}

function sink(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}
