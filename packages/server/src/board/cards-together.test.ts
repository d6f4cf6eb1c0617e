import { expect, test } from "vitest";
import { type Loose, testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as, kit } = server;
const { acme } = seed;
const { todo, doing, done } = acme.columns;
const jo = as(seed.jo);

const make = async (title: string, more: object = {}): Promise<Loose> =>
  (await jo.post(`/projects/${acme.id}/cards`, { title, columnId: todo, ...more })).body;
const titles = async (columnId: string): Promise<string[]> =>
  (await jo.get(`/projects/${acme.id}/board`)).body.cards
    .filter((card: Loose) => card.columnId === columnId)
    .map(({ title }: Loose) => title);
const archive = async (): Promise<Loose[]> =>
  (await jo.get(`/projects/${acme.id}/cards?place=archived`)).body.items;
const undo = (actId: string, who = jo) => who.post(`/projects/${acme.id}/acts/${actId}/undo`);
const empty = async () => {
  for (const columnId of [todo, doing, done])
    await jo.post(`/columns/${columnId}/archive-cards`, { only: "all" });
  const items = await archive();
  if (items.length > 0)
    await jo.post(`/projects/${acme.id}/cards/trash`, { cardIds: items.map(({ id }) => id) });
  kit.at = new Date(kit.at.getTime() + 60_000);
};

test("a column is emptied into the archive, and one undo puts every card where it was", async () => {
  await empty();
  const [one, two] = [await make("One"), await make("Two")];
  await make("Elsewhere", { columnId: doing });
  const { body } = await jo.post(`/columns/${todo}/archive-cards`, { only: "all" });
  expect(body.cardIds.toSorted()).toEqual([one.id, two.id].toSorted());
  expect([await titles(todo), await titles(doing)]).toEqual([[], ["Elsewhere"]]);
  expect((await undo(body.actId)).body.cardIds).toHaveLength(2);
  expect(await titles(todo)).toEqual(["One", "Two"]);
  expect(await undo(body.actId)).toMatchObject({
    status: 422,
    body: { type: expect.stringContaining("nothing-to-undo") },
  });
  const { items } = (await jo.get(`/events?subjectId=${one.id}`)).body;
  expect(items.map(({ verb }: Loose) => verb)).toEqual(["card.unarchived", "card.archived", "card.created"]);
});

test("only what is done goes where that is asked for, and an empty column has nothing to undo", async () => {
  await empty();
  const milestone = (await as(seed.sam).post(`/projects/${acme.id}/milestones`, { title: "Pages" })).body;
  await make("Open");
  const signedOff = await make("Signed off", { milestoneId: milestone.id });
  await server.database.maintenance
    .updateTable("cards")
    .set({ doneAt: kit.at })
    .where("id", "=", signedOff.id)
    .execute();
  const { body } = await jo.post(`/columns/${todo}/archive-cards`, { only: "done" });
  expect(body.cardIds).toEqual([signedOff.id]);
  expect(await titles(todo)).toEqual(["Open"]);
  const nothing = await jo.post(`/columns/${todo}/archive-cards`, { only: "done" });
  expect(nothing.body).toEqual({ actId: null, cardIds: [] });
});

test("an undo leaves alone what somebody has done with a card since, and is for whoever did it", async () => {
  await empty();
  const [one, two] = [await make("One"), await make("Two")];
  const { actId } = (await jo.post(`/columns/${todo}/archive-cards`, { only: "all" })).body;
  await as(seed.sam).post(`/cards/${two.id}/unarchive`);
  kit.at = new Date(kit.at.getTime() + 60_000);
  await as(seed.sam).post(`/cards/${two.id}/archive`);
  expect((await undo(actId, as(seed.sam))).status).toBe(404);
  expect((await undo(actId)).body.cardIds).toEqual([one.id]);
  expect((await archive()).map(({ title }) => title)).toEqual(["Two"]);
});

