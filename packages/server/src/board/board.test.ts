import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";
import { Board } from "./board.view.ts";

const server = await testServer();
const { app, seed, as } = server;
const path = `/projects/${seed.acme.id}/board`;
const { todo, doing, done } = seed.acme.columns;

const make = async (title: string, more: object = {}) =>
  (await as(seed.jo).post(`/projects/${seed.acme.id}/cards`, { title, ...more })).body;

test("the board shows its columns, cards, labels, people and milestones in one read", async () => {
  await make("Write copy", {
    people: [seed.jo.id, seed.gil.id],
    likely: 240,
    dueOn: "2026-03-20",
    priority: 2,
  });
  await make("Take photos", { columnId: doing });
  await make("Someday", { place: "later" });
  const answer = await as(seed.jo).get(path);
  expect(answer.status).toBe(200);
  const board = Board.parse(answer.body);
  expect(board.project).toEqual({ id: seed.acme.id, key: "ACME", name: "ACME project" });
  expect(board.columns.map(({ name, category, count }) => [name, category, count])).toEqual([
    ["To do", "todo", 1],
    ["Doing", "doing", 1],
    ["Done", "done", 0],
  ]);
  expect(board.cards).toMatchObject([
    {
      number: 1,
      title: "Write copy",
      columnId: todo,
      people: [seed.jo.id, seed.gil.id],
      likely: 240,
      dueOn: "2026-03-20",
      priority: 2,
      hasBody: false,
      startedAt: null,
    },
    { number: 2, title: "Take photos", columnId: doing, people: [], startedAt: "2026-03-02T09:00:00.000Z" },
  ]);
  expect(board.later).toBe(1);
  expect(board.people.map(({ name }) => name)).toEqual(["Ada", "Amara", "Gil", "Jo", "Sam"]);
  expect(JSON.stringify(answer.body)).not.toContain('body":"');
});

test("an unchanged board is 304, a changed one has another ETag", async () => {
  const first = await as(seed.jo).get(path);
  const tag = String(first.headers.etag);
  const again = await as(seed.sam).get(path, { "if-none-match": tag });
  expect([again.status, again.body]).toEqual([304, ""]);
  await make("One more");
  const changed = await as(seed.jo).get(path, { "if-none-match": tag });
  expect(changed.status).toBe(200);
  expect(changed.headers.etag).not.toBe(tag);
});

test("the board comes packed as the reader can unpack it", async () => {
  const plain = await as(seed.jo).get(path);
  const fetch = (encoding: string) =>
    app.inject({ url: `/api/v1${path}`, headers: { cookie: seed.jo.cookie, "accept-encoding": encoding } });
  const gzip = await fetch("gzip, deflate");
  expect(gzip.headers).toMatchObject({
    "content-encoding": "gzip",
    vary: expect.stringContaining("accept-encoding"),
  });
  expect(JSON.parse(gunzipSync(gzip.rawPayload).toString())).toEqual(plain.body);
  const br = await fetch("gzip, br");
  expect(br.headers["content-encoding"]).toBe("br");
  expect(JSON.parse(brotliDecompressSync(br.rawPayload).toString())).toEqual(plain.body);
  expect(new Set([plain.headers.etag, gzip.headers.etag, br.headers.etag]).size).toBe(3);
  expect((await fetch("br;q=0, gzip;q=0")).headers["content-encoding"]).toBeUndefined();
});

test("a guest sees only the cards that carry them", async () => {
  await make("Not for Gil", { columnId: done });
  const seen = Board.parse((await as(seed.gil).get(path)).body);
  expect(seen.cards.map(({ title }) => title)).toEqual(["Write copy"]);
  expect(seen.columns.map(({ count }) => count)).toEqual([1, 0, 0]);
  expect(seen.later).toBe(0);
});

test("who may not see the project gets 404, as if it did not exist", async () => {
  expect((await as(seed.kim).get(path)).status).toBe(404);
  expect((await as(seed.other.owner).get(path)).status).toBe(404);
  expect((await as(null).get(path)).status).toBe(401);
});

test("a new project begins with a board", async () => {
  const { body: project } = await as(seed.amara).post("/projects", { name: "Fresh start" });
  const { body: board } = await as(seed.amara).get(`/projects/${project.id}/board`);
  expect(board.columns.map(({ category }: { category: string }) => category)).toEqual([
    "todo",
    "doing",
    "done",
  ]);
  expect((await as(seed.amara).post(`/projects/${project.id}/cards`, { title: "First" })).status).toBe(201);
});
