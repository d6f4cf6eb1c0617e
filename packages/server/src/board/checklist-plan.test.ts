import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

/** Monday 2 March 2026. */
const server = await testServer();
const { seed, as } = server;
const { jo, sam, gil } = seed;
const project = `/projects/${seed.acme.id}`;
const make = async (title: string, more: object = {}) =>
  (await as(jo).post(`${project}/cards`, { title, ...more })).body;
const card = async (id: string) => (await as(jo).get(`/cards/${id}`)).body;
const add = async (id: string, ...texts: object[]) =>
  (await as(jo).post(`/cards/${id}/items`, { texts })).body.items;

test("a line has somebody who does it and a day; both are changed over what was seen", async () => {
  const { id } = await make("Plan");
  const [line] = await add(id, { text: "Call", personId: sam.id, dueOn: "2026-03-06" });
  expect(line).toMatchObject({ personId: sam.id, dueOn: "2026-03-06", madeCard: null });
  const person = (personId: string | null, expected: string | null) =>
    as(jo).put(`/items/${line.id}/person`, { personId, expected });
  expect((await person(jo.id, sam.id)).body).toMatchObject({ personId: jo.id });
  expect(await person(null, sam.id)).toMatchObject({
    status: 409,
    body: { facts: { by: "Jo", personId: jo.id } },
  });
  const due = (dueOn: string | null, expected: string | null) =>
    as(sam).put(`/items/${line.id}/due`, { dueOn, expected });
  expect((await due("2026-03-09", "2026-03-06")).body).toMatchObject({ dueOn: "2026-03-09" });
  expect((await due(null, "2026-03-06")).status).toBe(409);
  expect((await card(id)).checklist).toMatchObject([{ personId: jo.id, dueOn: "2026-03-09" }]);
});

test("a line is done by people of the project; a guest by those of cards they are on", async () => {
  const { id } = await make("Whose");
  const [line] = await add(id, { text: "x" });
  const give = (personId: string) => as(jo).put(`/items/${line.id}/person`, { personId, expected: null });
  expect((await give(seed.other.owner.id)).status).toBe(422);
  expect((await give(gil.id)).status).toBe(422);
  expect((await as(jo).post(`/cards/${id}/items`, { texts: [{ text: "y", personId: gil.id }] })).status).toBe(
    422,
  );
  await as(jo).put(`/cards/${id}/people`, { add: [gil.id] });
  expect((await give(gil.id)).status).toBe(200);
});

test("a line becomes a card of the same milestone and column, and a line again, byte for byte", async () => {
  const { body: milestone } = await as(sam).post(`${project}/milestones`, { title: "Site live" });
  const columnId = seed.acme.columns.doing;
  const parent = await make("Parent", { milestoneId: milestone.id, columnId });
  const below = await make("Below", { columnId });
  const [line] = await add(
    parent.id,
    { text: "Write the texts", personId: sam.id, dueOn: "2026-03-20" },
    { text: "b" },
  );
  const before = (await card(parent.id)).checklist;
  const { status, body: made } = await as(jo).post(`/items/${line.id}/card`);
  expect(status).toBe(201);
  expect(made.card).toMatchObject({
    ...{
      title: "Write the texts",
      milestoneId: milestone.id,
      columnId,
      people: [sam.id],
      dueOn: "2026-03-20",
    },
  });
  expect(parent.position < made.card.position && made.card.position < below.position).toBe(true);
  expect(made.item).toMatchObject({ done: true, madeCard: { ref: made.card.ref, done: false } });
  expect(await card(parent.id)).toMatchObject({ items: 2, itemsDone: 1 });
  expect((await as(jo).post(`/items/${line.id}/card`)).status).toBe(409);
  expect((await as(jo).delete(`/items/${line.id}/card`)).status).toBe(200);
  expect((await card(parent.id)).checklist).toEqual(before);
  expect(await card(parent.id)).toMatchObject({ items: 2, itemsDone: 0 });
  expect((await as(jo).get(`/cards/${made.card.id}`)).status).toBe(404);
});

test("a guest makes no cards of lines, and does not learn of a card that does not carry them", async () => {
  const { id } = await make("With guest", { people: [gil.id] });
  const [line] = await add(id, { text: "Secret work" });
  expect((await as(gil).post(`/items/${line.id}/card`)).status).toBe(403);
  await as(jo).post(`/items/${line.id}/card`);
  expect((await as(gil).get(`/cards/${id}`)).body.checklist).toMatchObject([{ done: true, madeCard: null }]);
});

test("lines that are due show in today of whoever does them, until they are ticked or their card is done", async () => {
  const { id, ref } = await make("Due lines");
  const [late, tomorrow, later] = await add(
    id,
    { text: "Late", personId: sam.id, dueOn: "2026-02-27" },
    { text: "Tomorrow", personId: sam.id, dueOn: "2026-03-03" },
    { text: "Later", personId: sam.id, dueOn: "2026-03-04" },
  );
  const items = async () => (await as(sam).get("/today")).body.items;
  const project = { id: seed.acme.id, key: "ACME" };
  expect(await items()).toMatchObject([
    { id: late.id, dueOn: "2026-02-27", card: { ref, title: "Due lines" }, project },
    { id: tomorrow.id, text: "Tomorrow" },
  ]);
  expect(later.dueOn).toBe("2026-03-04");
  await as(sam).post(`/items/${late.id}/tick`, { done: true, expected: false });
  expect(await items()).toHaveLength(1);
  await as(jo).delete(`/cards/${id}`);
  expect(await items()).toEqual([]);
});
