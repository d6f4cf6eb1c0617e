import type { FastifyRequest } from "fastify";
import { linkGone } from "./links.ts";

/** The link's token in the address; anything that cannot be one is a link that does not open. */
export function tokenOf(request: FastifyRequest): string {
  const { token } = request.params as { token?: string };
  if (!token || !/^[\w-]{20,100}$/.test(token)) throw linkGone();
  return token;
}
