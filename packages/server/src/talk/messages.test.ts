import { expect, test } from "vitest";
import { fillInboxes } from "../inbox/fill-inboxes.ts";
import { seedContacts } from "../testing/portal.ts";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as } = server;
const [sam, jo, gil] = [as(seed.sam), as(seed.jo), as(seed.gil)];
const messages = `/projects/${seed.acme.id}/messages`;
const words = { title: "Launch on Friday", body: "We go **live**.", audience: "team" };
const send = async (more: object = {}) => (await sam.post(messages, { ...words, ...more })).body;
const inboxOf = async (person: typeof jo) => {
  while ((await fillInboxes(server)) > 0);
  return (await person.get("/inbox")).body.items;
};

test("a message has a thread for its own audience, which its author hears of", async () => {
  const { id } = await send();
  const subject = { kind: "message", id };
  expect((await jo.post("/comments", { subject, body: "Fine with me" })).status).toBe(201);
  expect((await jo.post("/comments", { subject, body: "Fine", audience: "client" })).status).toBe(404);
  expect((await jo.get(`/comments?subject=message:${id}`)).body.items).toMatchObject([
    { body: "Fine with me", subject },
  ]);
  expect((await sam.get(`/comments?subject=project:${seed.acme.id}`)).body.items).toEqual([]);
  expect((await sam.get(`/messages/${id}`)).body.comments).toBe(1);
  expect((await inboxOf(jo)).find((item: { thing: { id: string } }) => item.thing.id === id)).toMatchObject({
    reason: "message",
  });
  expect((await inboxOf(sam)).find((item: { thing: { id: string } }) => item.thing.id === id)).toMatchObject({
    reason: "replied",
  });
});

test("only its author edits it, over the text that was seen", async () => {
  const { id } = await send();
  const next = { title: "Launch on Monday", body: "Later." };
  expect((await jo.patch(`/messages/${id}`, next, { "if-match": '"1"' })).status).toBe(403);
  const edited = await sam.patch(`/messages/${id}`, next, { "if-match": '"1"' });
  expect(edited.body).toMatchObject({ ...next, revision: 2 });
  expect(edited.body.editedAt).not.toBeNull();
  const late = await sam.patch(`/messages/${id}`, { ...next, body: "Mine" }, { "if-match": '"1"' });
  expect([late.status, late.body.facts.current.body]).toEqual([412, "Later."]);
});

test("a deleted message and its thread are out of sight, and come back", async () => {
  const { id } = await send();
  await jo.post("/comments", { subject: { kind: "message", id }, body: "Fine" });
  expect((await sam.delete(`/messages/${id}`)).status).toBe(204);
  expect((await jo.get(`/messages/${id}`)).status).toBe(404);
  expect((await jo.get(`/comments?subject=message:${id}`)).status).toBe(404);
  const { items } = (await sam.get("/trash")).body;
  const { id: trashId } = items.find((item: { thingId: string }) => item.thingId === id);
  expect((await sam.post(`/trash/${trashId}/restore`)).status).toBe(204);
  expect((await jo.get(`/messages/${id}`)).body).toMatchObject({ title: words.title, comments: 1 });
});

test("reactions are toggled, and reach nobody's inbox", async () => {
  const { id } = await send();
  const before = (await inboxOf(sam)).length;
  expect((await jo.put(`/messages/${id}/reactions/love`)).status).toBe(204);
  expect((await jo.put(`/messages/${id}/reactions/love`)).status).toBe(204);
  expect((await sam.get(`/messages/${id}`)).body.reactions).toEqual([
    { word: "love", people: [{ id: seed.jo.id, name: seed.jo.name }] },
  ]);
  expect((await inboxOf(sam)).length).toBe(before);
  expect((await jo.put(`/messages/${id}/reactions/angry`)).status).toBe(400);
  await jo.delete(`/messages/${id}/reactions/love`);
  expect((await sam.get(`/messages/${id}`)).body.reactions).toEqual([]);
});

test("before it is sent it is known who reads it, and who of the client is mailed", async () => {
  const { dana, lee, mira } = await seedContacts(server);
  await server.database.maintenance
    .insertInto("mailRefusals")
    .values({ workspaceId: seed.workspaceId, personId: lee.id, kind: "message" })
    .execute();
  const readers = `/projects/${seed.acme.id}/message-readers`;
  const { body } = await jo.get(readers);
  expect(body.team.map(({ name }: { name: string }) => name)).toEqual(["Ada", "Amara", "Jo", "Sam"]);
  expect(body.client).toEqual([
    { id: dana.id, name: dana.name, mailed: true },
    { id: lee.id, name: lee.name, mailed: false },
  ]);
  expect(JSON.stringify(body)).not.toContain(mira.name);
  expect((await gil.get(readers)).status).toBe(403);
});

test("guests have no part in messages", async () => {
  const { id } = await send();
  expect((await gil.get(`/messages/${id}`)).status).toBe(404);
  expect((await gil.put(`/messages/${id}/reactions/love`)).status).toBe(404);
});
