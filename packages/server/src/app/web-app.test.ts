import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fastify, { type FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestServer, testServer } from "../testing/server.ts";
import { webApp } from "./web-app.ts";

const HTML = "<html><head><title>x</title></head><body></body></html>";
const PLACES = [
  {
    address: "^/p/([A-Za-z0-9]+)/board$",
    scripts: ["assets/board-1.js"],
    styles: ["assets/board-1.css"],
    data: ["/projects/{projectId}/board"],
  },
];

let server: TestServer;
let pages: FastifyInstance;

beforeAll(async () => {
  server = await testServer();
  pages = fastify();
  await pages.register(async (app) => webApp(built())(app, server));
});
afterAll(() => pages.close());

const visit = (url: string, cookie = server.seed.amara.cookie) =>
  pages.inject({ url, headers: { cookie, accept: "text/html" } });

it("names in the head of the page what its screen will ask for", async () => {
  const { body } = await visit("/p/acme/board?card=ACME-1");
  const head = body.slice(0, body.indexOf("</head>"));
  for (const asked of ["/me", "/projects", `/projects/${server.seed.acme.id}/board`])
    expect(head).toContain(`<link rel="preload" as="fetch" crossorigin href="/api/v1${asked}">`);
  expect(head).toContain('<link rel="modulepreload" crossorigin href="/assets/board-1.js">');
  expect(head).toContain('<link rel="stylesheet" crossorigin href="/assets/board-1.css">');
});

it("says nothing of a project that this person may not see", async () => {
  const { body } = await visit("/p/acme/board", server.seed.kim.cookie);
  expect(body).toContain('href="/api/v1/me"');
  expect(body).not.toContain(server.seed.acme.id);
  expect(body).not.toContain("{projectId}");
});

it("leaves other pages as they are, and sends strangers to sign in", async () => {
  expect((await visit("/settings/you")).body).toBe(HTML);
  const stranger = await pages.inject({ url: "/p/acme/board", headers: { accept: "text/html" } });
  expect(stranger.statusCode).toBe(303);
  expect(stranger.headers.location).toBe("/signin?next=%2Fp%2Facme%2Fboard");
});

function built(): string {
  const folder = mkdtempSync(join(tmpdir(), "milepost-web-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), HTML);
  writeFileSync(join(folder, "first-loads.json"), JSON.stringify(PLACES));
  return folder;
}
