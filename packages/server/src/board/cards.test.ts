import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { app, seed, as } = server;
const make = async (title: string, more: object = {}) =>
  (await as(seed.jo).post(`/projects/${seed.acme.id}/cards`, { title, ...more })).body;

test("R01: two editors of one text: the second gets both, nothing is overwritten", async () => {
  const card = await make("Text");
  const path = `/cards/${card.id}`;
  expect((await as(seed.jo).patch(path, { body: "x" })).status).toBe(428);
  const saved = await as(seed.jo).patch(
    path,
    { body: "Jo's words", title: "New title" },
    { "if-match": '"r1"' },
  );
  expect(saved).toMatchObject({
    status: 200,
    headers: { etag: '"r2"' },
    body: { body: "Jo's words", title: "New title", revision: 2 },
  });
  const late = await as(seed.sam).patch(path, { body: "Sam's words" }, { "if-match": '"r1"' });
  expect(late).toMatchObject({
    status: 412,
    body: { facts: { current: { body: "Jo's words", revision: 2 } } },
  });
});

test("moving a card does not disturb who writes its text", async () => {
  const card = await make("Calm");
  await as(seed.sam).post(`/cards/${card.id}/move`, {
    columnId: seed.acme.columns.doing,
    expected: { columnId: card.columnId },
  });
  expect(
    (await as(seed.jo).patch(`/cards/${card.id}`, { body: "Still fine" }, { "if-match": '"r1"' })).status,
  ).toBe(200);
});

test("a guest reads and edits the cards that carry them, and no other", async () => {
  const theirs = await make("For Gil", { people: [seed.gil.id] });
  const other = await make("Not for Gil");
  expect((await as(seed.gil).get(`/cards/${theirs.id}`)).status).toBe(200);
  expect((await as(seed.gil).put(`/cards/${theirs.id}/priority`, { priority: 1 })).status).toBe(200);
  expect((await as(seed.gil).get(`/cards/${other.id}`)).status).toBe(404);
  expect((await as(seed.gil).put(`/cards/${other.id}/priority`, { priority: 1 })).status).toBe(404);
  expect((await as(seed.gil).post(`/projects/${seed.acme.id}/cards`, { title: "Mine" })).status).toBe(403);
  expect((await as(seed.gil).delete(`/cards/${theirs.id}`)).status).toBe(403);
});

test("A01: labels, people, milestones and cards of others are not there, and nothing is stored", async () => {
  const card = await make("Mine");
  const bakers = (await as(seed.kim).post(`/projects/${seed.baker.id}/labels`, { name: "B", color: "red" }))
    .body;
  const theirs = (await as(seed.kim).post(`/projects/${seed.baker.id}/cards`, { title: "Theirs" })).body;
  const milestone = (await as(seed.kim).post(`/projects/${seed.baker.id}/milestones`, { title: "Opening" }))
    .body;
  const before = (await as(seed.jo).get(`/projects/${seed.acme.id}/board`)).headers.etag;
  for (const wrong of [
    { labels: [bakers.id] },
    { people: [seed.kim.id] },
    { people: [seed.rex.id] },
    { people: [seed.other.owner.id] },
    { milestoneId: milestone.id },
    { columnId: seed.baker.columns.todo },
    { after: theirs.id },
  ])
    expect(
      (await as(seed.jo).post(`/projects/${seed.acme.id}/cards`, { title: "Wrong", ...wrong })).status,
    ).toBe(404);
  const put = async (field: string, body: object) =>
    (await as(seed.jo).put(`/cards/${card.id}/${field}`, body)).status;
  expect(await put("labels", { add: [bakers.id] })).toBe(404);
  expect(await put("people", { add: [seed.kim.id] })).toBe(404);
  expect(await put("milestone", { milestoneId: milestone.id, expected: null })).toBe(404);
  for (const caller of [as(seed.jo), as(seed.other.owner)]) {
    expect((await caller.get(`/cards/${theirs.id}`)).status).toBe(404);
    expect((await caller.delete(`/cards/${theirs.id}`)).status).toBe(404);
    expect((await caller.post(`/cards/${theirs.id}/archive`)).status).toBe(404);
    expect((await caller.patch(`/cards/${theirs.id}`, { title: "X" }, { "if-match": '"r1"' })).status).toBe(
      404,
    );
  }
  expect((await as(seed.jo).get(`/projects/${seed.acme.id}/board`)).headers.etag).toBe(before);
});

