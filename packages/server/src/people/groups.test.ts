import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

const { seed, as } = await testServer();
const [sam, jo, gil] = [as(seed.sam), as(seed.jo), as(seed.gil)];
const make = async (name: string, people: { id: string }[]) =>
  (await sam.post("/groups", { name, personIds: people.map(({ id }) => id) })).body;

test("members are named together, under one word that is taken once", async () => {
  const made = await make("Designers", [seed.jo, seed.kim]);
  expect(made).toMatchObject({ name: "Designers", personIds: [seed.jo.id, seed.kim.id], revision: 1 });
  expect((await sam.post("/groups", { name: "designers", personIds: [] })).body.errors?.[0]?.path).toBe(
    "name",
  );
  for (const name of ["two words", "@designers", "4th", ""])
    expect((await sam.post("/groups", { name, personIds: [] })).status).toBe(400);
  for (const id of [seed.rex.id, seed.other.owner.id])
    expect((await sam.post("/groups", { name: "others", personIds: [id] })).status).toBe(400);
  const wish = { name: "makers", personIds: [seed.sam.id] };
  const changed = await jo.put(`/groups/${made.id}`, wish, { "if-match": "1" });
  expect(changed.body).toMatchObject({ ...wish, revision: 2 });
  const late = await sam.put(`/groups/${made.id}`, { name: "mine", personIds: [] }, { "if-match": "1" });
  expect([late.status, late.body.facts.current.name]).toEqual([412, "makers"]);
  expect((await gil.get("/groups")).status).toBe(403);
  expect((await sam.delete(`/groups/${made.id}`)).status).toBe(204);
  expect((await sam.get("/groups")).body.items).toEqual([]);
});

test("a group in a text is whoever of it may read that when it is written", async () => {
  // Kim has no part in this project, Gil is a guest on none of its cards, and Sam writes.
  const group = await make("crew", [seed.jo, seed.kim, seed.gil, seed.sam]);
  const subject = { kind: "project", id: seed.acme.id };
  const said = await sam.post("/comments", {
    subject,
    body: "@crew look",
    mentions: [group.id, seed.ada.id],
  });
  expect(said.body.mentions.toSorted()).toEqual([seed.ada.id, seed.jo.id].toSorted());
  await sam.put(
    `/groups/${group.id}`,
    { name: "crew", personIds: [seed.amara.id] },
    { "if-match": String(group.revision) },
  );
  const { items } = (await sam.get(`/comments?subject=project:${seed.acme.id}`)).body;
  expect(items[0].mentions).toHaveLength(2);
  const message = { title: "To all", body: "@crew", mentions: [group.id], audience: "team" };
  const sent = await sam.post(`/projects/${seed.acme.id}/messages`, message);
  expect(sent.body.mentions).toEqual([seed.amara.id]);
});

test("groups are offered where one of them reads, to the team alone", async () => {
  await make("away", [seed.kim]);
  const near = await make("near", [seed.jo]);
  const offered = async (person: typeof sam, query: string) =>
    (await person.get(`/mentionable?${query}`)).body.items
      .filter(({ kind }: { kind: string }) => kind === "group")
      .map(({ name }: { name: string }) => name);
  const project = `subject=project:${seed.acme.id}`;
  expect(await offered(sam, project)).toEqual(["crew", "near"]);
  expect(await offered(sam, `${project}&audience=client`)).toEqual([]);
  const words = { subject: { kind: "project", id: seed.acme.id }, body: "@near", mentions: [near.id] };
  expect((await sam.post("/comments", { ...words, audience: "client" })).status).toBe(400);
  const card = (await sam.post(`/projects/${seed.acme.id}/cards`, { title: "Draw", people: [seed.gil.id] }))
    .body;
  expect(await offered(gil, `subject=card:${card.id}`)).toEqual([]);
  const onCard = { subject: { kind: "card", id: card.id }, body: "@near", mentions: [near.id] };
  expect((await gil.post("/comments", onCard)).status).toBe(400);
});
