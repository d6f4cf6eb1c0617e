import fc from "fast-check";
import { expect, test } from "vitest";
import { newId } from "../kit/id.ts";
import { type Loose, type TestAnswer, testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as, kit } = server;
const { acme } = seed;
const jo = as(seed.jo);
const { todo, doing, done } = acme.columns;

const [milestone, other] = await Promise.all(
  ["Pages", "Forms"].map(
    async (title) => (await as(seed.sam).post(`/projects/${acme.id}/milestones`, { title })).body.id,
  ),
);
const label = (await jo.post(`/projects/${acme.id}/labels`, { name: "Design", color: "teal" })).body.id;
const field = (await jo.post(`/projects/${acme.id}/fields`, { name: "Colour", kind: "text" })).body.id;

/** Everything that the API says of the card but how often and when it was written, and what it remembers. */
async function stateOf(id: string): Promise<Loose> {
  const { body, status } = await jo.get(`/cards/${id}`);
  expect(status).toBe(200);
  const { revision: _written, touchedAt: _when, estimates: _history, ...state } = body;
  const checklist = state.checklist.map(({ revision: _line, ...line }: Loose) => line);
  return { ...state, people: [...state.people].sort(), labels: [...state.labels].sort(), checklist };
}

interface Step {
  method: "post" | "put" | "delete";
  path: string;
  body?: object;
}
type Act = (card: Loose) => { there: Step; back: Step | null };

const put = (path: string, body: object): Step => ({ method: "put", path, body });
const post = (path: string, body: object = {}): Step => ({ method: "post", path, body });

/** A quick field that is set to something else and to what it was. */
function set(card: Loose, name: string, wanted: object): { there: Step; back: Step } {
  const was = Object.fromEntries(Object.keys(wanted).map((key) => [key, card[key]]));
  return { there: put(name, wanted), back: put(name, was) };
}

