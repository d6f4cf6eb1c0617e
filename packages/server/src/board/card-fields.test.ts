import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as, kit } = server;
const cards = `/projects/${seed.acme.id}/cards`;
const make = async (title: string, more: object = {}) =>
  (await as(seed.jo).post(cards, { title, ...more })).body;
const label = async (name: string) =>
  (await as(seed.jo).post(`/projects/${seed.acme.id}/labels`, { name, color: "teal" })).body;

test("a card is made with all its fields and numbered per project", async () => {
  const design = await label("Design");
  const answer = await as(seed.jo).post(cards, {
    title: "Home page",
    body: "# What\nA page",
    people: [seed.jo.id],
    labels: [design.id],
    priority: 3,
    low: 60,
    likely: 120,
    high: 600,
    startOn: "2026-03-03",
    dueOn: "2026-03-06",
  });
  expect(answer.status).toBe(201);
  expect(answer.body).toMatchObject({
    number: 1,
    ref: "ACME-1",
    place: "board",
    columnId: seed.acme.columns.todo,
    hasBody: true,
    people: [seed.jo.id],
    labels: [design.id],
  });
  const detail = (await as(seed.sam).get(`/cards/${answer.body.id}`)).body;
  expect(detail).toMatchObject({
    ...answer.body,
    body: "# What\nA page",
    estimates: [{ low: 60, likely: 120, high: 600, by: seed.jo.id }],
  });
  expect((await as(seed.kim).post(`/projects/${seed.baker.id}/cards`, { title: "Bread" })).body.ref).toBe(
    "BAKER-1",
  );
});

test("pasted lines become cards in their order", async () => {
  const answer = await as(seed.jo).post(`${cards}/batch`, {
    titles: ["One", "Two", "Three"],
    columnId: seed.acme.columns.doing,
  });
  expect(answer.status).toBe(201);
  const board = (await as(seed.jo).get(`/projects/${seed.acme.id}/board`)).body;
  const doing = board.cards.filter((card: { columnId: string }) => card.columnId === seed.acme.columns.doing);
  expect(doing.map((card: { title: string; number: number }) => [card.title, card.number])).toEqual([
    ["One", 2],
    ["Two", 3],
    ["Three", 4],
  ]);
  expect(doing.map((card: { id: string }) => card.id)).toEqual(answer.body.ids);
});

test("people and labels are added and removed, so that two at once both keep theirs", async () => {
  const card = await make("Together");
  await Promise.all([
    as(seed.jo).put(`/cards/${card.id}/people`, { add: [seed.jo.id] }),
    as(seed.sam).put(`/cards/${card.id}/people`, { add: [seed.sam.id] }),
  ]);
  const both = (await as(seed.jo).get(`/cards/${card.id}`)).body;
  expect(both.people.toSorted()).toEqual([seed.jo.id, seed.sam.id].toSorted());
  const left = await as(seed.jo).put(`/cards/${card.id}/people`, { remove: [seed.sam.id] });
  expect(left.body.people).toEqual([seed.jo.id]);
  const urgent = await label("Urgent");
  expect((await as(seed.jo).put(`/cards/${card.id}/labels`, { add: [urgent.id] })).body.labels).toEqual([
    urgent.id,
  ]);
});

test("a re-estimate keeps the earlier ones and stays in order", async () => {
  const card = await make("Guess", { likely: 60 });
  kit.at = new Date("2026-03-02T10:00:00Z");
  const path = `/cards/${card.id}/estimate`;
  expect((await as(seed.sam).put(path, { low: 90, likely: 60, high: 100 })).body.type).toContain(
    "estimate-order",
  );
  expect((await as(seed.sam).put(path, { low: 30, likely: null, high: null })).status).toBe(422);
  const seen = { low: null, likely: 60, high: null };
  expect(
    (await as(seed.sam).put(path, { low: 30, likely: 90, high: 300, expected: seen })).body,
  ).toMatchObject({ low: 30, likely: 90, high: 300 });
  const late = await as(seed.jo).put(path, { low: null, likely: 45, high: null, expected: seen });
  expect(late).toMatchObject({ status: 409, body: { facts: { by: "Sam", likely: 90 } } });
  const { estimates } = (await as(seed.jo).get(`/cards/${card.id}`)).body;
  expect(estimates.map(({ likely, by }: { likely: number; by: string }) => [likely, by])).toEqual([
    [90, seed.sam.id],
    [60, seed.jo.id],
  ]);
});

