import { createHash } from "node:crypto";
import { lstatSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { privateFolder, type RunAs } from "./run-as.ts";

/** Only names the socket file; nothing listens on a network. */
export const PORT = 5432;

/** macOS allows 103 bytes, Linux 107. */
const LONGEST = 103;

export function fitsSocket(folder: string): boolean {
  return Buffer.byteLength(join(folder, `.s.PGSQL.${PORT}`)) <= LONGEST && !/[,"\\]/.test(folder);
}

/** The private folder of the socket: inside the data folder, or in the temporary folder where that path is too long. */
export function socketFolder(dbFolder: string, user: RunAs | undefined): string {
  const near = join(dbFolder, "run");
  const folder = fitsSocket(near) ? near : shortFolder(dbFolder, user);
  privateFolder(folder, user);
  return folder;
}

function shortFolder(dbFolder: string, user: RunAs | undefined): string {
  const name = `milepost-${createHash("sha256").update(dbFolder).digest("hex").slice(0, 12)}`;
  const folder = join(tmpdir(), name);
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (!found) return folder;
  const owner = user?.uid ?? process.getuid?.();
  const ours = found.isDirectory() && found.uid === owner && (found.mode & 0o077) === 0;
  return ours ? folder : mkdtempSync(join(tmpdir(), "milepost-"));
}
