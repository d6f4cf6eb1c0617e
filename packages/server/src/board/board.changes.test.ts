import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as } = server;
const { id: projectId, columns } = seed.acme;

/** Asked of every person who may see it: each has a cached board of their own. */
const tags = async () =>
  Promise.all(
    [seed.jo, seed.amara].map(
      async (person) => (await as(person).get(`/projects/${projectId}/board`)).headers.etag,
    ),
  );

test("every route that changes what the board shows changes its ETag, at once and for everybody", async () => {
  const sam = as(seed.sam);
  const ok = async (
    name: string,
    act: () => Promise<{ status: number; body: { id: string; items: { id: string }[] } }>,
  ) => {
    const before = await tags();
    const answer = await act();
    expect([name, answer.status < 300]).toEqual([name, true]);
    const after = await tags();
    expect([name, after.map((tag, at) => tag !== before[at])]).toEqual([name, [true, true]]);
    return answer.body;
  };
  const cards = `/projects/${projectId}/cards`;
  const label = await ok("label", () =>
    sam.post(`/projects/${projectId}/labels`, { name: "L", color: "red" }),
  );
  await ok("label change", () => sam.patch(`/labels/${label.id}`, { name: "M" }, { "if-match": '"r1"' }));
  const milestone = await ok("milestone", () =>
    sam.post(`/projects/${projectId}/milestones`, { title: "M" }),
  );
  const card = await ok("create", () => sam.post(cards, { title: "A" }));
  await ok("batch", () => sam.post(`${cards}/batch`, { titles: ["B", "C"] }));
  await ok("text", () => sam.patch(`/cards/${card.id}`, { title: "A2" }, { "if-match": '"r1"' }));
  const put = (field: string, body: object) => ok(field, () => sam.put(`/cards/${card.id}/${field}`, body));
  await put("people", { add: [seed.gil.id] });
  await put("labels", { add: [label.id] });
  await put("milestone", { milestoneId: milestone.id, expected: null });
  await put("dates", { dueOn: "2026-05-05" });
  await put("estimate", { low: null, likely: 60, high: null });
  await put("priority", { priority: 1 });
  await put("blocked", { reason: "x" });
  const { items } = await ok("items", () => sam.post(`/cards/${card.id}/items`, { texts: ["i"] }));
  await ok("tick", () => sam.post(`/items/${items[0]?.id}/tick`, { done: true, expected: false }));
  await ok("remove item", () => sam.delete(`/items/${items[0]?.id}`));
  await ok("move", () =>
    sam.post(`/cards/${card.id}/move`, { columnId: columns.done, expected: { columnId: columns.todo } }),
  );
  await ok("archive", () => sam.post(`/cards/${card.id}/archive`));
  await ok("unarchive", () => sam.post(`/cards/${card.id}/unarchive`));
  const column = await ok("column", () =>
    sam.post(`/projects/${projectId}/columns`, { name: "X", category: "todo" }),
  );
  await ok("column change", () =>
    sam.patch(`/columns/${column.id}`, { wipLimit: 2 }, { "if-match": '"r1"' }),
  );
  await ok("column move", () => sam.post(`/columns/${column.id}/move`, { before: columns.todo }));
  await ok("column delete", () => sam.delete(`/columns/${column.id}`, {}));
  await ok("label delete", () => sam.delete(`/labels/${label.id}`));
  await ok("trash", () => sam.delete(`/cards/${card.id}`));
});

test("a change of another project leaves the board's ETag alone", async () => {
  const before = await tags();
  await as(seed.kim).post(`/projects/${seed.baker.id}/cards`, { title: "Elsewhere" });
  expect(await tags()).toEqual(before);
});

test("a board read while others write is never older than what was answered before", async () => {
  const titles = Array.from({ length: 20 }, (_, n) => `T${n}`);
  const seen = await Promise.all(
    titles.map(async (title) => {
      await as(seed.jo).post(`/projects/${projectId}/cards`, { title });
      const board = (await as(seed.amara).get(`/projects/${projectId}/board`)).body;
      return board.cards.some((card: { title: string }) => card.title === title);
    }),
  );
  expect(seen).toEqual(titles.map(() => true));
});
