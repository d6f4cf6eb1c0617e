import { expect, test } from "vitest";
import { type Loose, testServer } from "../testing/server.ts";
import { keepSearch } from "./keep-search.ts";

const { seed, as, database, kit } = await testServer();
const { amara, sam, jo, kim, gil, acme, baker, other } = seed;
const services = { database, kit };

async function caughtUp(): Promise<void> {
  while ((await keepSearch(services)) > 0);
}

async function find(person: typeof sam, q: string, more = ""): Promise<Loose[]> {
  await caughtUp();
  const { status, body } = await as(person).get(`/search?q=${encodeURIComponent(q)}${more}`);
  expect(status).toBe(200);
  return body.items;
}

const titles = async (person: typeof sam, q: string, more = "") =>
  (await find(person, q, more)).map(({ title, excerpt }) => title.text || excerpt.text);

async function card(
  projectId: string,
  title: string,
  more: object = {},
): Promise<{ id: string; number: number }> {
  const { body } = await as(amara).post(`/projects/${projectId}/cards`, { title, ...more });
  return body;
}

test("a word is found in any case, accent and order, as it begins, and with one letter wrong, missing or swapped", async () => {
  await card(acme.id, "Übergabe an Frau Müller in der Königstraße");
  await card(acme.id, "Façade of the café, repainted");
  const handover = "Übergabe an Frau Müller in der Königstraße";
  for (const q of [
    "müller",
    "MULLER",
    "mueller",
    "königstrasse",
    "konigstraße",
    "koenigstrasse",
    "müller übergabe",
    "ubergab",
    "mulle",
    "mülelr",
    "königstrase",
  ])
    expect([q, await titles(sam, q)]).toEqual([q, [handover]]);
  expect(await titles(sam, "facade cafe")).toEqual(["Façade of the café, repainted"]);
  for (const q of ["repianted", "repinted", "repaintted", "repeinted"])
    expect([q, await titles(sam, q)]).toEqual([q, ["Façade of the café, repainted"]]);
  for (const q of ["müller café", "repinetd x", "zzzz", "?!", "cfa"])
    expect([q, await titles(sam, q)]).toEqual([q, []]);
});

test("another number is no slip, and a short word is taken as it is", async () => {
  await card(acme.id, "Report for 2026");
  expect(await titles(sam, "report 2025")).toEqual([]);
  expect(await titles(sam, "report 2026")).toEqual(["Report for 2026"]);
});

test("titles come before texts, what was written before what was meant, open before done, and the newest first", async () => {
  await card(acme.id, "Light", { body: "With a lantern above the door" });
  await card(acme.id, "Lanterns for all");
  const done = await card(acme.id, "Finished lantern");
  const moved = await as(sam).post(`/cards/${done.id}/move`, {
    columnId: acme.columns.done,
    expected: { columnId: acme.columns.todo },
  });
  expect(moved.status).toBe(200);
  await card(acme.id, "Older lantern");
  kit.at = new Date(kit.at.getTime() + 86_400_000);
  await card(acme.id, "Newer lantern");
  await card(acme.id, "Lantren, misspelt");
  await as(sam).post(`/projects/${acme.id}/milestones`, { title: "Lantern lit" });
  expect(await titles(sam, "lantern")).toEqual([
    "Lantern lit",
    "Newer lantern",
    "Older lantern",
    "Finished lantern",
    "Lanterns for all",
    "Light",
  ]);
  expect(await titles(sam, "lantern finished")).toEqual(["Finished lantern"]);
  expect(await titles(sam, "lantern misspelt")).toEqual(["Lantren, misspelt"]);
});

test("a number that people say comes first", async () => {
  const one = await card(acme.id, "Say its number");
  const [first] = await find(sam, `acme-${one.number}`);
  expect(first).toMatchObject({
    kind: "card",
    id: one.id,
    ref: `ACME-${one.number}`,
    title: { text: "Say its number" },
  });
  const { body: milestone } = await as(sam).post(`/projects/${acme.id}/milestones`, { title: "Launch day" });
  const [second] = await find(sam, `ACME-M${milestone.number}`);
  expect(second).toMatchObject({ kind: "milestone", id: milestone.id, project: { key: "ACME" } });
  expect(await find(kim, `ACME-${one.number}`)).toEqual([]);
});

test("what is written where: checklists, comments, messages, objectives, people, clients, and files under every name they had", async () => {
  const { id } = await card(acme.id, "Carrier");
  await as(sam).post(`/cards/${id}/items`, { texts: ["Order the zeppelin"] });
  await as(sam).post("/comments", {
    subject: { kind: "card", id },
    audience: "team",
    body: "Our **balloonist** agreed",
  });
  await as(sam).post(`/projects/${acme.id}/messages`, { title: "Weather", body: "Thunderstorms ahead" });
  await as(sam).post(`/projects/${acme.id}/objectives`, { statement: "Fewer thunderclaps" });
  expect((await find(sam, "zeppelin"))[0]).toMatchObject({
    kind: "card",
    id,
    excerpt: { text: "Order the zeppelin", marks: [{ start: 10, end: 18 }] },
  });
  expect((await find(sam, "baloonist"))[0]).toMatchObject({
    kind: "comment",
    byName: "Sam",
    subject: { kind: "card", id, title: "Carrier" },
  });
  expect((await find(sam, "thunder")).map(({ kind }) => kind)).toEqual(["objective", "message"]);
  expect((await find(sam, "thunderst")).map(({ kind }) => kind)).toEqual(["message"]);
  expect((await find(jo, "Amara"))[0]).toMatchObject({ kind: "member", state: "owner" });
  expect((await find(jo, "acme client"))[0]).toMatchObject({
    kind: "client",
    title: { text: "ACME client" },
  });
  expect((await find(jo, "acme", "&kinds=project"))[0]).toMatchObject({
    kind: "project",
    title: { text: "ACME project" },
  });
});