function mark(card: Loose, name: "people" | "labels", id: string): { there: Step; back: Step } {
  const [there, back] = card[name].includes(id) ? ["remove", "add"] : ["add", "remove"];
  return { there: put(name, { [there]: [id] }), back: put(name, { [back]: [id] }) };
}

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-04-${String(n).padStart(2, "0")}`);
const minutes = fc.integer({ min: 1, max: 500 });

const acts: Record<string, fc.Arbitrary<Act>> = {
  archive: fc.constant(() => ({ there: post("archive"), back: post("unarchive") })),
  trash: fc.constant(() => ({ there: { method: "delete", path: "" }, back: null })),
  dates: fc.tuple(day, day).map((days) => (card) => {
    const [startOn, dueOn] = [...days].sort();
    return set(card, "dates", { startOn, dueOn });
  }),
  estimate: fc.tuple(minutes, minutes, minutes).map((all) => (card) => {
    const [low, likely, high] = [...all].sort((a, b) => a - b);
    return set(card, "estimate", { low, likely, high });
  }),
  milestone: fc.constantFrom(milestone, other, null).map((to) => (card) => ({
    there: put("milestone", { milestoneId: to, expected: card.milestoneId }),
    back: put("milestone", { milestoneId: card.milestoneId, expected: to }),
  })),
  people: fc.constantFrom(seed.jo.id, seed.sam.id).map((id) => (card) => mark(card, "people", id)),
  labels: fc.constant((card) => mark(card, "labels", label)),
  priority: fc.nat(3).map((priority) => (card) => set(card, "priority", { priority })),
  blocked: fc.tuple(fc.constantFrom("The logo", null), fc.boolean()).map(([reason, byClient]) => (card) => ({
    there: put("blocked", { reason, byClient }),
    back: put("blocked", { reason: card.blockedReason, byClient: card.blockedByClient }),
  })),
  value: fc.constantFrom("Green", "Süß ", "").map((value) => (card) => ({
    there: put(`values/${field}`, { value }),
    back: put(`values/${field}`, { value: card.values[0]?.value ?? "" }),
  })),
  tick: fc.nat(1).map((n) => ({ checklist }) => {
    const { id, done: expected } = checklist[n];
    const path = `/items/${id}/tick`;
    return {
      there: post(path, { done: !expected, expected }),
      back: post(path, { done: expected, expected: !expected }),
    };
  }),
};

const some = fc.array(fc.oneof(...Object.values(acts)), { minLength: 1, maxLength: 4 });

async function take(card: Loose, { method, path, body }: Step): Promise<TestAnswer> {
  const answer = await jo[method](
    path.startsWith("/") ? path : `/cards/${card.id}/${path}`.replace(/\/$/, ""),
    body,
  );
  expect([path, answer.status, answer.status < 300 ? null : answer.body]).toEqual([
    path,
    answer.status,
    null,
  ]);
  return answer;
}

async function restore(card: Loose): Promise<void> {
  const { items } = (await jo.get(`/trash?projectId=${acme.id}`)).body;
  const { id } = items.find(({ thingId }: Loose) => thingId === card.id);
  expect((await jo.post(`/trash/${id}/restore`)).status).toBe(204);
}

/** A card with something of everything, in a column; what is in the last one was done yesterday. */
async function fullCard(columnId: string): Promise<Loose> {
  const wanted = { columnId, body: "# What", milestoneId: milestone, people: [seed.jo.id], labels: [label] };
  const figures = {
    priority: 2,
    low: 60,
    likely: 120,
    high: 600,
    startOn: "2026-03-03",
    dueOn: "2026-03-06",
  };
  const card = (
    await jo.post(`/projects/${acme.id}/cards`, { title: `Card ${newId()}`, ...wanted, ...figures })
  ).body;
  await jo.post(`/cards/${card.id}/items`, { texts: ["Draft", "Ask"] });
  await jo.post(`/cards/${card.id}/links`, { title: "Sketch", url: "https://example.test/sketch" });
  await jo.put(`/cards/${card.id}/values/${field}`, { value: "Red" });
  await jo.post("/comments", { subject: { kind: "card", id: card.id }, body: "Looks good" });
  kit.at = new Date(kit.at.getTime() + 86_400_000);
  return card;
}

test("R23: every act and its undo leave a card as it was, field by field", async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(todo, doing, done), some, async (columnId, wanted) => {
      const { id } = await fullCard(columnId);
      const before = await stateOf(id);
      for (const act of wanted) {
        const { there, back } = act(before);
        await take(before, there);
        await (back ? take(before, back) : restore(before));
        expect(await stateOf(id)).toEqual(before);
      }
    }),
    { numRuns: 30 },
  );
}, 60_000);

test("R23: a card that goes to another column or the Later list and is taken back is as it was, where it stood", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(todo, doing, done),
      fc.constantFrom(todo, doing, "later"),
      async (columnId, to) => {
        const [card, below] = [await fullCard(columnId), await fullCard(columnId)];
        const order = async () =>
          (await jo.get(`/projects/${acme.id}/board`)).body.cards.map(({ id }: Loose) => id);
        const [before, stood] = [await stateOf(card.id), await order()];
        const away = to === "later" ? { place: "later" } : { columnId: to };
        kit.at = new Date(kit.at.getTime() + 3_600_000);
        const { moveId } = (await take(card, post("move", { ...away, expected: { columnId } }))).body;
        await take(card, post("move", { columnId, before: below.id, expected: away, undo: moveId }));
        const { position: _key, ...after } = await stateOf(card.id);
        const { position: _was, ...was } = before;
        expect(after).toEqual(was);
        expect(await order()).toEqual(stood);
      },
    ),
    { numRuns: 30 },
  );
}, 60_000);

test("R23: two moves that are taken back one after the other give a card the day it was done again", async () => {
  const card = await fullCard(done);
  const before = await stateOf(card.id);
  const move = async (from: string, to: string, undo?: string) => {
    kit.at = new Date(kit.at.getTime() + 3_600_000);
    return (await take(card, post("move", { columnId: to, expected: { columnId: from }, undo }))).body.moveId;
  };
  const first = await move(done, doing);
  const second = await move(doing, todo);
  await move(todo, doing, second);
  await move(doing, done, first);
  const { startedAt, doneAt } = await stateOf(card.id);
  expect({ startedAt, doneAt }).toEqual({ startedAt: before.startedAt, doneAt: before.doneAt });
});

test("an undo names a move of this card, and nothing else", async () => {
  const [card, other] = [await fullCard(todo), await fullCard(todo)];
  const there = post("move", { columnId: doing, expected: { columnId: todo } });
  const { moveId } = (await take(other, there)).body;
  await take(card, there);
  const undo = (id: string) =>
    jo.post(`/cards/${card.id}/move`, { columnId: todo, expected: { columnId: doing }, undo: id });
  for (const id of [moveId, newId(), card.id]) expect((await undo(id)).status).toBe(404);
  expect((await stateOf(card.id)).columnId).toBe(doing);
});

test("R23: the day a card was done survives archive, trash and a new place in its column", async () => {
  const [card, below] = [await fullCard(done), await fullCard(done)];
  const { doneAt } = await stateOf(card.id);
  expect(doneAt).not.toBeNull();
  await take(card, post("archive"));
  await take(card, { method: "delete", path: "" });
  await restore(card);
  await take(card, post("unarchive"));
  await take(card, post("move", { columnId: done, before: below.id, expected: { columnId: done } }));
  expect((await stateOf(card.id)).doneAt).toBe(doneAt);
});

/** All rows of the project's cards, but for when they were touched last. */
async function rowsOf(): Promise<Loose[]> {
  const rows = await server.database.maintenance
    .selectFrom("cards")
    .selectAll()
    .where("projectId", "=", acme.id)
    .orderBy("id")
    .execute();
  return rows.map(({ touchedAt: _when, ...row }) => row);
}

test("R23: what is done with a whole column or with many cards of the archive is taken back row by row", async () => {
  await Promise.all([fullCard(todo), fullCard(todo), fullCard(done), fullCard(todo)]);
  const undo = async ({ actId }: Loose) =>
    expect((await jo.post(`/projects/${acme.id}/acts/${actId}/undo`)).status).toBe(200);
  const several: (() => Promise<TestAnswer>)[] = [
    () => jo.post(`/columns/${todo}/archive-cards`, { only: "all" }),
    () => jo.post(`/columns/${done}/archive-cards`, { only: "done" }),
    ...["due", "priority", "title", "newest", "estimate"].map(
      (by) => () => jo.post(`/columns/${todo}/sort`, { by }),
    ),
  ];
  for (const act of several) {
    const before = await rowsOf();
    kit.at = new Date(kit.at.getTime() + 3_600_000);
    const { body } = await act();
    if (body.actId === null) continue;
    expect(await rowsOf()).not.toEqual(before);
    await undo(body);
    expect(await rowsOf()).toEqual(before);
  }
  await jo.post(`/columns/${todo}/archive-cards`, { only: "all" });
  kit.at = new Date(kit.at.getTime() + 3_600_000);
  const archived = await rowsOf();
  const cardIds = archived.filter(({ archivedAt }) => archivedAt).map(({ id }) => id);
  for (const what of ["unarchive", "trash"]) {
    const { body } = await jo.post(`/projects/${acme.id}/cards/${what}`, { cardIds });
    expect(body.cardIds.length).toBeGreaterThan(2);
    await undo(body);
    expect(await rowsOf()).toEqual(archived);
  }
});
