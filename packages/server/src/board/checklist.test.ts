import { expect, test } from "vitest";
import { newId } from "../kit/id.ts";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { database, seed, as } = server;
const make = async (title: string, more: object = {}) =>
  (await as(seed.jo).post(`/projects/${seed.acme.id}/cards`, { title, ...more })).body;
const card = async (id: string) => (await as(seed.jo).get(`/cards/${id}`)).body;
const lines = async (id: string) => (await card(id)).checklist.map(({ text }: { text: string }) => text);

test("lines are added, moved, reworded and removed; the card counts them", async () => {
  const { id } = await make("List");
  const added = await as(seed.jo).post(`/cards/${id}/items`, { texts: ["a", "b", "c"], heading: "Before" });
  expect(added.status).toBe(201);
  const [a, b, c] = added.body.items;
  await as(seed.jo).post(`/cards/${id}/items`, { texts: ["first"], before: a.id });
  expect(await lines(id)).toEqual(["first", "a", "b", "c"]);
  await as(seed.jo).post(`/items/${c.id}/move`, { after: a.id, heading: "After" });
  expect(await lines(id)).toEqual(["first", "a", "c", "b"]);
  await as(seed.jo).post(`/items/${a.id}/tick`, { done: true, expected: false });
  expect(await card(id)).toMatchObject({ items: 4, itemsDone: 1 });
  expect(
    (await as(seed.jo).patch(`/items/${b.id}`, { text: "better" }, { "if-match": '"r1"' })).body,
  ).toMatchObject({ text: "better", revision: 2 });
  expect((await as(seed.sam).patch(`/items/${b.id}`, { text: "late" }, { "if-match": '"r1"' })).status).toBe(
    412,
  );
  expect((await as(seed.jo).delete(`/items/${a.id}`)).status).toBe(204);
  expect(await card(id)).toMatchObject({ items: 3, itemsDone: 0 });
  expect((await as(seed.jo).delete(`/items/${a.id}`)).status).toBe(404);
});

test("a line that was removed comes back as it was: its tick and by whom, its person, day, place and card", async () => {
  const { id } = await make("Undone");
  const path = `/cards/${id}/items`;
  const texts = ["before", { text: "Ask", personId: seed.sam.id, dueOn: "2026-03-09" }, "after"];
  const [, ask, after] = (await as(seed.jo).post(path, { texts, heading: "First" })).body.items;
  await as(seed.sam).post(`/items/${ask.id}/tick`, { done: true, expected: false });
  await as(seed.jo).patch(`/items/${ask.id}`, { text: "Ask again" }, { "if-match": '"r1"' });
  await as(seed.jo).post(`/items/${after.id}/card`);
  const { touchedAt: _first, ...was } = await card(id);
  expect(was).toMatchObject({ items: 3, itemsDone: 2 });
  for (const item of [ask, after]) expect((await as(seed.jo).delete(`/items/${item.id}`)).status).toBe(204);
  expect(await card(id)).toMatchObject({ items: 1, itemsDone: 0 });
  for (const item of [after, ask])
    expect(await as(seed.jo).post(`${path}/restore`, { itemId: item.id })).toMatchObject({
      status: 200,
      body: { id: item.id, done: true },
    });
  const { touchedAt: _last, ...now } = await card(id);
  expect(now).toEqual(was);
  const both = await Promise.all([1, 2].map(() => as(seed.jo).post(`${path}/restore`, { itemId: ask.id })));
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  expect(await card(id)).toMatchObject({ items: 3, itemsDone: 2 });
  const other = await make("Other");
  for (const itemId of [newId(), ask.id])
    expect((await as(seed.jo).post(`/cards/${other.id}/items/restore`, { itemId })).status).toBe(404);
});

