import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as } = server;
const { sam, jo, kim, gil } = seed;
const path = `/projects/${seed.acme.id}/objectives`;

const orders = await as(sam).post(path, {
  statement: "150 orders a week",
  clientReason: "The second oven pays only then",
  measure: "Orders per week",
  unit: "orders",
  baseline: 120,
  target: 150,
  targetOn: "2026-06-30",
});
const one = `/objectives/${orders.body.id}`;

test("the lead writes down why the project exists", () => {
  expect(orders).toMatchObject({
    status: 201,
    body: { statement: "150 orders a week", baseline: 120, target: 150, current: 120, revision: 1 },
  });
});

test("text is saved only over the revision that was seen", async () => {
  expect((await as(sam).patch(one, { ourReason: "A reference" })).status).toBe(428);
  const saved = await as(sam).patch(one, { ourReason: "A reference" }, { "if-match": '"r1"' });
  expect(saved).toMatchObject({ status: 200, body: { ourReason: "A reference", revision: 2 } });
  const late = await as(seed.ada).patch(one, { ourReason: "Money" }, { "if-match": '"r1"' });
  expect(late).toMatchObject({ status: 412, body: { facts: { current: { ourReason: "A reference" } } } });
});

test("the measure stands where its latest reading is", async () => {
  await as(jo).post(`${one}/readings`, { onDate: "2026-03-20", value: 131 });
  const earlier = await as(jo).post(`${one}/readings`, { onDate: "2026-03-06", value: 124 });
  expect(earlier).toMatchObject({ status: 201, body: { current: 131 } });
  await as(jo).post(`${one}/readings`, { onDate: "2026-03-20", value: 132 });
  const page = await as(sam).get(one);
  expect(page.body.current).toBe(132);
  expect(page.body.readings).toEqual([
    { onDate: "2026-03-06", value: 124, personId: jo.id },
    { onDate: "2026-03-20", value: 132, personId: jo.id },
  ]);
});

test("objectives are put in order", async () => {
  const second = await as(sam).post(path, { statement: "Fewer returns" });
  const third = await as(sam).post(path, { statement: "A shop people like" });
  await as(sam).post(`/objectives/${third.body.id}/order`, { after: null });
  await as(sam).post(`${one}/order`, { after: second.body.id });
  const { body } = await as(jo).get(path);
  expect(body.items.map((item: { statement: string }) => item.statement)).toEqual([
    "A shop people like",
    "Fewer returns",
    "150 orders a week",
  ]);
  expect((await as(sam).post(`${one}/order`, { after: orders.body.id })).status).toBe(404);
});

test("a deleted objective waits in the trash", async () => {
  const made = await as(sam).post(path, { statement: "To be dropped" });
  expect((await as(sam).delete(`/objectives/${made.body.id}`)).status).toBe(204);
  expect((await as(sam).get(`/objectives/${made.body.id}`)).status).toBe(404);
  const trash = await as(sam).get(`/trash?projectId=${seed.acme.id}`);
  expect(trash.body.items).toMatchObject([{ kind: "objective", title: "To be dropped" }]);
  await as(sam).post(`/trash/${trash.body.items[0].id}/restore`);
  expect((await as(sam).get(`/objectives/${made.body.id}`)).status).toBe(200);
});

test("members read, leads write, guests and strangers see nothing", async () => {
  expect((await as(jo).get(one)).status).toBe(200);
  expect((await as(jo).post(path, { statement: "X" })).status).toBe(403);
  expect((await as(jo).delete(one)).status).toBe(403);
  for (const person of [gil, kim, seed.other.owner]) expect((await as(person).get(one)).status).toBe(404);
  expect((await as(null).get(one)).status).toBe(401);
});
