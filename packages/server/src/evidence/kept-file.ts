import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { blobPath } from "../kit/blob-path.ts";

/** What is wrong with the bytes behind an attached file; null when they are what was approved. */
export async function keptFault(
  dataDir: string,
  { sha256, bytes }: Record<string, unknown>,
): Promise<string | null> {
  const path = blobPath(dataDir, String(sha256));
  const found = await hashOfFile(path).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  });
  if (!found) return "Its bytes are missing in the data folder.";
  return found.sha256 === sha256 && found.bytes === bytes
    ? null
    : "Its bytes in the data folder are not those that were approved.";
}

export async function hashOfFile(path: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { sha256: hash.digest("hex"), bytes };
}
