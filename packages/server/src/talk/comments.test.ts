import { expect, test } from "vitest";
import { newId } from "../kit/id.ts";
import { type Loose, testServer } from "../testing/server.ts";

const server = await testServer();
const { database, seed, as, kit } = server;
const card = (
  await as(seed.jo).post(`/projects/${seed.acme.id}/cards`, { title: "Copy", people: [seed.gil.id] })
).body;
const onCard = { kind: "card", id: card.id };
const onProject = { kind: "project", id: seed.acme.id };
const say = (person: typeof seed.jo, body: string, more: object = {}) =>
  as(person).post("/comments", { subject: onCard, body, ...more });
const bodies = async (person: typeof seed.jo, query: string) =>
  (await as(person).get(`/comments?${query}`)).body.items.map(({ body }: Loose) => body);

test("people talk about a card, newest first, in pages; the card counts", async () => {
  for (const words of ["one", "two", "three"]) {
    kit.at = new Date(kit.at.getTime() + 1_000);
    expect((await say(seed.jo, words)).status).toBe(201);
  }
  const first = (await as(seed.sam).get(`/comments?subject=card:${card.id}&limit=2`)).body;
  expect(first.items).toMatchObject([
    {
      body: "three",
      authorId: seed.jo.id,
      authorName: "Jo",
      audience: "team",
      subject: onCard,
      imported: false,
    },
    { body: "two" },
  ]);
  expect(await bodies(seed.sam, `subject=card:${card.id}&limit=2&cursor=${first.nextCursor}`)).toEqual([
    "one",
  ]);
  expect((await as(seed.jo).get(`/cards/${card.id}`)).body.comments).toBe(3);
});

test("team and client talk about one thing are different threads", async () => {
  await as(seed.sam).post("/comments", { subject: onProject, audience: "client", body: "Dear client" });
  await as(seed.sam).post("/comments", { subject: onProject, body: "ZEBRA" });
  expect(await bodies(seed.jo, `subject=project:${seed.acme.id}&audience=client`)).toEqual(["Dear client"]);
  expect(await bodies(seed.jo, `subject=project:${seed.acme.id}`)).toEqual(["ZEBRA"]);
  const threads = await database.inWorkspace(seed.workspaceId, (tx) =>
    tx.selectFrom("threads").select("audience").where("cardId", "is", null).orderBy("audience").execute(),
  );
  expect(threads.map(({ audience }) => audience)).toEqual(["client", "team"]);
});

test("many who speak first open one thread", async () => {
  const fresh = (await as(seed.jo).post(`/projects/${seed.acme.id}/cards`, { title: "Fresh" })).body;
  const subject = { kind: "card", id: fresh.id };
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, n) => say(seed.jo, `at once ${n}`, { subject })),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201));
  expect((await as(seed.jo).get(`/comments?subject=card:${fresh.id}`)).body.items).toHaveLength(8);
  expect((await as(seed.jo).get(`/cards/${fresh.id}`)).body.comments).toBe(8);
});

test("guests talk on their cards with the team, and nowhere else", async () => {
  expect((await say(seed.gil, "Hello")).status).toBe(201);
  const other = (await as(seed.jo).post(`/projects/${seed.acme.id}/cards`, { title: "Other" })).body;
  for (const more of [
    { subject: onProject },
    { audience: "client" },
    { subject: { kind: "card", id: other.id } },
  ])
    expect((await say(seed.gil, "Hello?", more)).status).toBe(404);
  expect((await as(seed.gil).get(`/comments?subject=card:${card.id}&audience=client`)).status).toBe(404);
  expect((await as(seed.gil).get(`/comments?subject=project:${seed.acme.id}`)).status).toBe(404);
});

test("an edit keeps what was said before and refuses to overwrite", async () => {
  const { body: made } = await say(seed.jo, "Teh plan");
  const path = `/comments/${made.id}`;
  expect((await as(seed.jo).patch(path, { body: "x" })).status).toBe(428);
  const edited = await as(seed.jo).patch(path, { body: "The plan" }, { "if-match": '"r1"' });
  expect(edited.body).toMatchObject({ body: "The plan", revision: 2, editedAt: kit.at.toISOString() });
  const late = await as(seed.jo).patch(path, { body: "A plan" }, { "if-match": '"r1"' });
  expect(late).toMatchObject({ status: 412, body: { facts: { current: { body: "The plan" } } } });
  expect((await as(seed.sam).get(`${path}/edits`)).body.items).toEqual([
    { body: "Teh plan", by: seed.jo.id, at: kit.at.toISOString() },
  ]);
});

test("a deleted comment leaves who did it, and not its words", async () => {
  const { body: made } = await say(seed.jo, "Regrettable");
  const before = (await as(seed.jo).get(`/cards/${card.id}`)).body.comments;
  expect((await as(seed.sam).delete(`/comments/${made.id}`)).status).toBe(204);
  const [left] = (await as(seed.jo).get(`/comments?subject=card:${card.id}`)).body.items.filter(
    ({ id }: Loose) => id === made.id,
  );
  expect(left).toMatchObject({ body: "", deleted: { by: "Sam", at: kit.at.toISOString() } });
  expect((await as(seed.jo).get(`/cards/${card.id}`)).body.comments).toBe(before - 1);
  expect((await as(seed.jo).get(`/comments/${made.id}/edits`)).status).toBe(404);
  expect(
    (await as(seed.jo).patch(`/comments/${made.id}`, { body: "Back" }, { "if-match": '"r1"' })).status,
  ).toBe(404);
});

