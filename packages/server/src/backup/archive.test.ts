import { createHash } from "node:crypto";
import { copyFileSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { type Header, pack } from "tar-stream";
import { expect, test } from "vitest";
import { openDatabase } from "../db/database.ts";
import { blobPath } from "../kit/blob-path.ts";
import { rowsOf, storeBlob, tempFolder } from "../testing/archives.ts";
import { freshDatabase } from "../testing/database.ts";
import { seedWorkspace } from "../testing/seed.ts";
import { readArchive, verifyArchive } from "./archive-read.ts";
import { backup } from "./backup.ts";
import { closingLine } from "./closing-line.ts";
import type { ManifestData } from "./manifest.ts";
import { ArchiveRefusal } from "./refusal.ts";
import { restore } from "./restore.ts";

const connection = await freshDatabase();
const database = openDatabase(connection, () => undefined);
const seed = await seedWorkspace(database);
const dataDir = tempFolder();
const blob = await storeBlob(database, seed.workspaceId, dataDir, "bytes of a file");
await database.close();
const folder = tempFolder();
const good = join(folder, "good.tar");
const manifest = await backup(
  { connection, dataDir, version: "0.1.0", now: new Date("2026-03-02T09:00:00Z") },
  good,
);

interface Piece {
  header: Partial<Header> & { name: string };
  bytes: Buffer;
}

const pieces = await readPieces();

test("50 damages, flipped bytes and cut ends, are all noticed", async () => {
  const bytes = readFileSync(good);
  const bad = join(folder, "bad.tar");
  for (let n = 0; n < 35; n++) {
    const damaged = Buffer.from(bytes);
    const at = Math.floor((bytes.length - 1) * (n / 34));
    damaged.writeUInt8(damaged.readUInt8(at) ^ (1 << (n % 8)), at);
    writeFileSync(bad, damaged);
    await expect(verifyArchive(bad), `a flip at byte ${at} of ${bytes.length}`).rejects.toThrow(
      ArchiveRefusal,
    );
  }
  for (let n = 0; n < 15; n++) {
    copyFileSync(good, bad);
    truncateSync(bad, Math.floor(bytes.length * (n / 15)));
    await expect(verifyArchive(bad), `cut after ${n}/15`).rejects.toThrow(ArchiveRefusal);
  }
  rmSync(bad);
});

test("an entry that is missing, exchanged or added is noticed even when the closing hash was made to fit", async () => {
  const last = pieces.length - 1;
  const forgeries: [string, Piece[]][] = [
    ["missing", pieces.filter((_, n) => n !== 3)],
    ["last missing", pieces.slice(0, last)],
    ["twice", [...pieces, ...pieces.slice(last)]],
    ["in another order", [...pieces.slice(0, 3), ...pieces.slice(3).reverse()]],
    [
      "other bytes",
      pieces.map((piece, n) => (n === last ? { ...piece, bytes: Buffer.from("bytes of a fole") } : piece)),
    ],
    ["without a list", pieces.slice(1)],
  ];
  for (const [what, forged] of forgeries)
    await expect(verifyArchive(await forge(forged)), what).rejects.toThrow(ArchiveRefusal);
});

test("A63: no name in an archive becomes a path on the disk", async () => {
  const names = [
    "../evil",
    "/tmp/milepost-evil",
    "files/../../evil",
    "files/%2e%2e%2fevil",
    "files/..\\evil",
    "secrets/../evil",
    `files/${"0".repeat(64)}/../../../evil`,
  ];
  for (const name of names) {
    const targetDir = tempFolder();
    const target = await freshDatabase();
    const forged = await forge([...pieces, { header: { name }, bytes: Buffer.from("evil") }]);
    await expect(restore(forged, { connection: target, dataDir: targetDir }), name).rejects.toThrow(
      ArchiveRefusal,
    );
    expect(
      existsSync(join(targetDir, "evil")) ||
        existsSync(join(targetDir, "..", "evil")) ||
        existsSync("/tmp/milepost-evil"),
    ).toBe(false);
    expect(await rowsOf(target, "select 1 from workspaces")).toEqual([]);
  }
});

test("A63: a list that names a path, and a link in the place of a file, are refused", async () => {
  const sha256 = createHash("sha256").update("evil").digest("hex");
  const secret = { name: "../evil", bytes: 4, sha256 };
  const listed = await forge([
    listOf({ ...manifest, secrets: [secret] }),
    ...pieces.slice(1),
    { header: { name: "secrets/../evil" }, bytes: Buffer.from("evil") },
  ]);
  await expect(verifyArchive(listed)).rejects.toThrow(/not one of Milepost/);
  const linked = pieces.map((piece) =>
    piece.header.name === `files/${blob}`
      ? {
          header: { name: piece.header.name, type: "symlink" as const, linkname: "/etc/passwd" },
          bytes: Buffer.alloc(0),
        }
      : piece,
  );
  await expect(verifyArchive(await forge(linked))).rejects.toThrow(ArchiveRefusal);
});

test("what does not arrive as the list says is not kept, neither rows nor files", async () => {
  const tables = manifest.tables.map((table) =>
    table.name === "clients" ? { ...table, rows: table.rows + 1 } : table,
  );
  const wrong = await forge([listOf({ ...manifest, tables }), ...pieces.slice(1)]);
  const target = { connection: await freshDatabase(), dataDir: tempFolder() };
  await expect(restore(wrong, target)).rejects.toThrow(/clients did not arrive as it was/);
  expect(await rowsOf(target.connection, "select 1 from workspaces")).toEqual([]);
  expect(existsSync(blobPath(target.dataDir, blob))).toBe(false);
  await restore(good, target);
  expect(existsSync(blobPath(target.dataDir, blob))).toBe(true);
});

test("an archive of a newer format or a newer Milepost is told apart from a broken one", async () => {
  const newer = await forge([listOf({ ...manifest, format: 2 }), ...pieces.slice(1)]);
  await expect(verifyArchive(newer)).rejects.toThrow(/format 2/);
  const steps = [...manifest.steps, { name: "999-later", checksum: "0".repeat(64) }];
  const later = await forge([listOf({ ...manifest, steps }), ...pieces.slice(1)]);
  const target = { connection: await freshDatabase(), dataDir: tempFolder() };
  await expect(restore(later, target)).rejects.toThrow(/newer Milepost/);
});

function listOf(changed: Omit<ManifestData, "format"> & { format: number }): Piece {
  return { header: { name: "manifest.json" }, bytes: Buffer.from(JSON.stringify(changed)) };
}

async function readPieces(): Promise<Piece[]> {
  const found: Piece[] = [listOf(manifest)];
  await readArchive(good, async (entry, bytes) => {
    found.push({ header: { name: entry.name }, bytes: await buffer(bytes) });
  });
  return found;
}

/** A whole tar with a fitting closing line: what somebody with bad intent could hand over. */
async function forge(from: Piece[]): Promise<string> {
  const tar = pack();
  for (const { header, bytes } of from) tar.entry({ mode: 0o600, size: bytes.length, ...header }, bytes);
  tar.finalize();
  const bytes = await buffer(tar as AsyncIterable<Buffer>);
  const path = join(tempFolder(), "forged.tar");
  writeFileSync(path, Buffer.concat([bytes, closingLine(createHash("sha256").update(bytes).digest("hex"))]));
  return path;
}
