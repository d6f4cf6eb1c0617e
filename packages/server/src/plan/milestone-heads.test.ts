import { expect, test } from "vitest";
import { type Loose, testServer } from "../testing/server.ts";

/** Monday 2 March 2026, 9:00. */
const { seed, as, kit } = await testServer();
const sam = as(seed.sam);
const project = `/projects/${seed.acme.id}`;
const make = async (path: string, body: object) => (await sam.post(`${project}/${path}`, body)).body;
const copy = await make("milestones", { title: "Content ready", targetOn: "2026-04-10" });
const launch = await make("milestones", { title: "Launch", targetOn: "2026-04-24" });
const card = (title: string, milestoneId: string | null, more: object = {}) =>
  make("cards", { title, milestoneId, ...more });
const draft = await card("Draft", copy.id, { likely: 360 });
const check = await card("Check", copy.id, { likely: 120, columnId: seed.acme.columns.done });
const loose = await card("Loose end", null);
const heads = async (person = seed.sam) => (await as(person).get(`${project}/milestone-heads`)).body.items;
const scopes = async () => (await heads()).map(({ scope }: Loose) => scope);
const put = (path: string, body: object) => sam.put(path, body);

test("each milestone says how far it is by estimate, and nothing of a scope that was never kept", async () => {
  expect(await heads()).toMatchObject([
    {
      id: copy.id,
      health: { word: "not_enough_data" },
      forecast: null,
      progress: { doneCount: 1, count: 2, percent: 25 },
      scope: null,
    },
    { id: launch.id, progress: { count: 0 }, scope: null },
  ]);
});

test("since the plan was kept cards came and went", async () => {
  await sam.post(`${project}/plan-versions`, { reason: "Start" });
  expect(await scopes()).toEqual([
    { added: 0, removed: 0 },
    { added: 0, removed: 0 },
  ]);
  kit.at = new Date("2026-03-03T09:00:00Z");
  await card("One more", copy.id);
  await card("Later on", copy.id, { place: "later" });
  await put(`/cards/${loose.id}/milestone`, { milestoneId: copy.id, expected: null });
  expect(await scopes()).toEqual([
    { added: 3, removed: 0 },
    { added: 0, removed: 0 },
  ]);
  await put(`/cards/${draft.id}/milestone`, { milestoneId: launch.id, expected: copy.id });
  expect(await scopes()).toEqual([
    { added: 3, removed: 1 },
    { added: 1, removed: 0 },
  ]);
  await sam.delete(`/cards/${check.id}`);
  expect(await scopes()).toEqual([
    { added: 3, removed: 2 },
    { added: 1, removed: 0 },
  ]);
});

test("what comes back to where it was has never been away", async () => {
  await put(`/cards/${draft.id}/milestone`, { milestoneId: null, expected: launch.id });
  await put(`/cards/${draft.id}/milestone`, { milestoneId: copy.id, expected: null });
  expect(await scopes()).toEqual([
    { added: 3, removed: 1 },
    { added: 0, removed: 0 },
  ]);
});

test("a guest sees the milestones of their cards and no scope, a stranger nothing", async () => {
  await put(`/cards/${draft.id}/people`, { add: [seed.gil.id] });
  expect(await heads(seed.gil)).toMatchObject([{ id: copy.id, progress: { count: 1 }, scope: null }]);
  expect((await as(seed.kim).get(`${project}/milestone-heads`)).status).toBe(404);
});
