import { expect, test } from "vitest";
import { type Loose, testServer } from "../testing/server.ts";

const { seed, as } = await testServer();
const { acme } = seed;
const { todo, doing } = acme.columns;
const jo = as(seed.jo);

const label = (await jo.post(`/projects/${acme.id}/labels`, { name: "Design", color: "teal" })).body.id;

for (const [title, more] of [
  ["Café für Möbel öffnen", { people: [seed.jo.id] }],
  ["CAFE menu", { columnId: doing, labels: [label] }],
  ["Große Straße 100%", {}],
  ["Smørrebrød_list", { people: [seed.gil.id] }],
] as const) {
  const card = (await jo.post(`/projects/${acme.id}/cards`, { title, columnId: todo, ...more })).body;
  await jo.post(`/cards/${card.id}/archive`, {});
}

const found = async (query: Record<string, string>, who = jo): Promise<string[]> => {
  const params = new URLSearchParams({ place: "archived", ...query });
  const { body, status } = await who.get(`/projects/${acme.id}/cards?${params}`);
  expect(status).toBe(200);
  return body.items.map(({ title }: Loose) => title);
};

test("archived cards are found by words of their names, however the accents are typed", async () => {
  expect(await found({ q: "cafe" })).toEqual(["CAFE menu", "Café für Möbel öffnen"]);
  expect(await found({ q: "CAFÉ menu" })).toEqual(["CAFE menu"]);
  for (const q of ["moebel", "mobel", "möbel", "MÖBEL öff", "offnen cafe", "oeffnen"])
    expect([q, await found({ q })]).toEqual([q, ["Café für Möbel öffnen"]]);
  for (const q of ["strasse", "straße", "grosse", "100%"])
    expect([q, await found({ q })]).toEqual([q, ["Große Straße 100%"]]);
  expect(await found({ q: "smorrebrod" })).toEqual(["Smørrebrød_list"]);
  expect(await found({ q: "100_" })).toEqual([]);
  expect(await found({ q: "menu cafe" })).toEqual(["CAFE menu"]);
  expect(await found({ q: "  " })).toHaveLength(4);
});

test("they are found by number, person, label and column, and a guest finds their own alone", async () => {
  const { items } = (await jo.get(`/projects/${acme.id}/cards?place=archived`)).body;
  const { number, title, ref } = items[0];
  for (const q of [String(number), `#${number}`, ref, ref.toLowerCase()])
    expect(await found({ q })).toEqual([title]);
  expect(await found({ personId: seed.jo.id })).toEqual(["Café für Möbel öffnen"]);
  expect(await found({ labelId: label })).toEqual(["CAFE menu"]);
  expect(await found({ columnId: doing, state: "open" })).toEqual(["CAFE menu"]);
  expect(await found({ state: "done" })).toEqual([]);
  expect(await found({}, as(seed.gil))).toEqual(["Smørrebrød_list"]);
  expect(await found({ q: "cafe" }, as(seed.gil))).toEqual([]);
});

test("a filter goes on over the pages, and what cannot be asked says so", async () => {
  const first = (await jo.get(`/projects/${acme.id}/cards?place=archived&q=cafe&limit=1`)).body;
  const next = (
    await jo.get(`/projects/${acme.id}/cards?place=archived&q=cafe&limit=1&cursor=${first.nextCursor}`)
  ).body;
  expect([...first.items, ...next.items].map(({ title }: Loose) => title)).toHaveLength(2);
  expect(next.nextCursor).toBeNull();
  const path = `/projects/${acme.id}/cards?place=archived`;
  expect((await jo.get(`${path}&q=${"x".repeat(201)}`)).status).toBe(400);
  expect((await jo.get(`${path}&q=${encodeURIComponent("a\u0000b")}`)).status).toBe(400);
  expect((await jo.get(`${path}&state=late`)).status).toBe(400);
});
