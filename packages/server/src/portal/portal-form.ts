import { createHmac } from "node:crypto";
import type { Readable } from "node:stream";
import type { FastifyRequest } from "fastify";
import { type Blob, keepBlob } from "../files/blobs.ts";
import { fileName } from "../files/file-name.ts";
import type { Kit } from "../kit/context.ts";
import { isSameText } from "../kit/secret.ts";

type Upload = Readable & { truncated: boolean };

export interface SentFile {
  field: string;
  name: string;
  blob: Blob;
}

/** What a form brought: every field may come several times. */
export interface PortalForm {
  one(field: string): string;
  all(field: string): string[];
  files: SentFile[];
  /** Names of files that were not taken: too large, too many, empty or programs. */
  refused: string[];
}

/** So many files at once. */
export const FILES = 20;
/** What runs when somebody opens it does not come in this way. */
const PROGRAM =
  /\.(apk|app|bat|cmd|com|cpl|dll|dmg|exe|hta|jar|jse?|lnk|msi|msp|pif|ps1|reg|scr|sh|vbe?|wsf)$/i;
const FIELD_BYTES = 60_000;
const FIELDS = 200;

/** A form is bound to the link or the session that it was shown to. */
export function formTokenFor(kit: Kit, boundTo: string): string {
  return createHmac("sha256", kit.authSecret.reveal()).update(`portal:${boundTo}`).digest("base64url");
}

export function isOwnForm(form: PortalForm, expected: string): boolean {
  return isSameText(form.one("form"), expected);
}

/** Reads the form; the bytes of its files are safe on the disk before anything is decided about them. */
export async function readForm(request: FastifyRequest, kit: Kit, takesFiles: boolean): Promise<PortalForm> {
  if (request.isMultipart()) return readMultipart(request, kit, takesFiles);
  const { body } = request;
  return formOf(body instanceof URLSearchParams ? [...body.entries()] : [], [], []);
}

async function readMultipart(request: FastifyRequest, kit: Kit, takesFiles: boolean): Promise<PortalForm> {
  const entries: [string, string][] = [];
  const files: SentFile[] = [];
  const refused: string[] = [];
  const limits = { files: 5 * FILES, fields: FIELDS, parts: 5 * FILES + FIELDS, fieldSize: FIELD_BYTES };
  for await (const part of request.parts({ limits })) {
    if (part.type === "field") {
      entries.push([part.fieldname, String(part.value)]);
      continue;
    }
    // A file field that was left empty is sent all the same.
    if (!takesFiles || part.filename === "" || part.filename === undefined) {
      part.file.resume();
      continue;
    }
    const name = fileName(part.filename);
    const blob = PROGRAM.test(name) || files.length === FILES ? null : await takeBlob(kit, part.file);
    part.file.resume();
    if (blob === null || blob.bytes === 0) refused.push(name);
    else files.push({ field: part.fieldname, name, blob });
  }
  return formOf(entries, files, refused);
}

class Half extends Error {}

/** Null for what is too large; the rest of the form is read all the same, so that nothing typed is lost. */
async function takeBlob(kit: Kit, file: Upload): Promise<Blob | null> {
  try {
    return await keepBlob(kit.dataDir, file, () => {
      if (file.truncated) throw new Half();
    });
  } catch (error) {
    if (error instanceof Half) return null;
    throw error;
  }
}

function formOf(entries: readonly [string, string][], files: SentFile[], refused: string[]): PortalForm {
  const all = (field: string) => entries.filter(([name]) => name === field).map(([, value]) => value);
  return { one: (field) => all(field)[0] ?? "", all, files, refused };
}
