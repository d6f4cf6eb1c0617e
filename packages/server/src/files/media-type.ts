import { fileTypeFromBuffer } from "file-type";

/** Enough of a file's beginning to know what it is. */
export const HEAD_BYTES = 4_100;
const UNKNOWN = "application/octet-stream";

/** What may be shown in the page. SVG and HTML are never among them: they carry scripts. */
const PREVIEWS = new Set([
  "image/png",
  "image/jpeg",
  "image/gif",
  "image/webp",
  "image/avif",
  "application/pdf",
]);

/** All types that Milepost ever says; what a browser claimed at upload is not asked. */
const KNOWN = new Set([
  ...PREVIEWS,
  "image/heic",
  "image/tiff",
  "image/vnd.adobe.photoshop",
  "application/zip",
  "application/gzip",
  "application/postscript",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  "application/vnd.oasis.opendocument.text",
  "application/vnd.oasis.opendocument.spreadsheet",
  "audio/mpeg",
  "audio/wav",
  "audio/ogg",
  "video/mp4",
  "video/quicktime",
  "video/webm",
  "font/ttf",
  "font/otf",
  "font/woff",
  "font/woff2",
]);

/** By the bytes alone: names and claims of the sender count for nothing. */
export async function sniffMediaType(head: Uint8Array): Promise<string> {
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  return found && KNOWN.has(found.mime) ? found.mime : UNKNOWN;
}

export function isPreviewable(mediaType: string): boolean {
  return PREVIEWS.has(mediaType);
}
