import { open } from "node:fs/promises";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Actor } from "../access/roles.ts";
import { openRoute, type Services } from "../access/route.ts";
import { notFound, notSignedIn } from "../kit/errors.ts";
import { uuid } from "../kit/fields.ts";
import { blobPath } from "./blob-path.ts";
import { storageProblem } from "./blobs.ts";
import { attachmentHeader } from "./file-name.ts";
import type { VersionRow } from "./files.store.ts";
import { visibleFile } from "./files.ts";
import { isPreviewable } from "./media-type.ts";

const Params = z.strictObject({ fileId: uuid(), n: z.coerce.number().int().min(1).max(1_000_000) });
const because = "Bytes leave as a stream, after the transaction that says who may have them.";

interface Exchange {
  request: FastifyRequest;
  reply: FastifyReply;
  actor: Actor | null;
}

export const fileContentRoutes = [
  openRoute({
    method: "GET",
    path: "/files/{fileId}/versions/{n}/content",
    id: "downloadFile",
    tag: "Files",
    summary: "The bytes, to be saved",
    params: Params,
    policy: "session",
    because,
    handle: async (services, { params }, exchange) => {
      const version = await findVersion(services, exchange, params);
      return send(services, exchange, version, {
        "content-disposition": attachmentHeader("attachment", version.name),
        "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
      });
    },
  }),
  openRoute({
    method: "GET",
    path: "/files/{fileId}/versions/{n}/preview",
    id: "previewFile",
    tag: "Files",
    summary: "Images and PDF, to be shown in the page",
    params: Params,
    policy: "session",
    because,
    handle: async (services, { params }, exchange) => {
      const version = await findVersion(services, exchange, params);
      if (!isPreviewable(version.mediaType)) throw notFound();
      return send(services, exchange, version, {
        "content-disposition": attachmentHeader("inline", version.name),
        "content-security-policy": previewPolicy(version.mediaType),
        "x-frame-options": "SAMEORIGIN",
      });
    },
  }),
];

/** Browsers do not start their PDF viewer inside a sandbox; the viewer itself runs no page script. */
function previewPolicy(mediaType: string): string {
  return mediaType === "application/pdf"
    ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
    : "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'";
}

async function findVersion(
  { kit, database }: Services,
  { request, actor }: Exchange,
  { fileId, n }: z.infer<typeof Params>,
): Promise<VersionRow> {
  if (!actor) throw notSignedIn();
  const { file } = await database.inWorkspace(
    actor.workspaceId,
    (tx) => visibleFile({ tx, actor, kit, now: kit.clock.now(), requestId: request.id }, fileId),
    { readOnly: true },
  );
  const version = file.versions.find((each) => each.n === n);
  if (!version) throw notFound();
  return version;
}

async function send(
  { kit }: Services,
  { request, reply }: Exchange,
  version: VersionRow,
  headers: Record<string, string>,
): Promise<undefined> {
  const etag = `"${version.sha256}"`;
  reply.headers({
    ...headers,
    etag,
    "cache-control": "private, no-cache",
    "x-content-type-options": "nosniff",
  });
  if (request.headers["if-none-match"] === etag) {
    await reply.code(304).send();
    return;
  }
  const handle = await open(blobPath(kit.dataDir, version.sha256), "r").catch((error: unknown) => {
    throw storageProblem(error);
  });
  reply.headers({ "content-type": version.mediaType, "content-length": version.bytes });
  await reply.send(handle.createReadStream());
}
