import { expect, test } from "vitest";
import { seedContacts } from "../testing/portal.ts";
import type { SeedPerson } from "../testing/seed.ts";
import { type Loose, testServer } from "../testing/server.ts";
import { fillInboxes } from "./fill-inboxes.ts";

const server = await testServer();
const { database, kit, seed, as } = server;
const { sam, jo, gil, kim, amara, acme } = { ...seed };
const { dana } = await seedContacts(server);
const services = { database, kit };
const project = `/projects/${acme.id}`;

async function filled(): Promise<void> {
  // Events of transactions that still run elsewhere hold the cursor back for a moment.
  for (let turn = 0; turn < 40; turn++) {
    while ((await fillInboxes(services)) > 0);
    await new Promise((resume) => setTimeout(resume, 5));
  }
}
const inbox = async (person: SeedPerson, query = "") => {
  await filled();
  return (await as(person).get(`/inbox${query}`)).body;
};
const lines = (body: Loose) =>
  body.items.map((one: Loose) => [one.reason, one.thing.kind, one.thing.title, one.happenings]);
const later = (minutes: number) => {
  kit.at = new Date(kit.at.getTime() + minutes * 60_000);
};
const card = async (body: object) => (await as(sam).post(`${project}/cards`, body)).body;

test("who is assigned, mentioned or becomes owner finds one item a thing, and nobody their own acts", async () => {
  const made = await card({ title: "Home page", people: [jo.id, sam.id] });
  expect(lines(await inbox(jo))).toEqual([["assigned", "card", "Home page", 1]]);
  expect(lines(await inbox(sam))).toEqual([]);
  later(1);
  await as(sam).post("/comments", {
    subject: { kind: "card", id: made.id },
    body: "Please look",
    mentions: [jo.id],
  });
  later(1);
  await as(sam).patch(`/cards/${made.id}`, { title: "Start page" }, { "if-match": "1" });
  const body = await inbox(jo);
  expect(lines(body)).toEqual([["mentioned", "card", "Start page", 2]]);
  expect(body.items[0]).toMatchObject({
    category: "mention",
    what: "Sam mentioned you",
    because: null,
    thing: { ref: made.ref },
  });
  expect(body.counts).toMatchObject({ unread: 1, open: 1, piles: { mentions: 1, assigned: 0 } });
  expect((await as(jo).get(`/inbox/${body.items[0].id}`)).body.words).toEqual({
    by: "Sam",
    text: "Please look",
  });
  later(1);
  await as(sam).post(`${project}/milestones`, { title: "Launch", ownerId: jo.id });
  expect(lines(await inbox(jo, "?category=assigned"))).toEqual([["owner", "milestone", "Launch", 1]]);
});

test("an item is done, comes back with the next happening, sleeps and is unread again", async () => {
  const made = await card({ title: "Texts", people: [jo.id] });
  const [item] = (await inbox(jo, "?category=assigned")).items;
  expect(item.thing.title).toBe("Texts");
  const path = `/inbox/${item.id}`;
  expect((await as(jo).post(`${path}/done`)).body.doneAt).not.toBeNull();
  expect(lines(await inbox(jo, "?state=done"))).toEqual([["assigned", "card", "Texts", 1]]);
  expect((await as(jo).post(`${path}/unread`)).body).toMatchObject({ doneAt: null, readAt: null });
  expect((await as(jo).post(`${path}/read`)).body.readAt).not.toBeNull();
  const until = new Date(kit.at.getTime() + 3_600_000).toISOString();
  expect((await as(jo).post(`${path}/snooze`, { until })).body.snoozedUntil).toBe(until);
  expect(lines(await inbox(jo, "?state=snoozed"))).toEqual([["assigned", "card", "Texts", 1]]);
  later(61);
  expect((await inbox(jo)).items[0].id).toBe(item.id);
  expect((await as(jo).post(`${path}/snooze`, { until })).status).toBe(400);
  await as(jo).post(`${path}/done`);
  await as(sam).post("/comments", {
    subject: { kind: "card", id: made.id },
    body: "And?",
    mentions: [jo.id],
  });
  expect((await inbox(jo)).items[0]).toMatchObject({ id: item.id, reason: "mentioned", readAt: null });
});

