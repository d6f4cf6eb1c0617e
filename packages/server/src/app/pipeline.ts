import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { can } from "../access/policy.ts";
import type { Actor } from "../access/roles.ts";
import {
  Answer,
  type AnyRoute,
  type Input,
  isOpen,
  type MemberRoute,
  type OpenRoute,
  type Services,
} from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { type Outcome, outcomeOf, settled } from "../db/entrance.ts";
import { forbidden, notSignedIn, Problem, preconditionRequired } from "../kit/errors.ts";
import { asActor, whyNobody } from "../people/sessions.store.ts";
import { actorOf, sessionQuestion } from "../people/sessions.ts";
import { remembered } from "./idempotency.ts";
import { ProblemDocument } from "./problem.view.ts";

type Member = MemberRoute<z.ZodType, z.ZodType, z.ZodType, z.ZodType, object>;
type Open = OpenRoute<z.ZodType, z.ZodType, z.ZodType, z.ZodType>;
type Parsed = Input<unknown, unknown, unknown>;

const Nothing = z.strictObject({});

/** Mounts declared routes below /api/v1; a route without a policy does not get this far. */
export function mount(app: FastifyInstance, services: Services, routes: readonly AnyRoute[]): void {
  for (const declared of routes) {
    refuseWithoutPolicy(declared);
    app.route({
      method: declared.method,
      url: `/api/v1${declared.path.replaceAll(/\{(\w+)\}/g, ":$1")}`,
      schema: describe(declared),
      validatorCompiler: () => () => true,
      serializerCompiler: () => (body) => JSON.stringify(body),
      ...(declared.bodyLimit
        ? {
            bodyLimit: declared.bodyLimit,
            onRequest: (request) => refuseUnasked(declared, services, request),
          }
        : {}),
      handler: (request, reply) =>
        isOpen(declared)
          ? answerOpen(declared, services, request, reply)
          : answer(declared, services, request, reply),
    });
  }
}

function refuseWithoutPolicy({ id, policy }: { id: string; policy?: unknown }): void {
  if (!policy) throw new Error(`Route ${id} declares no policy: Milepost does not start.`);
}

/** A body of many megabytes is read only for people who may send it. */
async function refuseUnasked(
  declared: AnyRoute,
  { database }: Services,
  request: FastifyRequest,
): Promise<void> {
  const actor = await actorOf(database, request);
  if (!actor) throw notSignedIn();
  if (!isOpen(declared) && !declared.policy.load && !can(actor, declared.policy.action)) throw forbidden();
}

async function answer(
  declared: Member,
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { kit, database } = services;
  const question = sessionQuestion(request);
  if (!question) throw notSignedIn();
  const reading = declared.method === "GET";
  const result = await database.inAccess(
    question,
    {
      prepare: (tx, access) => prepare(declared, request, asActor(access), { tx, kit }),
      work: async (tx, { prepared }) => {
        const ready = prepared && settled(prepared);
        if (!ready) throw await whyNobody(tx, question);
        if (!reading) refuseWhileReadOnly(services);
        return remembered(ready.scope, declared.id, request, () => perform(declared, ready));
      },
    },
    { readOnly: reading },
  );
  return send(declared, reply, result);
}

interface Ready {
  scope: Scope;
  input: Parsed;
  loaded: Outcome<object>;
}

/** What is known before anything is decided; null for a session without a part in this workspace. */
async function prepare(
  declared: Member,
  request: FastifyRequest,
  actor: Actor | null,
  { tx, kit }: Pick<Scope, "tx" | "kit">,
): Promise<Ready | null> {
  if (!actor) return null;
  const input = parse(declared, request, declared.ifMatch ?? false);
  const scope: Scope = { tx, actor, kit, now: kit.clock.now(), requestId: request.id };
  const { load } = declared.policy;
  return { scope, input, loaded: load ? await outcomeOf(load(scope, input)) : { value: {} } };
}

async function perform(declared: Member, { scope, input, loaded }: Ready): Promise<unknown> {
  const found = settled(loaded);
  if (!can(scope.actor, declared.policy.action, found)) throw forbidden();
  const result = await declared.handle(scope, input, found);
  return result instanceof Answer || !declared.response ? result : declared.response.parse(result);
}

async function answerOpen(
  declared: Open,
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const actor = await actorOf(services.database, request);
  if (declared.policy === "session" && !actor) throw notSignedIn();
  const input = parse(declared, request, false);
  if (declared.method !== "GET") refuseWhileReadOnly(services);
  const result = await declared.handle(services, input, { request, reply, actor: actor as Actor | null });
  if (reply.sent || reply.raw.headersSent) return reply;
  return send(
    declared,
    reply,
    result instanceof Answer || !declared.response ? result : declared.response.parse(result),
  );
}

function parse(declared: Member | Open, request: FastifyRequest, needsRevision: boolean): Parsed {
  const rawBody = "rawBody" in declared && declared.rawBody;
  return {
    params: (declared.params ?? Nothing).parse(request.params ?? {}),
    query: (declared.query ?? Nothing).parse(withoutWorkspace(request.query)),
    body: rawBody ? undefined : (declared.body ?? Nothing).parse(request.body ?? {}),
    revision: needsRevision ? revisionOf(request) : 0,
    packings: String(request.headers["accept-encoding"] ?? ""),
    known: request.headers["if-none-match"] ?? null,
  };
}

/** `workspace` may name the workspace on every address; people/sessions.ts reads it. */
function withoutWorkspace(query: unknown): Record<string, unknown> {
  const { workspace: _named, ...rest } = { ...(query as Record<string, unknown>) };
  return rest;
}

function revisionOf(request: FastifyRequest): number {
  const value = request.headers["if-match"];
  if (!value) throw preconditionRequired();
  const found = /^(?:W\/)?"?r?(\d{1,9})"?$/.exec(value)?.[1];
  if (!found)
    throw new Problem(
      400,
      "if-match",
      "Not valid",
      "If-Match takes the revision that the resource was read with.",
    );
  return Number(found);
}

function refuseWhileReadOnly({ kit }: Services): void {
  const reason = kit.readOnlyReason();
  if (reason) throw new Problem(507, "read-only", "Only reading just now", reason);
}

function send(declared: Member | Open, reply: FastifyReply, result: unknown): FastifyReply {
  if (result instanceof Answer) {
    for (const [name, value] of Object.entries(result.headers)) reply.header(name, value);
    return reply.code(result.status).send(result.body);
  }
  if (result === undefined || result === null) return reply.code(204).send();
  if (typeof result === "object" && "revision" in result)
    reply.header("etag", `"r${String(result.revision)}"`);
  return reply
    .code(declared.status ?? (declared.method === "POST" ? 201 : 200))
    .header("content-type", "application/json; charset=utf-8")
    .header("cache-control", "private, no-cache")
    .send(JSON.stringify(result));
}

function describe(declared: Member | Open): Record<string, unknown> {
  const status = declared.response ? (declared.status ?? (declared.method === "POST" ? 201 : 200)) : 204;
  return {
    operationId: declared.id,
    summary: declared.summary,
    tags: [declared.tag],
    ...(declared.params ? { params: declared.params } : {}),
    ...(declared.query ? { querystring: declared.query } : {}),
    ...(declared.body ? { body: declared.body } : {}),
    ...(declared.policy === "public" ? { security: [] } : {}),
    response: {
      [status]: declared.response ?? z.null().describe("Done, nothing to show."),
      "4xx": ProblemDocument,
    },
  };
}
