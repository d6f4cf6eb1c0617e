import { expect, test } from "vitest";
import { onProject, upload } from "../testing/multipart.ts";
import { type Loose, testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as } = server;
const acme = `/projects/${seed.acme.id}`;
const jo = as(seed.jo);
const card = (await jo.post(`${acme}/cards`, { title: "Photos", dueOn: "2026-03-06", people: [seed.gil.id] }))
  .body;
const hidden = (await jo.post(`${acme}/cards`, { title: "Not for guests" })).body;
const milestone = (await as(seed.sam).post(`${acme}/milestones`, { title: "Design approved" })).body;
const message = (await jo.post(`${acme}/messages`, { title: "News", body: "Words" })).body;
const file = (await upload(server, seed.jo, { fields: onProject(seed), name: "brief.txt", bytes: "x" })).body;
const key = (await jo.get(acme)).body.key;

const ask = async (refs: string[], person = seed.jo) =>
  (await as(person).get(`/links?refs=${encodeURIComponent(refs.join(","))}`)).body.items;
const all = [
  `${key}-${card.number}`,
  `${key}-${hidden.number}`,
  `${key}-M${milestone.number}`,
  `project:${key}`,
  `message:${message.id}`,
  `file:${file.id}`,
];

test("one question answers all links of a text", async () => {
  const items = await ask(all);
  expect(items.map(({ ref, title }: Loose) => [ref, title]).sort()).toEqual(
    [
      [all[0], "Photos"],
      [all[1], "Not for guests"],
      [all[2], "Design approved"],
      [all[3], (await jo.get(acme)).body.name],
      [all[4], "News"],
      [all[5], "brief.txt"],
    ].sort(),
  );
  expect(items.find(({ ref }: Loose) => ref === all[0])).toMatchObject({
    kind: "card",
    onDate: "2026-03-06",
    archived: false,
  });
});

test("what somebody may not see is left out like what never was", async () => {
  expect((await ask(all, seed.gil)).map(({ ref }: Loose) => ref).sort()).toEqual([all[0], all[3]].sort());
  expect(await ask(all, seed.kim)).toEqual([]);
  expect(await ask(all, seed.other.owner)).toEqual([]);
  expect(await ask([`${key}-99999`, "NOPE-1", "odd", "card:1", "project:", "%", `${key}-0`])).toEqual([]);
});

test("what lies in the trash is not previewed", async () => {
  const gone = (await jo.post(`${acme}/cards`, { title: "Gone" })).body;
  await jo.delete(`/cards/${gone.id}`);
  expect(await ask([`${key}-${gone.number}`])).toEqual([]);
});

test("more than fifty at once are refused, none are no question", async () => {
  const many = Array.from({ length: 51 }, (_, n) => `${key}-${n + 1}`);
  expect((await jo.get(`/links?refs=${many.join(",")}`)).status).toBe(400);
  expect((await jo.get("/links?refs=")).status).toBe(400);
});
