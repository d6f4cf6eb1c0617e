import { beforeAll, expect, test } from "vitest";
import { type Loose, testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as, database } = server;
const { acme, baker } = seed;
const [jo, gil, kim, sam] = [as(seed.jo), as(seed.gil), as(seed.kim), as(seed.sam)];
const list = `/projects/${acme.id}/card-templates`;

let label: string;
let field: string;
let milestone: string;

beforeAll(async () => {
  label = (await jo.post(`/projects/${acme.id}/labels`, { name: "Fault", color: "red" })).body.id;
  field = (await jo.post(`/projects/${acme.id}/fields`, { name: "Browser", kind: "text" })).body.id;
  milestone = (await sam.post(`/projects/${acme.id}/milestones`, { title: "Pages" })).body.id;
});

const whole = (change: object = {}) => ({
  title: "Find the fault",
  body: "## Seen",
  checklist: [
    { text: "See it happen", personId: seed.jo.id, dueInDays: 1 },
    { heading: "After", text: "Say what it was" },
  ],
  labels: [label],
  people: [seed.jo.id],
  milestoneId: milestone,
  priority: 2,
  low: 60,
  likely: 120,
  high: 240,
  dueInDays: 2,
  values: [{ fieldId: field, value: "Firefox" }],
  links: [{ title: "How", url: "https://example.test/how" }],
  ...change,
});

async function create(name: string, content: object = whole()): Promise<Loose> {
  const { status, body } = await jo.post(list, { name, content });
  expect([status, body.detail]).toEqual([201, undefined]);
  return body;
}

const names = async () => (await jo.get(list)).body.items.map(({ name }: Loose) => name);
const use = (id: string, body: object = {}) => jo.post(`/card-templates/${id}/cards`, body);

test("a card that begins with a template has all of it, counted from the day it is made", async () => {
  const { id } = await create("Fault");
  const made = await use(id, { columnId: acme.columns.doing });
  expect([made.status, made.body.leftOut]).toEqual([201, []]);
  const { body } = await jo.get(`/cards/${made.body.card.id}`);
  expect(body).toMatchObject({
    title: "Find the fault",
    body: "## Seen",
    columnId: acme.columns.doing,
    milestoneId: milestone,
    people: [seed.jo.id],
    labels: [label],
    priority: 2,
    low: 60,
    likely: 120,
    high: 240,
    checklist: [
      { text: "See it happen", done: false, personId: seed.jo.id },
      { heading: "After", text: "Say what it was", dueOn: null },
    ],
    links: [{ title: "How", url: "https://example.test/how" }],
  });
  expect(body.values).toMatchObject([{ fieldId: field, value: "Firefox" }]);
  expect(body.dueOn > body.checklist[0].dueOn).toBe(true);
  const events = await database.maintenance
    .selectFrom("events")
    .select(["verb", "data"])
    .where("subjectId", "=", body.id)
    .execute();
  expect(events).toMatchObject([
    { verb: "card.created", data: { madeFrom: { kind: "template", id, name: "Fault" } } },
  ]);
});

test("what is said besides comes before the template's own word, people and labels as well as its own", async () => {
  const { id } = await create("Said");
  const other = (await jo.post(`/projects/${acme.id}/labels`, { name: "Soon", color: "teal" })).body.id;
  const said = { title: "Find the leak", milestoneId: null, labels: [other], likely: 30, priority: 3 };
  const { body } = await use(id, { ...said, dueOn: "2026-05-04", people: [seed.sam.id] });
  expect(body.card).toMatchObject({
    title: "Find the leak",
    milestoneId: null,
    low: null,
    likely: 30,
    high: null,
    priority: 3,
    dueOn: "2026-05-04",
  });
  expect(body.card.labels.toSorted()).toEqual([label, other].toSorted());
  expect(body.card.people.toSorted()).toEqual([seed.jo.id, seed.sam.id].toSorted());
  const [first, second] = (await jo.get(`/cards/${body.card.id}`)).body.checklist;
  expect([first.dueOn === null, second.dueOn]).toEqual([false, null]);
});