test("A06: a card does not change hands through its fields", async () => {
  const card = await make("Stays here");
  for (const key of ["workspaceId", "projectId", "clientId", "number", "columnId"])
    expect(
      (await as(seed.jo).patch(`/cards/${card.id}`, { [key]: seed.baker.id }, { "if-match": '"r1"' })).status,
    ).toBe(400);
});

test("A34: author and times come from the session, not from the body", async () => {
  for (const key of ["authorId", "createdBy", "createdAt", "startedAt", "doneAt", "touchedAt"])
    expect(
      (await as(seed.jo).post(`/projects/${seed.acme.id}/cards`, { title: "X", [key]: seed.sam.id })).status,
    ).toBe(400);
});

test("A73: too much of anything is refused and breaks nothing", async () => {
  const path = `/projects/${seed.acme.id}/cards`;
  const many = Array.from({ length: 10_000 }, () => seed.jo.id);
  expect((await as(seed.jo).post(path, { title: "x".repeat(900_000) })).status).toBe(400);
  expect((await as(seed.jo).post(path, { title: "x".repeat(1_100_000) })).status).toBe(413);
  expect((await as(seed.jo).post(path, { title: "Many", people: many })).status).toBe(400);
  expect((await as(seed.jo).post(`${path}/batch`, { titles: Array(10_000).fill("x") })).status).toBe(400);
  expect((await as(seed.jo).get(`${path}?place=later&limit=1e9`)).status).toBe(400);
  expect((await as(seed.jo).get(`${path}?place=later&limit=-1`)).status).toBe(400);
  expect((await as(seed.jo).get(`${path}?place=later&limit=NaN`)).status).toBe(400);
  const deep = await app.inject({
    method: "POST",
    url: `/api/v1${path}`,
    headers: { cookie: seed.jo.cookie, "content-type": "application/json" },
    payload: `${'{"title":'.repeat(100_000)}1${"}".repeat(100_000)}`,
  });
  expect(deep.statusCode).toBe(400);
  for (const minutes of [-1, 1.5, 1e12, "60"])
    expect((await as(seed.jo).post(path, { title: "X", likely: minutes })).status).toBe(400);
  expect((await as(seed.jo).post(path, { title: "nul \u0000" })).status).toBe(400);
});

test("A64: text comes back as the same text", async () => {
  const nasty = `<img src=x onerror=alert(1)>"'&</script>\u2028=1+1`;
  const card = await make(nasty, { body: nasty });
  const detail = await as(seed.jo).get(`/cards/${card.id}`);
  expect([detail.body.title, detail.body.body]).toEqual([nasty, nasty]);
  expect(detail.headers["content-type"]).toBe("application/json; charset=utf-8");
  expect(detail.headers["x-content-type-options"]).toBe("nosniff");
});

test("A27: who may only read changes nothing", async () => {
  const theirs = await make("Gil's", { people: [seed.gil.id] });
  const label = (await as(seed.jo).post(`/projects/${seed.acme.id}/labels`, { name: "L", color: "blue" }))
    .body;
  const { columns } = seed.acme;
  for (const [method, path] of [
    ["delete", `/cards/${theirs.id}`],
    ["delete", `/labels/${label.id}`],
    ["delete", `/columns/${columns.doing}`],
    ["post", `/cards/${theirs.id}/promote`],
    ["post", `/projects/${seed.acme.id}/columns`],
  ] as const)
    expect([
      path,
      (
        await as(seed.gil)[method](
          path,
          method === "post" && path.endsWith("columns") ? { name: "X", category: "todo" } : undefined,
        )
      ).status,
    ]).toEqual([path, 403]);
  expect((await as(seed.jo).delete(`/columns/${columns.doing}`)).status).toBe(403);
});
