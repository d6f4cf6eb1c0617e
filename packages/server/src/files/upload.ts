import type { FastifyRequest } from "fastify";
import type { Actor } from "../access/roles.ts";
import type { Services } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { invalid, notSignedIn, Problem } from "../kit/errors.ts";
import { type Blob, keepBlob } from "./blobs.ts";
import { fileName } from "./file-name.ts";
import { FILE_BYTES } from "./limits.ts";

type Within = <T>(work: (scope: Scope) => Promise<T>) => Promise<T>;

interface Upload<T> {
  /** Asked with the fields before a byte of the file is kept. */
  before: (scope: Scope, fields: Record<string, string>) => Promise<unknown>;
  /** One transaction, when the bytes are safe on the disk. */
  store: (scope: Scope, fields: Record<string, string>, name: string, blob: Blob) => Promise<T>;
}

/** Takes one file from a multipart body: fields first, then the bytes, and no transaction open while they arrive. */
export async function receive<T>(
  { kit, database }: Services,
  actor: Actor | null,
  request: FastifyRequest,
  upload: Upload<T>,
): Promise<T> {
  if (!actor) throw notSignedIn();
  if (!request.isMultipart())
    throw new Problem(415, "media-type", "Wrong kind of content", "Send a file as multipart/form-data.");
  const within: Within = (work) =>
    database.inWorkspace(actor.workspaceId, (tx) =>
      work({ tx, actor, kit, now: kit.clock.now(), requestId: request.id }),
    );
  const fields: Record<string, string> = Object.create(null);
  for await (const part of request.parts({ limits: { fieldSize: 1_000, fieldNameSize: 100 } })) {
    if (part.type === "field") {
      fields[part.fieldname] = String(part.value);
      continue;
    }
    try {
      const name = fileName(part.filename);
      await within((scope) => upload.before(scope, fields));
      const blob = await keepBlob(kit.dataDir, part.file, () => refuseHalf(part.file.truncated));
      return await within((scope) => upload.store(scope, fields, name, blob));
    } finally {
      part.file.resume();
    }
  }
  throw invalid([{ path: "file", message: "Send the file as the last part, after its fields." }]);
}

function refuseHalf(truncated: boolean): void {
  if (truncated)
    throw new Problem(413, "too-large", "Too large", `A file has at most ${FILE_BYTES / 1_048_576} MB.`);
}
