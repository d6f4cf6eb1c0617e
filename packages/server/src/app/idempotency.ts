import type { FastifyRequest } from "fastify";
import { Answer } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { conflict } from "../kit/errors.ts";
import { sha256 } from "../kit/secret.ts";
import { claimKey, keepResult } from "./idempotency.store.ts";

/** With `Idempotency-Key`, a repeated request gets the first one's answer and does nothing again. */
export async function remembered(
  scope: Scope,
  route: string,
  request: FastifyRequest,
  act: () => Promise<unknown>,
): Promise<unknown> {
  const key = request.headers["idempotency-key"];
  if (typeof key !== "string" || request.method === "GET") return act();
  const bodyHash = sha256(JSON.stringify([request.url, request.body ?? null]));
  const earlier = await claimKey(scope, key.slice(0, 200), route, bodyHash);
  if (earlier) {
    if (earlier.route !== route || earlier.bodyHash !== bodyHash)
      throw conflict("idempotency-key", "This Idempotency-Key was used for another request.");
    return earlier.result ?? undefined;
  }
  const result = await act();
  if (!(result instanceof Answer)) await keepResult(scope, key.slice(0, 200), result ?? null);
  return result;
}
