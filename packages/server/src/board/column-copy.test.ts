import { expect, test } from "vitest";
import { type Loose, testServer } from "../testing/server.ts";

const { seed, as, database } = await testServer();
const { acme } = seed;
const { todo, doing } = acme.columns;
const [jo, sam] = [as(seed.jo), as(seed.sam)];
const board = async (): Promise<Loose> => (await sam.get(`/projects/${acme.id}/board`)).body;
const cardsIn = async (columnId: string): Promise<Loose[]> =>
  (await board()).cards.filter((card: Loose) => card.columnId === columnId);

const milestone = (await sam.post(`/projects/${acme.id}/milestones`, { title: "Pages" })).body.id;
const label = (await jo.post(`/projects/${acme.id}/labels`, { name: "Design", color: "teal" })).body.id;
const field = (await sam.post(`/projects/${acme.id}/fields`, { name: "Colour", kind: "text" })).body.id;
const full = (
  await jo.post(`/projects/${acme.id}/cards`, {
    title: "Full",
    columnId: todo,
    body: "# What",
    milestoneId: milestone,
    people: [seed.jo.id],
    labels: [label],
    dueOn: "2026-06-12",
    likely: 60,
  })
).body;
await jo.post(`/cards/${full.id}/items`, { texts: ["Draft", "Ask"] });
await jo.put(`/cards/${full.id}/values/${field}`, { value: "Red" });
await jo.post("/comments", { subject: { kind: "card", id: full.id }, body: "Looks good" });
await jo.patch(`/cards/${full.id}`, { audience: "client" }, { "if-match": '"r1"' });
await jo.post(`/projects/${acme.id}/cards`, { title: "Second", columnId: todo });
const put = (await jo.post(`/projects/${acme.id}/cards`, { title: "Put away", columnId: todo })).body;
await jo.post(`/cards/${put.id}/archive`, {});

test("a column is copied beside it, with the parts of its cards that are named and for the team alone", async () => {
  const parts = ["checklist", "labels", "dates", "comments"];
  const copied = await sam.post(`/columns/${todo}/copy`, { name: "To do again", wipLimit: 4, cards: parts });
  expect(copied).toMatchObject({
    status: 201,
    body: { column: { name: "To do again", category: "todo", wipLimit: 4 }, leftOut: [] },
  });
  const { columns } = await board();
  expect(columns.map(({ name }: Loose) => name)).toEqual(["To do", "To do again", "Doing", "Done"]);
  const cards = await cardsIn(copied.body.column.id);
  expect(cards.map(({ title }) => title)).toEqual(["Full", "Second"]);
  expect(cards.map(({ id }) => id)).toEqual(copied.body.cardIds);
  const { body } = await jo.get(`/cards/${cards[0]?.id}`);
  expect(body).toMatchObject({
    audience: "team",
    body: "# What",
    milestoneId: milestone,
    people: [],
    labels: [label],
    dueOn: "2026-06-12",
    likely: 60,
    items: 2,
    itemsDone: 0,
    comments: 1,
    values: [{ fieldId: field, value: "Red" }],
  });
});

test("a column is copied without its cards when none are asked for", async () => {
  const { body } = await sam.post(`/columns/${todo}/copy`, { name: "Bare" });
  expect([body.cardIds, await cardsIn(body.column.id)]).toEqual([[], []]);
  expect((await jo.post(`/columns/${todo}/copy`, { name: "Not mine" })).status).toBe(403);
});

test("R23: the undo takes the copies along and leaves the board as it was", async () => {
  const before = await board();
  const { body } = await sam.post(`/columns/${todo}/copy`, { name: "Again", cards: ["files", "people"] });
  const path = `/columns/${body.column.id}/undo-copy`;
  expect((await as(seed.amara).post(path)).status).toBe(404);
  expect((await sam.post(path)).status).toBe(204);
  expect(await board()).toEqual(before);
  const trash = await database.maintenance.selectFrom("trash").select("thingId").execute();
  expect(trash.map(({ thingId }) => thingId).toSorted()).toEqual(body.cardIds.toSorted());
});

test("what somebody has put into the copy meanwhile is not lost with it", async () => {
  const { body } = await sam.post(`/columns/${todo}/copy`, { name: "Again", cards: [] });
  const [first] = body.cardIds;
  await jo.post(`/cards/${first}/move`, { columnId: doing, expected: { columnId: body.column.id } });
  const own = await jo.post(`/projects/${acme.id}/cards`, { title: "Own", columnId: body.column.id });
  await sam.post(`/columns/${body.column.id}/undo-copy`);
  expect((await cardsIn(doing)).map(({ id }) => id)).toEqual([first]);
  expect((await cardsIn(todo)).map(({ id }) => id)).toContain(own.body.id);
});
