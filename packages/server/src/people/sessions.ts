import type { FastifyRequest } from "fastify";
import type { Actor } from "../access/roles.ts";
import type { AccessQuestion } from "../db/access.ts";
import type { Database } from "../db/database.ts";
import { sha256 } from "../kit/secret.ts";
import { findActor } from "./sessions.store.ts";

export const SESSION_COOKIES = ["__Host-milepost.session_token", "milepost.session_token"] as const;

const known = new WeakMap<FastifyRequest, Promise<Actor | null>>();

/** The signed-in person of this request, asked of the database once per request and never kept longer. */
export function actorOf(database: Database, request: FastifyRequest): Promise<Actor | null> {
  const asked = known.get(request);
  if (asked) return asked;
  const question = sessionQuestion(request);
  const answer = question
    ? findActor(database.outside, question.hash, question.workspace)
    : Promise.resolve(null);
  known.set(request, answer);
  return answer;
}

/** What a request says about who asks; null when it carries no session. */
export function sessionQuestion(request: FastifyRequest): AccessQuestion | null {
  const token = sessionToken(request.headers.cookie);
  return token ? { kind: "session", hash: sha256(token), workspace: namedWorkspace(request) } : null;
}

/** The opaque token of the session cookie; the signature behind the dot adds nothing to 192 random bits. */
export function sessionToken(cookie: string | undefined): string | null {
  for (const part of (cookie ?? "").split(";")) {
    const [name, value] = part.trim().split("=", 2);
    if (value && SESSION_COOKIES.some((known) => known === name)) return value.split(/\.|%2E/i)[0] ?? null;
  }
  return null;
}

function namedWorkspace(request: FastifyRequest): string | null {
  const header = request.headers["x-workspace"];
  if (typeof header === "string") return header;
  const query = request.query as Record<string, unknown> | undefined;
  return typeof query?.workspace === "string" ? query.workspace : null;
}
