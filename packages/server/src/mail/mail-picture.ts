import { readFile } from "node:fs/promises";
import { blobPath } from "../kit/blob-path.ts";
import type { Kit } from "../kit/context.ts";
import type { Attachment } from "./mail-transport.ts";

/** A picture that a mail is about, by the hash of its bytes: what was frozen, and nothing newer. */
export interface MailPicture {
  name: string;
  sha256: string;
  bytes: number;
  mediaType: string;
}

/** A larger one waits on the page: mails have to be quick on a phone, and mail servers refuse heavy ones. */
const MOST_BYTES = 300 * 1_024;
/** What mail programs show; newer kinds they do not. */
const KINDS = ["image/png", "image/jpeg", "image/gif"];

const PICTURE_ID = "picture@milepost";

/** The picture to lie inside the mail; null where it is too large, of another kind or gone. */
export async function attachedPicture(kit: Kit, picture: MailPicture | null): Promise<Attachment | null> {
  if (!picture || picture.bytes > MOST_BYTES || !KINDS.includes(picture.mediaType)) return null;
  const content = await readFile(blobPath(kit.dataDir, picture.sha256)).catch(() => null);
  if (!content) return null;
  const { name: filename, mediaType: contentType } = picture;
  return { filename, content, contentType, cid: PICTURE_ID, contentDisposition: "inline" };
}
