import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as, kit } = server;
const { todo, doing, done } = seed.acme.columns;

const make = async (title: string, more: object = {}) =>
  (await as(seed.jo).post(`/projects/${seed.acme.id}/cards`, { title, ...more })).body;
const order = async (columnId: string) =>
  (await as(seed.jo).get(`/projects/${seed.acme.id}/board`)).body.cards
    .filter((card: { columnId: string }) => card.columnId === columnId)
    .map((card: { title: string }) => card.title);
const inTodo = { columnId: todo, place: "board" };

test("a card goes before, after and behind its neighbours", async () => {
  const [a, b, c] = [await make("A"), await make("B"), await make("C")];
  await as(seed.jo).post(`/cards/${c.id}/move`, { columnId: todo, before: a.id, expected: inTodo });
  expect(await order(todo)).toEqual(["C", "A", "B"]);
  await as(seed.jo).post(`/cards/${c.id}/move`, { columnId: todo, after: a.id, expected: inTodo });
  expect(await order(todo)).toEqual(["A", "C", "B"]);
  await as(seed.jo).post(`/cards/${a.id}/move`, { columnId: todo, expected: inTodo });
  expect(await order(todo)).toEqual(["C", "B", "A"]);
  const first = await as(seed.jo).post(`/projects/${seed.acme.id}/cards`, { title: "First", before: c.id });
  expect(first.status).toBe(201);
  expect(await order(todo)).toEqual(["First", "C", "B", "A"]);
  expect(b.columnId).toBe(todo);
});

test("a card that was signed off with its milestone is not opened again inside it", async () => {
  const { id } = (await as(seed.sam).post(`/projects/${seed.acme.id}/milestones`, { title: "Copy agreed" }))
    .body;
  const card = await make("Signed off", { columnId: done, milestoneId: id });
  await server.database.maintenance
    .updateTable("milestones")
    .set({ state: "accepted" })
    .where("id", "=", id)
    .execute();
  const back = { columnId: todo, expected: { columnId: done, place: "board" } };
  const refused = await as(seed.jo).post(`/cards/${card.id}/move`, back);
  expect(refused).toMatchObject({ status: 422, body: { type: "urn:milepost:problem:milestone-closed" } });
  expect(await order(done)).toContain("Signed off");
  await as(seed.jo).put(`/cards/${card.id}/milestone`, { milestoneId: null, expected: id });
  expect((await as(seed.jo).post(`/cards/${card.id}/move`, back)).status).toBe(200);
});

test("doing starts the clock, done stops it, leaving done opens it again", async () => {
  const card = await make("Timed");
  const move = async (columnId: string, from: string) =>
    (
      await as(seed.jo).post(`/cards/${card.id}/move`, {
        columnId,
        expected: { columnId: from, place: "board" },
      })
    ).body;
  expect(await move(doing, todo)).toMatchObject({ startedAt: "2026-03-02T09:00:00.000Z", doneAt: null });
  kit.at = new Date("2026-03-03T09:00:00Z");
  expect(await move(done, doing)).toMatchObject({
    startedAt: "2026-03-02T09:00:00.000Z",
    doneAt: "2026-03-03T09:00:00.000Z",
  });
  expect(await move(todo, done)).toMatchObject({ doneAt: null });
});

test("who comes second is told who was first", async () => {
  const card = await make("Contested");
  const moved = await as(seed.sam).post(`/cards/${card.id}/move`, { columnId: done, expected: inTodo });
  expect(moved.status).toBe(200);
  const late = await as(seed.jo).post(`/cards/${card.id}/move`, { columnId: doing, expected: inTodo });
  expect(late.status).toBe(409);
  expect(late.body.facts).toEqual({ by: "Sam", at: kit.at.toISOString(), columnId: done, place: "board" });
  expect(late.body.detail).toBe("Sam moved this card meanwhile.");
});

test("to the Later list and back", async () => {
  const card = await make("Later on");
  const path = `/cards/${card.id}/move`;
  expect((await as(seed.jo).post(path, { place: "later", expected: inTodo })).body).toMatchObject({
    place: "later",
    columnId: null,
  });
  const back = await as(seed.jo).post(path, {
    columnId: doing,
    expected: { columnId: null, place: "later" },
  });
  expect(back.body).toMatchObject({ place: "board", columnId: doing });
});

test("R05: of many who move one card at once exactly one does it, and parallel moves of many cards are all kept", async () => {
  const one = await make("Everybody wants it");
  const race = await Promise.all(
    Array.from({ length: 12 }, () =>
      as(seed.jo).post(`/cards/${one.id}/move`, { columnId: doing, expected: inTodo }),
    ),
  );
  expect(race.map(({ status }) => status).sort()).toEqual([200, ...Array(11).fill(409)]);
  const cards = await Promise.all(Array.from({ length: 24 }, (_, n) => make(`Parallel ${n}`)));
  expect(new Set(cards.map(({ number }) => number)).size).toBe(24);
  const moves = await Promise.all(
    cards.map(({ id }) => as(seed.jo).post(`/cards/${id}/move`, { columnId: done, expected: inTodo })),
  );
  expect(moves.map(({ status }) => status)).toEqual(Array(24).fill(200));
  expect((await order(done)).filter((title: string) => title.startsWith("Parallel"))).toHaveLength(24);
});

test("A01: a card is not moved into a foreign column or beside a foreign card", async () => {
  const card = await make("Stays");
  const foreign = (await as(seed.kim).post(`/projects/${seed.baker.id}/cards`, { title: "Baker's" })).body;
  for (const target of [
    { columnId: seed.baker.columns.doing },
    { columnId: todo, before: foreign.id },
    { columnId: seed.other.project.columns.todo },
  ])
    expect((await as(seed.jo).post(`/cards/${card.id}/move`, { ...target, expected: inTodo })).status).toBe(
      404,
    );
  expect(
    (
      await as(seed.jo).post(`/cards/${foreign.id}/move`, {
        columnId: doing,
        expected: { columnId: seed.baker.columns.todo, place: "board" },
      })
    ).status,
  ).toBe(404);
  expect((await as(seed.jo).get(`/cards/${card.id}`)).body).toMatchObject({
    columnId: todo,
    position: card.position,
  });
});
