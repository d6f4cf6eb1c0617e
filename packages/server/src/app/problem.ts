import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import pg from "pg";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { ZodError } from "zod";
import { conflict, invalid, Problem, unavailable } from "../kit/errors.ts";
import { ProblemPage } from "./problem.page.tsx";

/** The one edge where failures become RFC 9457 problem documents. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = asProblem(error, request.method === "GET");
  if (problem.status >= 500)
    request.log.error({ err: safeError(error), requestId: request.id }, "request failed");
  const { errors, facts } = problem;
  if (typeof facts.retryAfterSeconds === "number")
    reply.header("retry-after", String(facts.retryAfterSeconds));
  reply.code(problem.status).header("cache-control", "no-store");
  if (isForPerson(request)) return sendPage(problem, request, reply);
  return reply.header("content-type", "application/problem+json; charset=utf-8").send(
    JSON.stringify({
      type: `urn:milepost:problem:${problem.id}`,
      title: problem.title,
      status: problem.status,
      detail: problem.message,
      requestId: request.id,
      ...(errors.length > 0 ? { errors } : {}),
      ...(Object.keys(facts).length > 0 ? { facts } : {}),
    }),
  );
}

/** A page was opened or its form sent, not the API called. */
function isForPerson({ url, headers }: FastifyRequest): boolean {
  return !url.startsWith("/api/") && (headers.accept ?? "").includes("text/html");
}

function sendPage(problem: Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { title, message: detail, status } = problem;
  const again = status >= 500 ? request.url : null;
  const page = createElement(ProblemPage, { title, detail, requestId: request.id, again });
  return reply.type("text/html; charset=utf-8").send(`<!doctype html>${renderToStaticMarkup(page)}`);
}

function asProblem(error: unknown, isReading: boolean): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof ZodError)
    return invalid(
      error.issues.slice(0, 20).map((issue) => ({ path: issue.path.join("."), message: issue.message })),
    );
  if (isDatabaseGone(error))
    return unavailable(
      "database-unavailable",
      `The database does not answer. ${isReading ? "Try again" : "Nothing was saved; try again"} in a moment.`,
    );
  if (error instanceof pg.DatabaseError) return fromDatabase(error);
  const status = clientStatus(error);
  if (status) return new Problem(status.code, status.id, status.title, status.detail);
  return new Problem(
    500,
    "internal",
    "Something went wrong",
    "This is a fault in Milepost. Nothing was saved. The request id helps to find it in the log.",
  );
}

function fromDatabase(error: pg.DatabaseError): Problem {
  if (error.code === "22P05" || error.code === "22021")
    return invalid([], "A text contains a character that cannot be stored.");
  if (error.code === "22003") return invalid([], "A number is too large.");
  if (["57014", "55P03", "40001", "40P01"].includes(error.code ?? ""))
    return unavailable("busy", "The database is busy. Nothing was saved; try again in a moment.");
  if (error.code === "23505")
    return conflict(
      "taken",
      "Somebody else has saved the same at this moment. Look again and try once more.",
    );
  if (error.code === "53100")
    return new Problem(507, "disk-full", "Disk full", "The disk is full. Nothing was saved.");
  if (error.code === "23503")
    return new Problem(404, "not-found", "Not found", "Something this refers to is not there.");
  return new Problem(
    500,
    "internal",
    "Something went wrong",
    "This is a fault in Milepost. Nothing was saved. The request id helps to find it in the log.",
  );
}

const GONE = new Set([
  "57P01",
  "57P02",
  "57P03",
  "08006",
  "08001",
  "08003",
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "EPIPE",
  "53300",
  // Connecting is refused: the database is closed, missing, or does not take the password any more.
  "55000",
  "3D000",
  "28000",
  "28P01",
]);

function isDatabaseGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && typeof error.code === "string" && GONE.has(error.code)) return true;
  return /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
    error.message,
  );
}

const BY_STATUS: Record<number, [string, string, string]> = {
  400: ["bad-request", "Not readable", "The request could not be read."],
  404: ["not-found", "Not found", "There is nothing here that you can see."],
  405: ["method-not-allowed", "Not possible here", "This address does not take that method."],
  413: ["too-large", "Too large", "That is more than this address takes."],
  415: ["media-type", "Wrong kind of content", "Send JSON (application/json)."],
  429: ["too-many-requests", "Too many requests", "Too many tries. Wait a little and try again."],
};

function clientStatus(error: unknown): { code: number; id: string; title: string; detail: string } | null {
  const code =
    error instanceof Error && "statusCode" in error ? Number((error as FastifyError).statusCode) : 0;
  if (code < 400 || code >= 500) return null;
  const [id, title, detail] = BY_STATUS[code] ?? [
    "bad-request",
    "Not readable",
    "The request could not be read.",
  ];
  return { code, id, title, detail };
}

/** Messages of drivers may quote values; the log gets the kind of failure and where it happened. */
function safeError(error: unknown): object {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = "code" in error ? error.code : undefined;
  return { kind: error.name, code, stack: error.stack?.split("\n").slice(1, 8).join("\n") };
}
