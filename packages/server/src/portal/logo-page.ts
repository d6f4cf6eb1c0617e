import type { FastifyInstance } from "fastify";
import type { Services } from "../access/route.ts";
import { resolveAccess } from "../db/access.ts";
import { contentOf } from "../files/send-content.ts";
import { notFound } from "../kit/errors.ts";
import { findLogo } from "./brand.store.ts";

/** The logo on pages that open without a session: only the one that is in use, by its whole hash, and nothing else. */
export function mountLogo(scope: FastifyInstance, services: Services): void {
  scope.get("/brand/:workspace/:hash", { schema: { hide: true } }, async (request, reply) => {
    const { workspace = "", hash = "" } = request.params as { workspace?: string; hash?: string };
    if (!/^[0-9a-f]{64}$/.test(hash)) throw notFound();
    const found = await resolveAccess(services.database.outside, "logo", hash, workspace);
    if (!found) throw notFound();
    const { workspaceId } = found;
    const logo = await services.database.inWorkspace(workspaceId, (tx) => findLogo(tx, workspaceId, hash), {
      readOnly: true,
    });
    if (!logo) throw notFound();
    const { stream, headers } = await contentOf(services.kit.dataDir, { ...logo, name: "logo" });
    return reply
      .headers({
        ...headers,
        "cache-control": "public, max-age=31536000, immutable",
        "content-security-policy": "default-src 'none'; sandbox",
        "cross-origin-resource-policy": "same-origin",
        "x-content-type-options": "nosniff",
      })
      .send(stream);
  });
}
