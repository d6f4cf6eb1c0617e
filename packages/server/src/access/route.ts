import type { FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import type { Database } from "../db/database.ts";
import type { Kit } from "../kit/context.ts";
import type { Action } from "./policy.ts";
import type { Actor, PolicyObject } from "./roles.ts";
import type { Scope } from "./scope.ts";

type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
type Schema = z.ZodType;

export interface Input<P, Q, B> {
  params: P;
  query: Q;
  body: B;
  /** From `If-Match`; set where the route says `ifMatch`. */
  revision: number;
  /** From `Accept-Encoding`: how the answer may be packed. */
  packings: string;
  /** From `If-None-Match`: what the reader already has. */
  known: string | null;
}

interface Described {
  method: Method;
  /** Below /api/v1. */
  path: `/${string}`;
  /** operationId of the OpenAPI document. */
  id: string;
  tag: string;
  summary: string;
  status?: 200 | 201 | 202 | 204;
  /** Bytes; only for whole files. Before such a body is read, the route asks who is there. */
  bodyLimit?: number;
}

interface Shapes<P extends Schema, Q extends Schema, B extends Schema, R extends Schema> {
  params?: P;
  query?: Q;
  body?: B;
  response?: R;
}

/** The usual route: session, parse, load what this person may see, may they, one verb, present. */
export interface MemberRoute<
  P extends Schema,
  Q extends Schema,
  B extends Schema,
  R extends Schema,
  L extends PolicyObject,
> extends Described,
    Shapes<P, Q, B, R> {
  policy: {
    action: Action;
    /** Finds the thing through what this person may see and throws notFound otherwise; absent for workspace-wide actions. */
    load?: (scope: Scope, input: Input<z.output<P>, z.output<Q>, z.output<B>>) => Promise<L>;
  };
  /** Text that is edited needs `If-Match` with the revision seen. */
  ifMatch?: true;
  handle: (
    scope: Scope,
    input: Input<z.output<P>, z.output<Q>, z.output<B>>,
    loaded: L,
  ) => Promise<z.input<R> | Answer>;
}

/** A ready answer, for bytes that are kept (the board) or a status of its own. */
export class Answer {
  readonly status: number;
  readonly body: Buffer | string | null;
  readonly headers: Record<string, string>;

  constructor(status: number, body: Buffer | string | null, headers: Record<string, string> = {}) {
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

/** A ready answer is not kept for Idempotency-Key: a link that is shown once is stored nowhere. */
export function shownOnce(made: object): Answer {
  const headers = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };
  return new Answer(201, JSON.stringify(made), headers);
}

export interface Services {
  kit: Kit;
  database: Database;
}

/** Routes that need their own way: before sign-in, streams and uploads. They say who may come in and why. */
export interface OpenRoute<P extends Schema, Q extends Schema, B extends Schema, R extends Schema>
  extends Described,
    Shapes<P, Q, B, R> {
  policy: "public" | "session";
  because: string;
  /** The body is read by the route itself (uploads). */
  rawBody?: true;
  handle: (
    services: Services,
    input: Input<z.output<P>, z.output<Q>, z.output<B>>,
    exchange: { request: FastifyRequest; reply: FastifyReply; actor: Actor | null },
  ) => Promise<z.input<R> | Answer | undefined>;
}

export type AnyRoute =
  | MemberRoute<Schema, Schema, Schema, Schema, PolicyObject>
  | OpenRoute<Schema, Schema, Schema, Schema>;

/** Declares a route; the types of its parts meet here and are then forgotten. */
export function route<
  P extends Schema,
  Q extends Schema,
  B extends Schema,
  R extends Schema,
  L extends PolicyObject = PolicyObject,
>(declaration: MemberRoute<P, Q, B, R, L>): AnyRoute {
  // The pipeline hands each route exactly what its own schemas and loader made.
  return declaration as unknown as AnyRoute;
}

export function openRoute<P extends Schema, Q extends Schema, B extends Schema, R extends Schema>(
  declaration: OpenRoute<P, Q, B, R>,
): AnyRoute {
  // As above: parsed input and handler belong to the same declaration.
  return declaration as unknown as AnyRoute;
}

export function isOpen(candidate: AnyRoute): candidate is OpenRoute<Schema, Schema, Schema, Schema> {
  return typeof candidate.policy === "string";
}
