import { createHmac, timingSafeEqual } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { type Blob, keepBlob } from "../files/blobs.ts";
import { fileName } from "../files/file-name.ts";
import { FILE_BYTES } from "../files/limits.ts";
import type { Kit } from "../kit/context.ts";
import { Problem } from "../kit/errors.ts";

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
}

const FILES = 20;
const FIELD_BYTES = 60_000;
const FIELDS = 200;

/** A form is bound to the link or the session that it was shown to. */
export function formTokenFor(kit: Kit, boundTo: string): string {
  return createHmac("sha256", kit.authSecret.reveal()).update(`portal:${boundTo}`).digest("base64url");
}

export function isOwnForm(form: PortalForm, expected: string): boolean {
  const [given, own] = [Buffer.from(form.one("form")), Buffer.from(expected)];
  return given.length === own.length && timingSafeEqual(given, own);
}

/** Reads the form; the bytes of its files are safe on the disk before anything is decided about them. */
export async function readForm(request: FastifyRequest, kit: Kit, takesFiles: boolean): Promise<PortalForm> {
  if (request.isMultipart()) return readMultipart(request, kit, takesFiles);
  const { body } = request;
  return formOf(body instanceof URLSearchParams ? [...body.entries()] : [], []);
}

async function readMultipart(request: FastifyRequest, kit: Kit, takesFiles: boolean): Promise<PortalForm> {
  const entries: [string, string][] = [];
  const files: SentFile[] = [];
  const limits = { files: FILES, fields: FIELDS, parts: FILES + FIELDS, fieldSize: FIELD_BYTES };
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
    const blob = await keepBlob(kit.dataDir, part.file, () => refuseHalf(part.file.truncated));
    if (blob.bytes > 0) files.push({ field: part.fieldname, name: fileName(part.filename), blob });
  }
  return formOf(entries, files);
}

function refuseHalf(truncated: boolean): void {
  if (truncated)
    throw new Problem(413, "too-large", "Too large", `A file has at most ${FILE_BYTES / 1_048_576} MB.`);
}

function formOf(entries: readonly [string, string][], files: SentFile[]): PortalForm {
  const all = (field: string) => entries.filter(([name]) => name === field).map(([, value]) => value);
  return { one: (field) => all(field)[0] ?? "", all, files };
}