test("A10: only people who see a talk can be named in it", async () => {
  const contact = await clientContact();
  const named = async (query: string, person = seed.jo) =>
    (await as(person).get(`/mentionable?${query}`)).body.items.map(({ name }: Loose) => name);
  expect(await named(`subject=card:${card.id}`)).toEqual(["Ada", "Amara", "Dana", "Gil", "Jo", "Sam"]);
  expect(await named(`subject=card:${card.id}`, seed.gil)).not.toContain("Dana");
  expect(await named(`subject=project:${seed.acme.id}`)).toEqual(["Ada", "Amara", "Dana", "Jo", "Sam"]);
  expect(await named(`subject=project:${seed.acme.id}&audience=client`)).toEqual([
    "Ada",
    "Amara",
    "Dana",
    "Jo",
    "Sam",
  ]);
  const raw = JSON.stringify((await as(seed.gil).get(`/mentionable?subject=card:${card.id}`)).body);
  expect(raw).not.toContain("@");
  const mention = (id: string, more: object = {}) => say(seed.jo, "@you", { mentions: [id], ...more });
  expect((await mention(seed.sam.id)).body.mentions).toEqual([seed.sam.id]);
  for (const id of [seed.kim.id, seed.rex.id, seed.other.owner.id, contact, newId()])
    expect((await mention(id)).body.errors?.[0]?.path).toBe("mentions");
  expect((await mention(seed.gil.id, { subject: onProject })).status).toBe(400);
  expect((await mention(contact, { subject: onProject, audience: "client" })).status).toBe(201);
});

test("the event says who was named, once", async () => {
  const { body: made } = await say(seed.jo, "@Sam", { mentions: [seed.sam.id, seed.sam.id] });
  await as(seed.jo).patch(
    `/comments/${made.id}`,
    { body: "@Sam @Ada", mentions: [seed.sam.id, seed.ada.id] },
    { "if-match": '"r1"' },
  );
  const events = await database.inWorkspace(seed.workspaceId, (tx) =>
    tx
      .selectFrom("events")
      .select(["verb", "data"])
      .where("subjectId", "=", made.id)
      .orderBy("position")
      .execute(),
  );
  expect(events).toMatchObject([
    { verb: "comment.added", data: { mentions: [seed.sam.id], cardId: card.id } },
    { verb: "comment.edited", data: { mentions: [seed.ada.id] } },
  ]);
});

test("A26: nobody edits or deletes another person's comment by any way", async () => {
  const { body: made } = await say(seed.sam, "Sam's");
  const change = { body: "Jo was here" };
  expect((await as(seed.jo).patch(`/comments/${made.id}`, change, { "if-match": '"r1"' })).status).toBe(403);
  expect((await as(seed.amara).patch(`/comments/${made.id}`, change, { "if-match": '"r1"' })).status).toBe(
    403,
  );
  expect((await as(seed.jo).delete(`/comments/${made.id}`)).status).toBe(403);
  for (const person of [seed.kim, seed.other.owner]) {
    expect((await as(person).patch(`/comments/${made.id}`, change, { "if-match": '"r1"' })).status).toBe(404);
    expect((await as(person).delete(`/comments/${made.id}`)).status).toBe(404);
    expect((await as(person).get(`/comments/${made.id}/edits`)).status).toBe(404);
    expect((await as(person).get(`/comments?subject=card:${card.id}`)).status).toBe(404);
  }
  const found = (await as(seed.jo).get(`/comments?subject=card:${card.id}`)).body.items.find(
    ({ id }: Loose) => id === made.id,
  );
  expect(found).toEqual(made);
});

test("A34, A64: the author is who is signed in, and words come back as the same words", async () => {
  expect((await say(seed.jo, "x", { authorId: seed.sam.id })).status).toBe(400);
  expect((await say(seed.jo, "x", { createdAt: "2020-01-01T00:00:00Z" })).status).toBe(400);
  const nasty = `<script>alert(1)</script> [x](javascript:alert(1)) \u202E & "`;
  expect((await say(seed.jo, nasty)).body.body).toBe(nasty);
  expect((await say(seed.jo, "   ")).status).toBe(400);
  expect((await say(seed.jo, "x".repeat(20_001))).status).toBe(400);
});

async function clientContact(): Promise<string> {
  const id = newId();
  const { workspaceId } = seed;
  await database.inWorkspace(workspaceId, async (tx) => {
    await tx
      .insertInto("persons")
      .values({
        workspaceId,
        id,
        name: "Dana",
        email: "dana@client.test",
        zone: "Europe/Berlin",
        country: null,
      })
      .execute();
    await tx
      .insertInto("contacts")
      .values({ workspaceId, personId: id, clientId: seed.acme.clientId ?? "" })
      .execute();
    await tx
      .insertInto("contactRoles")
      .values({ workspaceId, projectId: seed.acme.id, personId: id, role: "approver" })
      .execute();
  });
  return id;
}
