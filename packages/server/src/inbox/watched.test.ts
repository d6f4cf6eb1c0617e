import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";
import { fillInboxes } from "./fill-inboxes.ts";

const server = await testServer();
const { seed, as, database } = server;
const { jo, sam, gil, amara } = seed;
const project = `/projects/${seed.acme.id}`;
const { kit } = server;
const services = { database, kit };
const make = async (title: string, more: object = {}) =>
  (await as(jo).post(`${project}/cards`, { title, ...more })).body;
const reasons = async (person: typeof jo, ref: string) => {
  kit.at = new Date(kit.at.getTime() + 60_000);
  while ((await fillInboxes(services)) > 0);
  const { items } = (await as(person).get("/inbox")).body;
  return items
    .filter((item: { thing: { ref: string } }) => item.thing.ref === ref)
    .map(({ category, reason }: { category: string; reason: string }) => `${category} ${reason}`);
};
const watchers = async (id: string) => (await as(jo).get(`/cards/${id}`)).body.watchers;

test("those on a card watch it, others by saying so, and each may say no", async () => {
  const { id } = await make("Watched", { people: [jo.id] });
  expect(await watchers(id)).toEqual([jo.id]);
  const watch = (person: typeof jo, watches: boolean) => as(person).put(`/cards/${id}/watch`, { watches });
  expect((await watch(sam, true)).body.watchers.toSorted()).toEqual([jo.id, sam.id].toSorted());
  expect((await watch(jo, false)).body.watchers).toEqual([sam.id]);
  expect((await watch(sam, false)).body.watchers).toEqual([]);
  expect((await watch(jo, true)).body.watchers).toEqual([jo.id]);
  expect((await watch(gil, true)).status).toBe(404);
});

test("watchers hear of comments, of dates and of the end, and of nothing else", async () => {
  const card = await make("Heard");
  await as(sam).put(`/cards/${card.id}/watch`, { watches: true });
  await as(jo).put(`/cards/${card.id}/priority`, { priority: 3 });
  await as(jo).put(`/cards/${card.id}/labels`, { add: [] });
  expect(await reasons(sam, card.ref)).toEqual([]);
  await as(jo).post("/comments", { subject: { kind: "card", id: card.id }, body: "Look" });
  expect(await reasons(sam, card.ref)).toEqual(["watched watched_talk"]);
  expect(await reasons(jo, card.ref)).toEqual([]);
  await as(jo).put(`/cards/${card.id}/dates`, { dueOn: "2026-05-01" });
  expect(await reasons(sam, card.ref)).toEqual(["watched watched_dates"]);
  const { columns } = seed.acme;
  const move = (columnId: string, from: string) =>
    as(jo).post(`/cards/${card.id}/move`, { columnId, expected: { columnId: from } });
  await move(columns.done, card.columnId);
  expect(await reasons(sam, card.ref)).toEqual(["watched watched_done"]);
  await as(sam).put(`/cards/${card.id}/watch`, { watches: false });
  await as(sam).get("/inbox");
  await as(jo).put(`/cards/${card.id}/dates`, { dueOn: "2026-05-02" });
  expect(await reasons(amara, card.ref)).toEqual([]);
});

test("a mention of somebody who watches stays a mention, and a line that is given to them an assignment", async () => {
  const card = await make("Mentioned");
  await as(sam).put(`/cards/${card.id}/watch`, { watches: true });
  await as(jo).post("/comments", {
    subject: { kind: "card", id: card.id },
    body: "Look",
    mentions: [sam.id],
  });
  expect((await reasons(sam, card.ref))[0]).toMatch(/^mention /);
  const other = await make("Given");
  const { body } = await as(jo).post(`/cards/${other.id}/items`, {
    texts: [{ text: "Do", personId: sam.id }],
  });
  expect(await reasons(sam, other.ref)).toEqual(["assigned assigned"]);
  await as(sam).post(`/items/${body.items[0].id}/tick`, { done: true, expected: false });
  expect(await reasons(sam, other.ref)).toEqual([]);
});

test("a guest does not hear of what is said with the client", async () => {
  const card = await make("With client", { people: [gil.id] });
  const say = (audience: string) =>
    as(jo).post("/comments", { subject: { kind: "card", id: card.id }, body: "Words", audience });
  while ((await fillInboxes(services)) > 0);
  const { items } = (await as(gil).get("/inbox")).body;
  for (const { id } of items) await as(gil).post(`/inbox/${id}/done`, {});
  await say("client");
  expect(await reasons(gil, card.ref)).not.toContain("watched watched_talk");
  await say("team");
  expect(await reasons(gil, card.ref)).toContain("watched watched_talk");
});
