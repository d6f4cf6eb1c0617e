import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Actor } from "../access/roles.ts";
import { openRoute, type Services } from "../access/route.ts";
import { notFound, notSignedIn } from "../kit/errors.ts";
import { uuid } from "../kit/fields.ts";
import type { VersionRow } from "./files.store.ts";
import { visibleFile } from "./files.ts";
import { isPreviewable } from "./media-type.ts";
import { contentOf, savedHeaders, shownHeaders } from "./send-content.ts";

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
      return send(services, exchange, version, savedHeaders(version));
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
      return send(services, exchange, version, shownHeaders(version));
    },
  }),
];

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
  reply.headers(headers);
  if (request.headers["if-none-match"] === headers.etag) {
    await reply.code(304).send();
    return;
  }
  const { stream, headers: own } = await contentOf(kit.dataDir, version);
  reply.headers(own);
  await reply.send(stream);
}
