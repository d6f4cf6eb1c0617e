import createClient, { type Middleware } from "openapi-fetch";
import { ApiProblem, noConnection, problemOf } from "./problem.ts";
import type { components, paths } from "./schema.gen.ts";
import { workspaceSlug } from "./workspace.ts";

/** A named shape of the API document, e.g. `Shape<"Project">`. */
export type Shape<N extends keyof components["schemas"]> = components["schemas"][N];

const refusals: Middleware = {
  onRequest({ request }) {
    const slug = workspaceSlug();
    if (slug) request.headers.set("x-workspace", slug);
    return request;
  },
  async onResponse({ response }) {
    if (response.ok || response.status === 304) return undefined;
    const problem = await problemOf(response);
    if (problem.status === 401) toSignIn();
    throw problem;
  },
  onError: ({ error }) => (error instanceof ApiProblem ? error : noConnection()),
};

export const api = createClient<paths>({
  baseUrl: location.origin,
  credentials: "same-origin",
  fetch: (request) => globalThis.fetch(request),
});
api.use(refusals);

/** The body of a call, or an `ApiProblem`: `const me = await answer(api.GET("/api/v1/me"))`. */
export async function answer<T>(call: Promise<{ data?: T; response: Response }>): Promise<T> {
  const { data } = await call;
  // A refusal was thrown by the middleware, so what is left is the declared answer (undefined only for 204).
  return data as T;
}

/** The header that says which revision of a text was edited. */
export function ifMatch(revision: number): { "If-Match": string } {
  return { "If-Match": `"r${revision}"` };
}

/** Where the browser itself reads from the API, to show or save: `path` without a query. */
export function apiLink(path: string): string {
  const slug = workspaceSlug();
  return `/api/v1${path}${slug ? `?workspace=${slug}` : ""}`;
}

/** After signing in the person comes back to where they were. */
function toSignIn(): void {
  const here = location.pathname + location.search;
  if (!location.pathname.startsWith("/signin")) location.assign(`/signin?next=${encodeURIComponent(here)}`);
}
