import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

const { as, seed } = await testServer();
const path = `/projects/${seed.acme.id}/cards`;

async function madeAtOnce(count: number, more: object = {}) {
  const answers = await Promise.all(
    Array.from({ length: count }, (_, n) => as(seed.jo).post(path, { title: `Card ${n}`, ...more })),
  );
  return answers.map(({ status, body }) => ({ status, number: body.number }));
}

test("cards that are made at once get numbers of their own, without a gap", async () => {
  const { body: before } = await as(seed.jo).post(path, { title: "The first" });
  const made = await madeAtOnce(24);
  expect(made.every(({ status }) => status === 201)).toBe(true);
  const numbers = made.map(({ number }) => number).toSorted((one, other) => one - other);
  expect(numbers).toEqual(Array.from({ length: 24 }, (_, n) => before.number + 1 + n));
  expect((await as(seed.jo).post(path, { title: "The last" })).body.number).toBe(before.number + 25);
});

test("one that fails among them takes nobody else's number", async () => {
  const [failed, made] = await Promise.all([madeAtOnce(6, { labels: [seed.acme.id] }), madeAtOnce(12)]);
  expect(failed.every(({ status }) => status === 404)).toBe(true);
  expect(made.every(({ status }) => status === 201)).toBe(true);
  expect(new Set(made.map(({ number }) => number)).size).toBe(12);
  const { body } = await as(seed.jo).post(path, { title: "After that" });
  expect(body.number).toBeGreaterThan(Math.max(...made.map(({ number }) => number)));
});
