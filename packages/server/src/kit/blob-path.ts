import { join } from "node:path";

const SHA256 = /^[0-9a-f]{64}$/;

/** Where a file's bytes stand: named by their own hash, never by anything that a person typed. */
export function blobPath(dataDir: string, sha256: string): string {
  if (!SHA256.test(sha256)) throw new Error("a blob is named by its SHA-256");
  return join(dataDir, "files", sha256.slice(0, 2), sha256);
}
