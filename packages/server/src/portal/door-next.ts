import type { FastifyRequest } from "fastify";
import { safeNext } from "../people/sign-in-next.ts";

/** Where somebody wanted to go before a door stood in between: a page for clients of the same workspace, or its first. */
export function nextOf(request: FastifyRequest, workspace: string): string {
  const { next } = request.query as { next?: unknown };
  const path = typeof next === "string" ? safeNext(next) : "/";
  return path.startsWith(`/portal/${workspace}/`) ? path : `/portal/${workspace}`;
}
