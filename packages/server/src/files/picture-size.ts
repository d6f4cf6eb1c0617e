import { open } from "node:fs/promises";
import { blobPath } from "../kit/blob-path.ts";

export interface PictureSize {
  width: number;
  height: number;
}

/** Enough for what stands before the size in a photo: a preview, a colour profile. */
const READ_BYTES = 262_144;

/** As browsers show it, in pixels; null for what is gone or does not say. */
export async function readPictureSize(dataDir: string, sha256: string): Promise<PictureSize | null> {
  const handle = await open(blobPath(dataDir, sha256), "r").catch(() => null);
  if (!handle) return null;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(READ_BYTES), 0, READ_BYTES, 0);
    return pictureSize(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}

export function pictureSize(bytes: Buffer): PictureSize | null {
  try {
    const size = sizeIn(bytes);
    return size && size.width > 0 && size.height > 0 ? size : null;
  } catch (error) {
    // It ends before it has said how large it is.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function sizeIn(bytes: Buffer): PictureSize | null {
  if (bytes.readUInt32BE(0) === 0x89504e47)
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  const [start, kind] = [bytes.toString("latin1", 0, 4), bytes.toString("latin1", 8, 12)];
  if (start === "GIF8") return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
  if (start === "RIFF" && kind === "WEBP") return webpSize(bytes);
  if (bytes.readUInt16BE(0) === 0xffd8) return jpegSize(bytes);
  return bytes.toString("latin1", 4, 8) === "ftyp" ? avifSize(bytes) : null;
}

function webpSize(bytes: Buffer): PictureSize | null {
  switch (bytes.toString("latin1", 12, 16)) {
    case "VP8X":
      return { width: 1 + bytes.readUIntLE(24, 3), height: 1 + bytes.readUIntLE(27, 3) };
    case "VP8L": {
      const bits = bytes.readUInt32LE(21);
      return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
    }
    case "VP8 ":
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    default:
      return null;
  }
}

/** The largest of the pictures that it holds: others are its preview or its transparency. */
function avifSize(bytes: Buffer): PictureSize | null {
  let largest: PictureSize | null = null;
  for (let at = bytes.indexOf("ispe"); at !== -1; at = bytes.indexOf("ispe", at + 4)) {
    const size = { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) };
    if (!largest || size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest;
}

/** Markers of a frame: all from C0 to CF but the tables among them. */
const TABLES = new Set([0xc4, 0xc8, 0xcc]);

function jpegSize(bytes: Buffer): PictureSize | null {
  let isOnItsSide = false;
  for (let at = 2; ; ) {
    if (bytes.readUInt8(at) !== 0xff) return null;
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xcf && !TABLES.has(marker)) {
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)];
      return isOnItsSide ? { width: height, height: width } : { width, height };
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (marker === 0xe1) isOnItsSide = orientation(bytes.subarray(at + 4, end)) >= 5;
    at = end;
  }
}

/** How the camera was held (EXIF): from 5 on width and height change places. */
function orientation(exif: Buffer): number {
  if (exif.toString("latin1", 0, 6) !== "Exif\0\0") return 1;
  const tiff = exif.subarray(6);
  const isLittle = tiff.toString("latin1", 0, 2) === "II";
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const entries = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let n = 0; n < short(entries); n++) {
    const entry = entries + 2 + 12 * n;
    if (short(entry) === 0x0112) return short(entry + 8);
  }
  return 1;
}
