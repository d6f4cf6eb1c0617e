import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";
import { rosaBoard } from "../testing/trello.ts";

const server = await testServer();
const { seed, as } = server;

const run = (document: string, more: object = {}, path = "/imports/run") =>
  as(seed.amara).post(path, { source: "trello", document, ...more });
const projects = async () => (await as(seed.amara).get("/projects")).body.items.length;

test.each([
  ["half a file", '{"id": "x", "lists": [', "not whole, readable JSON"],
  ["no JSON", "Rosa Bakery", "not whole, readable JSON"],
  ["JSON of something else", '{"tasks": []}', "not a Trello board export"],
  ["a list of things", "[1, 2]", "not a Trello board export"],
  ["nothing but brackets", "[".repeat(200_000), "nested deeper"],
  [
    "a card without a name",
    JSON.stringify({ ...rosaBoard(), cards: [{ id: "a", idList: "b" }] }),
    "cards.0.name",
  ],
  [
    "an id that is a word of the language",
    JSON.stringify({ ...rosaBoard(), lists: [{ id: "__proto__", name: "x" }] }),
    "lists.0.id",
  ],
  [
    "a due date that is none",
    JSON.stringify({ ...rosaBoard(), cards: [{ id: "a", idList: "b", name: "x", due: "soon" }] }),
    "cards.0.due",
  ],
])("%s gets one clear sentence and changes nothing", async (_what, document, sentence) => {
  for (const path of ["/imports", "/imports/run"]) {
    const { status, body } = await run(document, {}, path);
    expect(status).toBe(422);
    expect(body.type).toBe("urn:milepost:problem:import-unreadable");
    expect(body.detail).toContain(sentence);
    expect(body.detail).toContain("Nothing was changed.");
  }
  expect(await projects()).toBe(2);
});

test("what fails half way leaves nothing behind", async () => {
  const board = rosaBoard();
  board.cards[1].id = board.cards[0].id;
  expect((await run(JSON.stringify(board))).status).toBeGreaterThanOrEqual(400);
  expect(await projects()).toBe(2);
});

test("a mapping must name lists and people that exist", async () => {
  const document = JSON.stringify(rosaBoard());
  const unknownList = await run(document, { mapping: { lists: { nowhere: { to: "skip" } } } });
  expect(unknownList).toMatchObject({ status: 400, body: { errors: [{ path: "mapping.lists.nowhere" }] } });
  const stranger = { [rosaBoard().members[0].id]: seed.other.owner.id };
  expect((await run(document, { mapping: { members: stranger } })).status).toBe(400);
  expect((await run(document, { projectId: seed.other.project.id })).status).toBe(404);
  expect(await projects()).toBe(2);
});

test("only owners and admins move a board in, and a large body is read for nobody else", async () => {
  const body = { source: "trello", document: JSON.stringify(rosaBoard()) };
  for (const person of [seed.sam, seed.jo, seed.gil])
    expect((await as(person).post("/imports", body)).status).toBe(403);
  expect((await as(null).post("/imports", body)).status).toBe(401);
  expect((await as(seed.rex).post("/imports/run", { ...body, document: "x".repeat(2_000_000) })).status).toBe(
    401,
  );
  expect((await as(seed.ada).post("/imports", body)).status).toBe(200);
});

test("texts with characters that cannot be stored come in without them", async () => {
  const board = rosaBoard();
  board.name = "Rosa\u0000 Bakery";
  board.cards[0].desc = "a\u0000b";
  const { status, body } = await run(JSON.stringify(board));
  expect(status).toBe(201);
  expect(body.project.name).toBe("Rosa Bakery");
});