test("archived cards come back together, out of a milestone that is over, and go back as they lay there", async () => {
  await empty();
  const milestone = (await as(seed.sam).post(`/projects/${acme.id}/milestones`, { title: "Forms" })).body;
  const [one, two] = [await make("One", { milestoneId: milestone.id }), await make("Two")];
  await jo.post(`/columns/${todo}/archive-cards`, { only: "all" });
  await server.database.maintenance
    .updateTable("milestones")
    .set({ state: "dropped" })
    .where("id", "=", milestone.id)
    .execute();
  kit.at = new Date(kit.at.getTime() + 60_000);
  const before = await archive();
  const cardIds = [one.id, two.id];
  const { body } = await jo.post(`/projects/${acme.id}/cards/unarchive`, { cardIds });
  expect(body.cardIds).toHaveLength(2);
  expect((await jo.get(`/cards/${one.id}`)).body).toMatchObject({ milestoneId: null, archivedAt: null });
  await undo(body.actId);
  const bare = (cards: Loose[]) => cards.map(({ touchedAt: _when, ...card }) => card);
  expect(bare(await archive())).toEqual(bare(before));
});

test("many cards go into the trash together and come back by one undo", async () => {
  await empty();
  const [one, two] = [await make("One"), await make("Two")];
  const cardIds = [one.id, two.id];
  const { body } = await jo.post(`/projects/${acme.id}/cards/trash`, { cardIds });
  expect(await titles(todo)).toEqual([]);
  expect((await jo.post(`/projects/${acme.id}/cards/trash`, { cardIds })).body.actId).toBeNull();
  expect((await undo(body.actId)).body.cardIds.toSorted()).toEqual(cardIds.toSorted());
  expect(await titles(todo)).toEqual(["One", "Two"]);
});

test("a column is sorted once, what is alike stays in its order, and the undo restores the very places", async () => {
  await empty();
  await make("Page 10", { dueOn: "2026-06-12", priority: 1, likely: 60 });
  await make("Älter", { priority: 3 });
  await make("Page 2", { dueOn: "2026-06-01" });
  await make("Zulu", { priority: 1 });
  const sorted = async (by: string) => {
    const { body } = await jo.post(`/columns/${todo}/sort`, { by });
    return [await titles(todo), body.actId] as const;
  };
  expect((await sorted("title"))[0]).toEqual(["Älter", "Page 2", "Page 10", "Zulu"]);
  expect((await sorted("priority"))[0]).toEqual(["Älter", "Page 10", "Zulu", "Page 2"]);
  expect((await sorted("due"))[0]).toEqual(["Page 2", "Page 10", "Älter", "Zulu"]);
  expect((await sorted("newest"))[0]).toEqual(["Zulu", "Page 2", "Älter", "Page 10"]);
  expect((await sorted("estimate"))[0]).toEqual(["Page 10", "Zulu", "Page 2", "Älter"]);
  expect((await sorted("oldest"))[0]).toEqual(["Page 10", "Älter", "Page 2", "Zulu"]);
  expect((await sorted("oldest"))[1]).toBeNull();
  const [, actId] = await sorted("title");
  const was = (await jo.get(`/projects/${acme.id}/board`)).body.cards;
  await as(seed.sam).post(`/cards/${was[0].id}/move`, { columnId: doing, expected: { columnId: todo } });
  expect((await undo(actId ?? "")).body.cardIds).toHaveLength(3);
  expect(await titles(todo)).toEqual(["Page 10", "Page 2", "Zulu"]);
});

test("a guest does not act on many cards, nor does somebody of another project", async () => {
  await make("Theirs");
  for (const path of [`/columns/${todo}/archive-cards`, `/columns/${todo}/sort`]) {
    const body = path.endsWith("sort") ? { by: "due" } : { only: "all" };
    expect((await as(seed.gil).post(path, body)).status).toBe(403);
    expect((await as(seed.kim).post(path, body)).status).toBe(404);
  }
});