test("what is gone from the project is left out, and said", async () => {
  const gone = (await jo.post(`/projects/${acme.id}/labels`, { name: "Gone", color: "teal" })).body.id;
  const { id } = await create("Old", whole({ labels: [label, gone] }));
  expect((await sam.delete(`/labels/${gone}`)).status).toBe(204);
  const { body } = await use(id, { place: "later" });
  expect(body).toMatchObject({ leftOut: ["labels"], card: { labels: [label] } });
});

test("below a card, and not in a column of another project", async () => {
  const { id } = await create("Placed");
  const above = (await jo.post(`/projects/${acme.id}/cards`, { title: "Above" })).body;
  await jo.post(`/projects/${acme.id}/cards`, { title: "Below" });
  const { card } = (await use(id, { columnId: acme.columns.todo, after: above.id })).body;
  const { cards } = (await jo.get(`/projects/${acme.id}/board`)).body;
  const inOrder = cards
    .filter(({ columnId }: Loose) => columnId === acme.columns.todo)
    .toSorted((a: Loose, b: Loose) => (a.position < b.position ? -1 : 1))
    .map(({ id: each }: Loose) => each);
  expect(inOrder.indexOf(card.id)).toBe(inOrder.indexOf(above.id) + 1);
  expect((await use(id, { columnId: baker.columns.todo })).status).toBe(404);
});

test("a template is renamed and changed over the revision that was seen, and keeps what a late writer missed", async () => {
  const { id } = await create("Draft");
  const seen = { "if-match": "1" };
  const path = `/card-templates/${id}`;
  const changed = await jo.patch(path, { name: "Fair", content: whole({ title: "Ask" }) }, seen);
  expect(changed.body).toMatchObject({ name: "Fair", revision: 2, content: { title: "Ask" } });
  const late = await sam.patch(path, { name: "Mine" }, seen);
  expect([late.status, late.body.facts.current.name]).toEqual([412, "Fair"]);
  expect((await jo.patch(path, { name: "Mine" })).status).toBe(428);
});

test("one that is deleted waits in the trash, in its place", async () => {
  const before = await names();
  const { items } = (await jo.get(list)).body;
  const { id } = items[1];
  expect((await jo.delete(`/card-templates/${id}`)).status).toBe(204);
  expect(await names()).toEqual(before.toSpliced(1, 1));
  expect((await use(id)).status).toBe(404);
  const trash = (await jo.get(`/trash?projectId=${acme.id}`)).body.items;
  const { id: trashId } = trash.find(({ thingId }: Loose) => thingId === id);
  expect((await jo.post(`/trash/${trashId}/restore`)).status).toBe(204);
  expect((await jo.get(list)).body.items).toEqual(items);
});

test("their order is set whole, and only over the one that was seen", async () => {
  const expected = (await jo.get(list)).body.items.map(({ id }: Loose) => id);
  const ids = expected.toReversed();
  const order = (body: object) => jo.put(`${list}/order`, body);
  expect((await order({ ids: ids.slice(1), expected })).status).toBe(400);
  expect((await order({ ids, expected })).status).toBe(204);
  expect((await jo.get(list)).body.items.map(({ id }: Loose) => id)).toEqual(ids);
  expect((await order({ ids: expected, expected })).status).toBe(409);
  expect((await order({ ids: expected, expected: ids })).status).toBe(204);
  const both = await Promise.all([order({ ids, expected }), order({ ids, expected })]);
  expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
});

test("odd templates are refused, and who is not on the project sees nothing of them", async () => {
  const post = async (content: object, name = "Odd") => (await jo.post(list, { name, content })).status;
  expect(await post({ title: "" })).toBe(400);
  expect(await post({ title: "Odd" }, " ")).toBe(400);
  expect(await post({ title: "Odd", owner: seed.sam.id })).toBe(400);
  expect(await post({ title: "Odd", high: 20 })).toBe(422);
  const size = (await jo.post(`/projects/${acme.id}/fields`, { name: "Size", kind: "number" })).body.id;
  expect(await post({ title: "Odd", values: [{ fieldId: size, value: "big" }] })).toBe(400);
  expect((await gil.get(list)).status).toBe(403);
  expect((await kim.get(list)).status).toBe(404);
});
