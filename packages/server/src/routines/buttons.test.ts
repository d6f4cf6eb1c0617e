import { expect, test } from "vitest";
import { type Loose, testServer } from "../testing/server.ts";

const server = await testServer();
const { database, seed, as } = server;
const [sam, jo, gil, kim] = [as(seed.sam), as(seed.jo), as(seed.gil), as(seed.kim)];
const { columns } = seed.acme;
const project = `/projects/${seed.acme.id}`;
const label = (await sam.post(`${project}/labels`, { name: "Print", color: "teal" })).body;
const milestone = (await sam.post(`${project}/milestones`, { title: "Opening" })).body;

const button = async (name: string, steps: object[], place = "card"): Promise<Loose> => {
  const { status, body } = await sam.post(`${project}/buttons`, { place, name, steps });
  expect([status, body.detail]).toEqual([201, undefined]);
  return body;
};
const make = async (title: string, more: object = {}): Promise<Loose> =>
  (await jo.post(`${project}/cards`, { title, ...more })).body;
const press = (id: string, ...cardIds: string[]) => jo.post(`/buttons/${id}/press`, { cardIds, revision: 1 });
const undo = (id: string) => jo.post(`/button-presses/${id}/undo`);
/** All of a card but when it was touched. */
const card = async (id: string): Promise<Loose> => {
  const { touchedAt: _, ...rest } = (await sam.get(`/cards/${id}`)).body;
  return rest;
};

const ALL = [
  { do: "milestone", milestoneId: milestone.id },
  { do: "assign", personId: null },
  { do: "label", labelId: label.id },
  { do: "due", inDays: 2 },
  { do: "move", columnId: columns.doing },
];

test("who leads makes, changes and removes buttons; the rest of the project presses them", async () => {
  const { id, revision } = await button("Begin", ALL);
  expect((await jo.get(`${project}/buttons`)).body.items).toMatchObject([{ id, name: "Begin", steps: ALL }]);
  const wish = { place: "card", name: "Begin now", steps: [{ do: "tickAll" }] };
  const put = (who: typeof jo, seen: number) => who.put(`/buttons/${id}`, wish, { "if-match": String(seen) });
  expect([(await put(jo, revision)).status, (await put(kim, revision)).status]).toEqual([403, 404]);
  expect((await put(sam, revision)).body).toMatchObject({ name: "Begin now", revision: 2 });
  const late = await put(sam, revision);
  // Both stand there: what was typed with whoever asked, and what is there in the answer.
  expect([late.status, late.body.facts.current]).toMatchObject([412, { name: "Begin now", revision: 2 }]);
  const { id: cardId } = await make("Mine");
  const seen = (who: typeof jo, at: number) =>
    who.post(`/buttons/${id}/press`, { cardIds: [cardId], revision: at });
  expect([(await seen(gil, 2)).status, (await seen(jo, 1)).status]).toEqual([403, 409]);
  const odd = [
    { ...wish, steps: [] },
    { ...wish, steps: Array(6).fill({ do: "archive" }) },
    { ...wish, name: " " },
  ];
  for (const each of odd) expect((await sam.post(`${project}/buttons`, each)).status).toBe(400);
  const foreign = { ...wish, steps: [{ do: "move", columnId: seed.baker.columns.todo }] };
  expect((await sam.post(`${project}/buttons`, foreign)).status).toBe(404);
  expect((await sam.delete(`/buttons/${id}`)).status).toBe(204);
});

test("a press does all its steps as whoever pressed, and one undo takes all of them back", async () => {
  const { id } = await button("Begin", ALL);
  const above = await make("Above");
  const { id: cardId } = await make("Sign", { likely: 60 });
  await make("Below");
  const before = await card(cardId);
  const pressed = await press(id, cardId);
  expect(pressed).toMatchObject({ status: 200, body: { cards: 1 } });
  expect(await card(cardId)).toMatchObject({
    columnId: columns.doing,
    milestoneId: milestone.id,
    people: [seed.jo.id],
    labels: [label.id],
    // Monday, and two working days.
    dueOn: "2026-03-04",
  });
  const events = await database.maintenance
    .selectFrom("events")
    .select(["verb", "actorId", "data"])
    .where("subjectId", "=", cardId)
    .orderBy("position")
    .execute();
  expect(events.slice(1)).toMatchObject(
    ["milestoneChanged", "assigned", "labelled", "datesChanged", "moved"].map((verb) => ({
      verb: `card.${verb}`,
      actorId: seed.jo.id,
      data: { byButton: "Begin" },
    })),
  );
  expect((await undo(pressed.body.id)).status).toBe(204);
  expect(await card(cardId)).toEqual(before);
  expect((await undo(pressed.body.id)).status).toBe(409);
  expect((await card(above.id)).columnId).toBe(columns.todo);
});

