import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as } = server;
const board = async () => (await as(seed.jo).get(`/projects/${seed.acme.id}/board`)).body;
const columns = async () => (await board()).columns.map(({ name }: { name: string }) => name);
const make = async (title: string, columnId: string) =>
  (await as(seed.jo).post(`/projects/${seed.acme.id}/cards`, { title, columnId })).body;
const add = (body: object) => as(seed.sam).post(`/projects/${seed.acme.id}/columns`, body);

test("columns are added, renamed, limited and moved", async () => {
  const review = await add({
    name: "Review",
    category: "doing",
    wipLimit: 3,
    after: seed.acme.columns.doing,
  });
  expect(review).toMatchObject({ status: 201, body: { name: "Review", category: "doing", wipLimit: 3 } });
  expect(await columns()).toEqual(["To do", "Doing", "Review", "Done"]);
  const renamed = await as(seed.sam).patch(
    `/columns/${review.body.id}`,
    { name: "Check" },
    { "if-match": '"r1"' },
  );
  expect(renamed.body).toMatchObject({ name: "Check", wipLimit: 3, revision: 2 });
  expect(
    (await as(seed.sam).patch(`/columns/${review.body.id}`, { name: "Late" }, { "if-match": '"r1"' })).status,
  ).toBe(412);
  await as(seed.sam).post(`/columns/${review.body.id}/move`, { before: seed.acme.columns.todo });
  expect(await columns()).toEqual(["Check", "To do", "Doing", "Done"]);
  await as(seed.sam).post(`/columns/${review.body.id}/move`, {});
  expect(await columns()).toEqual(["To do", "Doing", "Done", "Check"]);
});

test("a column that holds cards says where they go before it is removed", async () => {
  const { body: extra } = await add({ name: "Extra", category: "todo" });
  const [kept, archived, trashed] = [
    await make("Kept", extra.id),
    await make("Archived", extra.id),
    await make("Trashed", extra.id),
  ];
  await as(seed.jo).post(`/cards/${archived.id}/archive`);
  await as(seed.jo).delete(`/cards/${trashed.id}`);
  const path = `/columns/${extra.id}`;
  expect(await as(seed.sam).delete(path)).toMatchObject({ status: 422, body: { facts: { count: 3 } } });
  expect((await as(seed.sam).delete(path, { moveTo: seed.baker.columns.todo })).status).toBe(404);
  expect((await as(seed.sam).delete(path, { moveTo: seed.acme.columns.done })).status).toBe(204);
  expect((await board()).cards).toMatchObject([
    { id: kept.id, columnId: seed.acme.columns.done, doneAt: expect.any(String) },
  ]);
  const back = await as(seed.jo).post(`/cards/${archived.id}/unarchive`);
  expect(back.body.columnId).toBe(seed.acme.columns.done);
});

test("a column that becomes one for done work finishes its cards", async () => {
  const { body: column } = await add({ name: "Shipped", category: "todo" });
  const card = await make("Ship it", column.id);
  const state = async () => (await as(seed.jo).get(`/cards/${card.id}`)).body.doneAt;
  expect(await state()).toBeNull();
  await as(seed.sam).patch(`/columns/${column.id}`, { category: "done" }, { "if-match": '"r1"' });
  expect(await state()).not.toBeNull();
  await as(seed.sam).patch(`/columns/${column.id}`, { category: "doing" }, { "if-match": '"r2"' });
  expect(await state()).toBeNull();
});

test("the last column stays", async () => {
  const { todo, doing, done } = seed.baker.columns;
  expect((await as(seed.kim).delete(`/columns/${doing}`)).status).toBe(204);
  expect((await as(seed.kim).delete(`/columns/${done}`)).status).toBe(204);
  expect((await as(seed.kim).delete(`/columns/${todo}`)).body.type).toContain("last-column");
});

test("labels are made, changed and taken off all cards", async () => {
  const { body: label } = await as(seed.jo).post(`/projects/${seed.acme.id}/labels`, {
    name: "Copy",
    color: "grape",
  });
  const card = (
    await as(seed.jo).post(`/projects/${seed.acme.id}/cards`, { title: "Labelled", labels: [label.id] })
  ).body;
  const changed = await as(seed.jo).patch(`/labels/${label.id}`, { name: "Words" }, { "if-match": '"r1"' });
  expect(changed.body).toMatchObject({ name: "Words", color: "grape", revision: 2 });
  expect((await board()).labels).toMatchObject([{ name: "Words" }]);
  expect(
    (await as(seed.jo).post(`/projects/${seed.acme.id}/labels`, { name: "X", color: "url(x)" })).status,
  ).toBe(400);
  expect((await as(seed.jo).delete(`/labels/${label.id}`)).status).toBe(403);
  expect((await as(seed.sam).delete(`/labels/${label.id}`)).status).toBe(204);
  expect((await as(seed.jo).get(`/cards/${card.id}`)).body.labels).toEqual([]);
});

test("A01: columns and labels of others are not there", async () => {
  const { body: label } = await as(seed.kim).post(`/projects/${seed.baker.id}/labels`, {
    name: "B",
    color: "red",
  });
  for (const path of [
    `/columns/${seed.baker.columns.todo}`,
    `/labels/${label.id}`,
    `/columns/${seed.other.project.columns.todo}`,
  ]) {
    expect((await as(seed.sam).delete(path)).status).toBe(404);
    expect((await as(seed.sam).patch(path, { name: "X" }, { "if-match": '"r1"' })).status).toBe(404);
  }
});
