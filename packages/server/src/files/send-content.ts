import { open } from "node:fs/promises";
import { blobPath } from "../kit/blob-path.ts";
import { storageProblem } from "./blobs.ts";
import { attachmentHeader } from "./file-name.ts";

interface Sent {
  name: string;
  sha256: string;
  bytes: number;
  mediaType: string;
}

/** What keeps an upload from acting as a page of ours, whoever asks for it. */
export function savedHeaders({ name, sha256 }: Pick<Sent, "name" | "sha256">): Record<string, string> {
  return {
    "content-disposition": attachmentHeader("attachment", name),
    "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
    ...contentHeaders(sha256),
  };
}

export function shownHeaders({ name, sha256, mediaType }: Sent): Record<string, string> {
  return {
    "content-disposition": attachmentHeader("inline", name),
    "content-security-policy": previewPolicy(mediaType),
    "x-frame-options": "SAMEORIGIN",
    ...contentHeaders(sha256),
  };
}

/** The bytes as a stream, with their type and length. */
export async function contentOf(
  dataDir: string,
  { sha256, bytes, mediaType }: Sent,
): Promise<{ stream: NodeJS.ReadableStream; headers: Record<string, string> }> {
  const handle = await open(blobPath(dataDir, sha256), "r").catch((error: unknown) => {
    throw storageProblem(error);
  });
  return {
    stream: handle.createReadStream(),
    headers: { "content-type": mediaType, "content-length": String(bytes) },
  };
}

function contentHeaders(sha256: string): Record<string, string> {
  return { etag: `"${sha256}"`, "cache-control": "private, no-cache", "x-content-type-options": "nosniff" };
}

/** Browsers do not start their PDF viewer inside a sandbox; the viewer itself runs no page script. */
function previewPolicy(mediaType: string): string {
  return mediaType === "application/pdf"
    ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
    : "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'";
}
