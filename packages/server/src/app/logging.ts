import type { FastifyReply, FastifyRequest } from "fastify";

/** JSON lines without bodies, query strings, cookies, tokens or addresses of people. */
export function loggerOptions(level: "silent" | "info" | "warn") {
  if (level === "silent") return false;
  return {
    level,
    base: null,
    serializers: {
      req: (request: FastifyRequest) => ({ method: request.method, path: withoutTokens(request.url) }),
      res: (reply: Pick<FastifyReply, "statusCode">) => ({ status: reply.statusCode }),
    },
  };
}

/** Addresses of links carry their token as the last part of the path. */
function withoutTokens(url: string): string {
  return (url.split("?", 1)[0] ?? "").replace(/[A-Za-z0-9_-]{40,}/g, "…");
}