test("dates, priority and blocked", async () => {
  const card = await make("Quick");
  const put = (field: string, body: object) => as(seed.jo).put(`/cards/${card.id}/${field}`, body);
  expect((await put("dates", { dueOn: "2026-04-01" })).body).toMatchObject({
    startOn: null,
    dueOn: "2026-04-01",
  });
  expect((await put("dates", { startOn: "2026-04-02" })).body.type).toContain("dates-backwards");
  expect((await put("dates", { dueOn: "2026-02-30" })).status).toBe(400);
  expect((await put("priority", { priority: 2, expected: 1 })).status).toBe(409);
  expect((await put("priority", { priority: 2, expected: 0 })).body.priority).toBe(2);
  expect((await put("blocked", { reason: "Waiting for photos", byClient: true })).body).toMatchObject({
    blocked: true,
    blockedByClient: true,
    blockedReason: "Waiting for photos",
  });
  expect((await put("blocked", { reason: null })).body).toMatchObject({
    blocked: false,
    blockedByClient: false,
  });
});

test("an archived card leaves the board, keeps everything and comes back", async () => {
  const card = await make("Old", { columnId: seed.acme.columns.done, dueOn: "2026-03-09" });
  await as(seed.jo).post(`/cards/${card.id}/archive`);
  const onBoard = async () =>
    (await as(seed.jo).get(`/projects/${seed.acme.id}/board`)).body.cards.some(
      ({ id }: { id: string }) => id === card.id,
    );
  expect(await onBoard()).toBe(false);
  const archived = (await as(seed.jo).get(`${cards}?place=archived`)).body;
  expect(archived.items.map(({ title }: { title: string }) => title)).toEqual(["Old"]);
  const move = await as(seed.jo).post(`/cards/${card.id}/move`, {
    columnId: seed.acme.columns.todo,
    expected: { columnId: card.columnId },
  });
  expect(move.body.type).toContain("card-archived");
  const { touchedAt: _touched, ...kept } = card;
  expect((await as(seed.jo).post(`/cards/${card.id}/unarchive`)).body).toMatchObject(kept);
  expect(await onBoard()).toBe(true);
});

test("the Later list comes in pages", async () => {
  await as(seed.jo).post(`${cards}/batch`, { titles: ["L1", "L2", "L3"], place: "later" });
  const first = (await as(seed.jo).get(`${cards}?place=later&limit=2`)).body;
  expect(first.items.map(({ title }: { title: string }) => title)).toEqual(["L1", "L2"]);
  const second = (await as(seed.jo).get(`${cards}?place=later&limit=2&cursor=${first.nextCursor}`)).body;
  expect(second).toMatchObject({ items: [{ title: "L3", columnId: null }], nextCursor: null });
  expect((await as(seed.jo).get(`${cards}?place=later&cursor=nonsense`)).status).toBe(400);
  expect((await as(seed.jo).get(`${cards}?place=board`)).status).toBe(400);
});

test("the Later list of one milestone holds its cards alone", async () => {
  const { body: milestone } = await as(seed.sam).post(`/projects/${seed.acme.id}/milestones`, {
    title: "Put off",
  });
  await as(seed.jo).post(`${cards}/batch`, { titles: ["M1"], place: "later", milestoneId: milestone.id });
  const { body } = await as(seed.jo).get(`${cards}?place=later&milestoneId=${milestone.id}`);
  expect(body.items.map(({ title }: { title: string }) => title)).toEqual(["M1"]);
});

test("a card in the trash is not there for anybody", async () => {
  const card = await make("Gone");
  expect((await as(seed.gil).delete(`/cards/${card.id}`)).status).toBe(404);
  expect((await as(seed.jo).delete(`/cards/${card.id}`)).status).toBe(204);
  expect((await as(seed.jo).get(`/cards/${card.id}`)).status).toBe(404);
});