test("several cards are done together, ticked and archived, and come back as they were", async () => {
  const { id } = await button(
    "Finish",
    [{ do: "tickAll" }, { do: "move", columnId: columns.done }, { do: "archive" }],
    "board",
  );
  const cards = [await make("One"), await make("Two")];
  const ids = cards.map(({ id: cardId }) => cardId);
  const { items } = (await jo.post(`/cards/${ids[0]}/items`, { texts: ["a", "b"] })).body;
  await jo.post(`/items/${items[0].id}/tick`, { done: true, expected: false });
  const before = await Promise.all(ids.map(card));
  const pressed = await press(id, ...ids);
  expect(pressed.body.cards).toBe(2);
  for (const each of await Promise.all(ids.map(card)))
    expect(each).toMatchObject({ columnId: columns.done, archivedAt: expect.any(String) });
  expect((await card(ids[0])).itemsDone).toBe(2);
  expect((await undo(pressed.body.id)).status).toBe(204);
  expect(await Promise.all(ids.map(card))).toEqual(before);
});

test("where one card cannot, none is done; and nobody's work is taken back over their head", async () => {
  const { id } = await button("Later", [
    { do: "due", inDays: 0 },
    { do: "move", columnId: columns.doing },
  ]);
  const [fine, odd] = [await make("Fine"), await make("Odd", { startOn: "2026-06-01" })];
  expect((await press(id, fine.id, odd.id)).status).toBe(422);
  expect((await card(fine.id)).columnId).toBe(columns.todo);
  const pressed = await press(id, fine.id);
  await jo.post(`/cards/${fine.id}/move`, {
    columnId: columns.done,
    expected: { columnId: columns.doing },
  });
  const refused = await undo(pressed.body.id);
  expect([refused.status, refused.body.detail]).toEqual([
    409,
    `${seed.jo.name} has gone on with “Fine” meanwhile.`,
  ]);
  expect((await card(fine.id)).dueOn).toBe("2026-03-02");
});

test("a button that names what is gone says so and does nothing", async () => {
  const column = (await sam.post(`${project}/columns`, { name: "Print", category: "doing" })).body;
  const { id } = await button("To print", [
    { do: "due", inDays: 1 },
    { do: "move", columnId: column.id },
  ]);
  await sam.delete(`/columns/${column.id}`, {});
  const { id: cardId } = await make("Flyer");
  const pressed = await press(id, cardId);
  expect([pressed.status, pressed.body.detail]).toEqual([
    422,
    "This button names something that is gone. Change it first.",
  ]);
  expect((await card(cardId)).dueOn).toBeNull();
});

test("they stand in the order that was chosen, a new one where it is put, and nobody orders over another", async () => {
  const at = `/projects/${seed.baker.id}/buttons`;
  const wish = (name: string, more: object = {}) => ({
    place: "card",
    name,
    steps: [{ do: "archive" }],
    ...more,
  });
  const add = async (name: string, more: object = {}): Promise<string> =>
    (await kim.post(at, wish(name, more))).body.id;
  const ids = async () => (await kim.get(at)).body.items.map(({ id }: Loose) => id);
  const [one, two] = [await add("One"), await add("Two")];
  const first = await add("First", { after: null });
  const between = await add("Between", { after: one });
  expect(await ids()).toEqual([first, one, between, two]);
  const order = (wanted: string[], expected: string[]) => kim.put(`${at}/order`, { ids: wanted, expected });
  const turned = [two, between, one, first];
  expect((await order(turned, await ids())).status).toBe(204);
  expect(await ids()).toEqual(turned);
  expect((await order([first, one, between, two], [first, one, between, two])).status).toBe(409);
  expect((await order([one], turned)).status).toBe(400);
  expect((await kim.post(at, wish("Lost", { after: crypto.randomUUID() }))).status).toBe(404);
  const both = await Promise.all([
    order([first, two, between, one], turned),
    order([one, two, between, first], turned),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
});
