import { afterEach, vi } from "vitest";

export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
  headers: Headers;
}

type Reply = unknown | ((asked: Asked) => unknown);

/** Thrown or returned by a reply: another status than 200, e.g. `new Refusal(409, { detail: "..." })`. */
export class Refusal {
  readonly status: number;
  readonly document: Record<string, unknown>;

  constructor(status: number, document: Record<string, unknown>) {
    this.status = status;
    this.document = document;
  }
}

/**
 * Answers instead of the server, by "METHOD /path" without /api/v1; a value, or what a function makes of the request.
 * Returns what was asked, in order. Anything not listed is a 404 problem.
 */
export function fakeApi(replies: Record<string, Reply>): Asked[] {
  const asked: Asked[] = [];
  const respond = async (input: Request | string | URL, init?: RequestInit): Promise<Response> => {
    const request = input instanceof Request ? input : new Request(new URL(input, location.origin), init);
    const url = new URL(request.url);
    const text = await request.text();
    const one: Asked = {
      method: request.method,
      path: url.pathname.replace("/api/v1", ""),
      query: url.searchParams,
      body:
        text && request.headers.get("content-type")?.includes("json") ? JSON.parse(text) : text || undefined,
      headers: request.headers,
    };
    asked.push(one);
    const reply =
      replies[`${one.method} ${one.path}`] ?? new Refusal(404, { title: "Not found", detail: "Not faked." });
    const value = typeof reply === "function" ? await reply(one) : reply;
    if (value instanceof Refusal) return Response.json(value.document, { status: value.status });
    return value === undefined ? new Response(null, { status: 204 }) : Response.json(value);
  };
  vi.stubGlobal("fetch", respond);
  return asked;
}

afterEach(() => vi.unstubAllGlobals());
