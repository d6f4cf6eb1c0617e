import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance, InjectOptions } from "fastify";
import { afterAll } from "vitest";
import { clientPages } from "../app/client-pages.ts";
import { buildHttp } from "../app/http.ts";
import { ROUTES } from "../app/routes.ts";
import { type Database, openDatabase } from "../db/database.ts";
import type { ServerLogin } from "../db/embedded.ts";
import { feedPage } from "../feeds/feed-page.ts";
import type { Kit } from "../kit/context.ts";
import { Secret, sha256 } from "../kit/secret.ts";
import { pages } from "../people/sign-in-pages.ts";
import { mailIn } from "../replies/webhook.ts";
import { freshDatabase } from "./database.ts";
import { type Seeded, type SeedPerson, seedWorkspace } from "./seed.ts";

/** JSON of any shape: tests read it freely and `expect` is the check. */
export type Loose = ReturnType<typeof JSON.parse>;

export interface TestAnswer {
  status: number;
  headers: Record<string, unknown>;
  body: Loose;
}

export interface TestServer {
  app: FastifyInstance;
  database: Database;
  /** For a second process on the same database. */
  login: ServerLogin;
  kit: Kit & { at: Date };
  seed: Seeded;
  /** A request as a named person; `null` is nobody. */
  as(person: SeedPerson | null): Caller;
}

export interface Caller {
  get(path: string, headers?: Record<string, string>): Promise<TestAnswer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<TestAnswer>;
  patch(path: string, body?: unknown, headers?: Record<string, string>): Promise<TestAnswer>;
  put(path: string, body?: unknown, headers?: Record<string, string>): Promise<TestAnswer>;
  delete(path: string, body?: unknown, headers?: Record<string, string>): Promise<TestAnswer>;
}

/** The whole server over a database of its own, with the seed people signed in; closes itself after the file. */
export async function testServer(options: ServerOptions = {}): Promise<TestServer> {
  const server = await emptyServer(options);
  return { ...server, seed: await seedWorkspace(server.database) };
}

export interface ServerOptions {
  trustProxy?: number;
  kit?: Partial<Kit>;
  /** Where a mail server hands over what came in. */
  mailInSecret?: Secret;
}

/** The same before anybody has set it up. */
export async function emptyServer({
  trustProxy = 0,
  kit: given = {},
  mailInSecret,
}: ServerOptions = {}): Promise<Omit<TestServer, "seed">> {
  const login = await freshDatabase();
  const database = openDatabase(login, () => undefined);
  const kit = Object.assign(testKit(), given);
  const app = await buildHttp(
    { kit, database },
    {
      trustProxy,
      logLevel: "silent",
      routes: ROUTES,
      extensions: [pages, clientPages, feedPage, mailIn(mailInSecret ?? null)],
    },
  );
  afterAll(async () => {
    await app.close();
    await database.close();
  });
  return { app, database, login, kit, as: (person) => caller(app, person) };
}

/** A kit whose clock stands still until a test moves it: Monday 2 March 2026, 09:00 UTC. */
export function testKit(): Kit & { at: Date } {
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const kit = {
    at: new Date("2026-03-02T09:00:00Z"),
    clock: { now: () => kit.at },
    log: quiet,
    baseUrl: "http://localhost:4280",
    dataDir: mkdtempSync(join(tmpdir(), "milepost-kit-")),
    linkKey: new Secret("a key for tests only"),
    authSecret: new Secret("a secret for tests only, and long enough"),
    mail: { configured: true, from: "Milepost <milepost@example.test>", answersTo: null },
    publishHoldMs: 120_000,
    passwordHash: quickHash,
    readOnlyReason: () => null,
  };
  return kit;
}

/** Safe storage is better-auth's business and slow on purpose; tests only need right and wrong. */
const quickHash = {
  hash: async (password: string) => `quick:${sha256(password)}`,
  verify: async ({ hash, password }: { hash: string; password: string }) =>
    hash === `quick:${sha256(password)}`,
};

function caller(app: FastifyInstance, person: SeedPerson | null): Caller {
  const send = async (
    method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE",
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) => {
    const options: InjectOptions = {
      method,
      url: `/api/v1${path}`,
      headers: { ...(person ? { cookie: person.cookie } : {}), ...headers },
    };
    if (body !== undefined) options.payload = body as object;
    const answer = await app.inject(options);
    const isJson = String(answer.headers["content-type"]).includes("json");
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: isJson && answer.body ? answer.json() : answer.body,
    };
  };
  return {
    get: (path, headers) => send("GET", path, undefined, headers),
    post: (path, body, headers) => send("POST", path, body ?? {}, headers),
    patch: (path, body, headers) => send("PATCH", path, body ?? {}, headers),
    put: (path, body, headers) => send("PUT", path, body ?? {}, headers),
    delete: (path, body, headers) => send("DELETE", path, body, headers),
  };
}
