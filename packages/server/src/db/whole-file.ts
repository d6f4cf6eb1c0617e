import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";

/** After a power cut there is the old file or the new one, never half of one. */
export function writeWhole(path: string, text: string, mode = 0o600): void {
  const unfinished = `${path}.tmp`;
  const file = openSync(unfinished, "w", mode);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(unfinished, path);
  syncFolder(dirname(path));
}

export function syncFolder(folder: string): void {
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** A secret made at first use and kept in a file only we can read. */
export function keptSecret(path: string): string {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeWhole(path, randomBytes(24).toString("base64url"));
  }
  return readFileSync(path, "utf8").trim();
}
