import { open } from "node:fs/promises";
import { disableTypes, imageSize, types } from "image-size";
import { blobPath } from "../kit/blob-path.ts";

export interface PictureSize {
  width: number;
  height: number;
}

/** Enough for what stands before the size in a photo: a preview, a colour profile. */
const READ_BYTES = 262_144;
/** What browsers show; all else is not looked into. */
const READ = ["png", "gif", "jpg", "webp", "heif"];
/** From here on the camera was held upright (EXIF): width and height change places. */
const ON_ITS_SIDE = 5;

disableTypes(types.filter((type) => !READ.includes(type)));

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
  const found = sizeIn(bytes);
  if (!found) return null;
  // Of several in one file the largest: others are its preview or its transparency.
  const [largest = found] = (found.images ?? []).toSorted((a, b) => b.width * b.height - a.width * a.height);
  const { width, height } = largest;
  if (!(width > 0 && height > 0)) return null;
  return (found.orientation ?? 1) >= ON_ITS_SIDE ? { width: height, height: width } : { width, height };
}

/** The library throws where the bytes end before they have said how large the picture is. */
function sizeIn(bytes: Buffer): ReturnType<typeof imageSize> | null {
  try {
    return imageSize(bytes);
  } catch {
    return null;
  }
}