test("everybody finds what their lists show: nobody else's project, no other house, and a guest only what hangs on their cards", async () => {
  const theirs = await card(acme.id, "Walnut for the guest", { people: [gil.id] });
  const hidden = await card(acme.id, "Walnut behind the wall");
  for (const { id } of [theirs, hidden])
    await as(sam).post("/comments", {
      subject: { kind: "card", id },
      audience: "team",
      body: `Walnut oil on ${id}`,
    });
  await as(sam).post("/comments", {
    subject: { kind: "card", id: theirs.id },
    audience: "client",
    body: "Walnut, dear client",
  });
  await as(sam).post(`/projects/${acme.id}/messages`, { title: "Walnut news", body: "For the team" });
  await as(sam).post(`/projects/${acme.id}/milestones`, { title: "Walnut delivered" });
  await card(baker.id, "Walnut bread");
  expect(await titles(kim, "walnut")).toEqual(["Walnut bread"]);
  expect(await titles(gil, "walnut")).toEqual(["Walnut for the guest", `Walnut oil on ${theirs.id}`]);
  expect(await titles(gil, "Amara")).toEqual([]);
  expect(await titles(gil, "client")).toEqual([]);
  expect(await titles(other.owner, "walnut")).toEqual([]);
  expect((await titles(amara, "walnut")).length).toBe(8);
  expect(await titles(sam, "walnut", `&projectId=${baker.id}`)).toEqual([]);
  await as(amara).delete(`/projects/${acme.id}/members/${gil.id}`);
  expect(await titles(gil, "walnut")).toEqual([]);
});

test("what is renamed, archived, deleted or taken off is found so at once, and again when it is brought back", async () => {
  const { id } = await card(acme.id, "Marzipan");
  expect(await titles(sam, "marzipan")).toEqual(["Marzipan"]);
  await as(sam).patch(`/cards/${id}`, { title: "Nougat" }, { "if-match": '"r1"' });
  expect([await titles(sam, "marzipan"), await titles(sam, "nougat")]).toEqual([[], ["Nougat"]]);
  await as(sam).post(`/cards/${id}/archive`, {});
  expect(await titles(sam, "nougat")).toEqual([]);
  expect(await find(sam, "nougat", "&archived=true")).toMatchObject([{ archived: true }]);
  await as(sam).post(`/cards/${id}/unarchive`, {});
  const { body: comment } = await as(sam).post("/comments", {
    subject: { kind: "card", id },
    audience: "team",
    body: "Pistachio",
  });
  expect(await titles(sam, "pistachio")).toEqual(["Pistachio"]);
  await as(sam).delete(`/cards/${id}`);
  // Before search has heard of it, too.
  const early = await as(sam).get("/search?q=nougat");
  expect(early.body.items).toEqual([]);
  expect([await titles(sam, "nougat"), await titles(sam, "pistachio")]).toEqual([[], []]);
  const [{ id: trashId }] = (await as(sam).get("/trash")).body.items;
  await as(sam).post(`/trash/${trashId}/restore`, {});
  expect([await titles(sam, "nougat"), await titles(sam, "pistachio")]).toEqual([["Nougat"], ["Pistachio"]]);
  await as(sam).delete(`/comments/${comment.id}`);
  expect(await titles(sam, "pistachio")).toEqual([]);
});

test("pages follow each other without a gap or a hit twice, and a strange place is refused", async () => {
  for (let n = 0; n < 7; n++) await card(baker.id, `Rye loaf ${n}`);
  await card(baker.id, "Flour", { body: "for the rye" });
  await caughtUp();
  const seen: string[] = [];
  let cursor = "";
  do {
    const { body } = await as(kim).get(`/search?q=rye&limit=3${cursor}`);
    seen.push(...body.items.map(({ title }: Loose) => title.text));
    cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : "";
  } while (cursor !== "");
  expect(seen.length).toBe(8);
  expect(new Set(seen).size).toBe(8);
  expect(seen.at(-1)).toBe("Flour");
  expect((await as(kim).get("/search?q=rye&cursor=x")).status).toBe(400);
  expect((await as(kim).get("/search?q=rye&kinds=card,secret")).status).toBe(400);
  expect((await as(kim).get(`/search?q=${"x".repeat(201)}`)).status).toBe(400);
  for (const q of ["'", "a:*", "!(b)", "\\", "' | 'rye", "%", "&", "<->"])
    expect((await as(kim).get(`/search?q=${encodeURIComponent(q)}`)).status).toBe(200);
});
