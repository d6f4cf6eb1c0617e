import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

const { as, seed, database } = await testServer();
const path = `/projects/${seed.acme.id}/cards`;

async function cardsCalled(title: string): Promise<number> {
  const rows = await database.maintenance
    .selectFrom("cards")
    .select("id")
    .where("title", "=", title)
    .execute();
  return rows.length;
}

test("a request that is repeated with its key gets the first answer and does nothing again", async () => {
  const once = { "idempotency-key": "a-lost-answer" };
  const first = await as(seed.jo).post(path, { title: "Print the menus" }, once);
  const again = await as(seed.jo).post(path, { title: "Print the menus" }, once);
  expect(first.status).toBe(201);
  expect(again).toMatchObject({ status: 201, body: first.body });
  expect(await cardsCalled("Print the menus")).toBe(1);
});

test("of several that come at once with one key, one is done", async () => {
  const at = { "idempotency-key": "all-at-once" };
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => as(seed.jo).post(path, { title: "Fold the menus" }, at)),
  );
  expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
  expect(await cardsCalled("Fold the menus")).toBe(1);
});

test("a key stands for one request of one person", async () => {
  const key = { "idempotency-key": "mine" };
  await as(seed.jo).post(path, { title: "Buy paper" }, key);
  const other = await as(seed.jo).post(path, { title: "Buy ink" }, key);
  expect(other).toMatchObject({ status: 409, body: { type: "urn:milepost:problem:idempotency-key" } });
  expect((await as(seed.sam).post(path, { title: "Buy ink" }, key)).status).toBe(201);
});

test("what was refused is not remembered", async () => {
  const key = { "idempotency-key": "second-try" };
  const wrong = await as(seed.jo).post(path, { title: "Cut paper", columnId: seed.acme.id }, key);
  expect(wrong.status).toBe(404);
  expect((await as(seed.jo).post(path, { title: "Cut paper" }, key)).status).toBe(201);
});