test("what somebody may not see does not reach them, and what they see no more is not there", async () => {
  const made = await card({ title: "Secret", people: [gil.id] });
  expect(lines(await inbox(gil))).toEqual([["assigned", "card", "Secret", 1]]);
  const [item] = (await inbox(gil)).items;
  expect((await as(jo).get(`/inbox/${item.id}`)).status).toBe(404);
  await as(sam).put(`/cards/${made.id}/people`, { remove: [gil.id] });
  expect((await as(gil).get("/inbox")).body.items).toEqual([]);
  expect((await as(gil).get(`/inbox/${item.id}`)).status).toBe(404);
  expect((await inbox(kim)).items).toEqual([]);
  await as(amara).delete(`${project}/members/${jo.id}`);
  expect((await as(jo).get("/inbox")).body).toMatchObject({ items: [], counts: { open: 0, unread: 0 } });
  await as(amara).put(`${project}/members/${jo.id}`, { role: "member" });
  expect((await as(jo).get("/inbox")).body.items.length).toBeGreaterThan(0);
});

test("a client's words reach who owns the milestone and who leads; muted, only what is said to them", async () => {
  const [launch] = (await as(jo).get("/inbox?category=assigned")).body.items;
  later(1);
  const { addClientComment } = await import("../talk/client-comments.ts");
  const write = (body: string) =>
    database.inWorkspace(seed.workspaceId, (tx) =>
      addClientComment(
        { tx, actor: { workspaceId: seed.workspaceId, personId: dana.id }, now: kit.at },
        acme.id,
        { kind: "milestone", id: launch.thing.id },
        body,
      ),
    );
  await write("Can it be earlier?");
  expect((await inbox(jo)).items[0]).toMatchObject({
    what: "Dana Reyes wrote",
    because: "because you own ACME-M1",
  });
  expect((await inbox(sam)).items[0]).toMatchObject({
    what: "Dana Reyes wrote",
    because: "because you lead ACME project",
  });
  await as(sam).post(`/inbox/${(await inbox(sam)).items[0].id}/done`);
  expect((await as(sam).put("/mutes", { kind: "milestone", id: launch.thing.id })).status).toBe(204);
  expect((await as(sam).get("/mutes")).body.items).toMatchObject([{ kind: "milestone", title: "Launch" }]);
  later(1);
  await write("Hello?");
  expect(lines(await inbox(sam))).toEqual([]);
  await as(jo).post("/comments", {
    subject: { kind: "milestone", id: launch.thing.id },
    body: "Sam?",
    mentions: [sam.id],
  });
  expect(lines(await inbox(sam))).toEqual([["mentioned", "milestone", "Launch", 2]]);
  expect((await as(sam).delete("/mutes", { kind: "milestone", id: launch.thing.id })).status).toBe(204);
  expect((await as(kim).put("/mutes", { kind: "project", id: acme.id })).status).toBe(404);
});

test("whoever answers where they were mentioned has answered", async () => {
  later(1);
  const made = await card({ title: "Logo" });
  const subject = { kind: "card", id: made.id };
  await as(sam).post("/comments", { subject, body: "Which one?", mentions: [jo.id] });
  expect((await inbox(jo)).items[0].thing.title).toBe("Logo");
  later(1);
  await as(jo).post("/comments", { subject, body: "The green one" });
  expect((await inbox(jo)).items[0].thing.title).not.toBe("Logo");
  expect((await inbox(jo, "?state=done")).items[0].thing.title).toBe("Logo");
});

test("work that is done closes its item by itself", async () => {
  later(1);
  const made = await card({ title: "Photos", people: [jo.id] });
  expect((await inbox(jo)).items[0].thing.title).toBe("Photos");
  await as(jo).post(`/cards/${made.id}/move`, {
    columnId: acme.columns.done,
    expected: { columnId: acme.columns.todo },
  });
  expect((await inbox(jo)).items[0].thing.title).not.toBe("Photos");
  expect((await inbox(jo, "?state=done")).items[0].thing.title).toBe("Photos");
});

test("the list comes page by page, and what is read again changes nothing", async () => {
  for (let n = 0; n < 5; n++) {
    later(1);
    await card({ title: `Card ${n}`, people: [jo.id] });
  }
  const whole = (await inbox(jo)).items;
  const first = (await as(jo).get("/inbox?limit=3")).body;
  const rest = (await as(jo).get(`/inbox?limit=100&cursor=${first.nextCursor}`)).body;
  expect([...first.items, ...rest.items]).toEqual(whole);
  expect((await as(jo).get("/inbox?cursor=nonsense")).status).toBe(400);
  await as(jo).post(`/inbox/${whole[0].id}/done`);
  await database.maintenance.deleteFrom("cursors").where("name", "=", "inbox").execute();
  const again = await inbox(jo);
  expect(again.items).toEqual(whole.slice(1));
});