test("a line ticked by two is ticked once, and the second is told by whom", async () => {
  const { id } = await make("Race");
  const { body } = await as(seed.jo).post(`/cards/${id}/items`, { texts: ["x"] });
  const path = `/items/${body.items[0].id}/tick`;
  expect((await as(seed.sam).post(path, { done: true, expected: false })).body).toMatchObject({
    done: true,
    doneBy: seed.sam.id,
  });
  const late = await as(seed.jo).post(path, { done: true, expected: false });
  expect(late).toMatchObject({ status: 409, body: { facts: { by: "Sam", done: true } } });
  const race = await Promise.all(
    Array.from({ length: 10 }, () => as(seed.jo).post(path, { done: false, expected: true })),
  );
  expect(race.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(await card(id)).toMatchObject({ items: 1, itemsDone: 0 });
});

test("R05: ticks of many at once are all counted", async () => {
  const { id } = await make("Many");
  const { body } = await as(seed.jo).post(`/cards/${id}/items`, {
    texts: Array.from({ length: 20 }, (_, n) => `step ${n}`),
  });
  const ticks = body.items.map((item: { id: string }) =>
    as(seed.jo).post(`/items/${item.id}/tick`, { done: true, expected: false }),
  );
  await Promise.all(ticks);
  expect(await card(id)).toMatchObject({ items: 20, itemsDone: 20 });
});

test("a procedure's steps become lines of the card", async () => {
  const procedureId = newId();
  await database.inWorkspace(seed.workspaceId, (tx) =>
    tx
      .insertInto("procedures")
      .values({
        workspaceId: seed.workspaceId,
        id: procedureId,
        name: "Launch a page",
        steps: JSON.stringify(["Check links", "Tell client"]),
      })
      .execute(),
  );
  const { id } = await make("Launch");
  const applied = await as(seed.jo).post(`/cards/${id}/procedure`, { procedureId });
  expect(applied.body.items).toMatchObject([
    { text: "Check links", heading: "Launch a page" },
    { text: "Tell client" },
  ]);
  expect((await as(seed.other.owner).post(`/cards/${id}/procedure`, { procedureId })).status).toBe(404);
  expect(await card(id)).toMatchObject({ items: 2 });
});

test("links and custom values", async () => {
  const { id } = await make("Linked");
  const { body: link } = await as(seed.jo).post(`/cards/${id}/links`, { url: "https://example.org/x" });
  expect(link).toMatchObject({ title: "example.org", url: "https://example.org/x" });
  for (const url of ["javascript:alert(1)", "data:text/html,x", "//x", "ftp://x.org"])
    expect((await as(seed.jo).post(`/cards/${id}/links`, { url })).status).toBe(400);
  const [mine, bakers] = [newId(), newId()];
  const field = { workspaceId: seed.workspaceId, name: "Budget code", kind: "text" };
  await database.inWorkspace(seed.workspaceId, (tx) =>
    tx
      .insertInto("customFields")
      .values([
        { ...field, id: mine, projectId: seed.acme.id },
        { ...field, id: bakers, projectId: seed.baker.id },
      ])
      .execute(),
  );
  expect((await as(seed.jo).put(`/cards/${id}/values/${mine}`, { value: "B-12" })).status).toBe(204);
  expect(await card(id)).toMatchObject({
    links: [link],
    values: [{ fieldId: mine, name: "Budget code", value: "B-12" }],
  });
  expect((await as(seed.jo).put(`/cards/${id}/values/${bakers}`, { value: "X" })).status).toBe(404);
  await as(seed.jo).put(`/cards/${id}/values/${mine}`, { value: "" });
  await as(seed.jo).delete(`/cards/${id}/links/${link.id}`);
  expect(await card(id)).toMatchObject({ links: [], values: [{ value: null }] });
});

test("A01, A03: lines and links of others are not there, and nothing of theirs changes", async () => {
  const mine = await make("Mine");
  const { body: theirs } = await as(seed.kim).post(`/projects/${seed.baker.id}/cards`, { title: "Theirs" });
  const { body } = await as(seed.kim).post(`/cards/${theirs.id}/items`, { texts: ["secret"] });
  const { body: link } = await as(seed.kim).post(`/cards/${theirs.id}/links`, { url: "https://example.org" });
  const before = (await as(seed.kim).get(`/cards/${theirs.id}`)).body;
  const item = `/items/${body.items[0].id}`;
  expect((await as(seed.jo).post(`${item}/tick`, { done: true, expected: false })).status).toBe(404);
  expect((await as(seed.jo).patch(item, { text: "X" }, { "if-match": '"r1"' })).status).toBe(404);
  expect((await as(seed.jo).delete(item)).status).toBe(404);
  expect((await as(seed.jo).delete(`/cards/${mine.id}/links/${link.id}`)).status).toBe(404);
  expect(
    (await as(seed.jo).post(`/cards/${mine.id}/items`, { texts: ["x"], after: body.items[0].id })).status,
  ).toBe(404);
  expect((await as(seed.kim).get(`/cards/${theirs.id}`)).body).toEqual(before);
});
