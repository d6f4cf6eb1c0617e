import type { FastifyRequest } from "fastify";
import { Problem } from "../kit/errors.ts";
import { UNSUBSCRIBE } from "../mail/unsubscribe.ts";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * A browser says where a write comes from: other sites are refused, and writes need a content type that forms cannot
 * send. Pages that hide their address from other sites post with `Origin: null`; their form token is the check then.
 * Mail programs end a kind of mail from wherever they run (RFC 8058): there the signed address is the whole check.
 */
export function refuseCrossSite(baseUrl: string) {
  const own = new URL(baseUrl).origin;
  return async (request: FastifyRequest): Promise<void> => {
    if (SAFE.has(request.method) || isOneClick(request)) return;
    const site = request.headers["sec-fetch-site"];
    if (site !== undefined && site !== "same-origin" && site !== "none") throw crossSite();
    const origin = request.headers.origin;
    const isPage = !request.url.startsWith("/api/");
    if (origin !== undefined && origin !== own && !sameHost(origin, request.headers.host))
      if (!isPage || origin !== "null") throw crossSite();
    if (!isPage && hasBody(request) && !isJsonOrUpload(request.headers["content-type"]))
      throw new Problem(415, "media-type", "Wrong kind of content", "Send JSON (application/json).");
  };
}

function isOneClick({ method, url }: FastifyRequest): boolean {
  return (
    method === "POST" &&
    /^[^/?]+$/.test(url.slice(UNSUBSCRIBE.length + 1)) &&
    url.startsWith(`${UNSUBSCRIBE}/`)
  );
}

function crossSite(): Problem {
  return new Problem(403, "cross-site", "Not allowed", "This request came from another site.");
}

function sameHost(origin: string, host: string | undefined): boolean {
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}

function hasBody(request: FastifyRequest): boolean {
  return (
    request.headers["content-length"] !== "0" &&
    (request.headers["content-length"] !== undefined || request.headers["transfer-encoding"] !== undefined)
  );
}

/** Uploads carry an extra header, which a form of another site cannot set. */
function isJsonOrUpload(type: string | undefined): boolean {
  return /^(application\/json|multipart\/form-data)\b/i.test(type ?? "");
}
