import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

const { seed, as, kit } = await testServer();
const sam = as(seed.sam);
const { columns } = seed.acme;
const project = `/projects/${seed.acme.id}`;
const make = async (path: string, body: object) => (await sam.post(`${project}/${path}`, body)).body;
const copy = await make("milestones", { title: "Content ready", targetOn: "2026-03-20" });
const launch = await make("milestones", { title: "Launch", targetOn: "2026-04-10" });

function day(on: string): void {
  kit.at = new Date(`${on}T09:00:00Z`);
}
const card = (title: string, milestoneId: string | null, likely?: number) =>
  make("cards", { title, milestoneId, people: [seed.jo.id], ...(likely ? { likely } : {}) });
type Column = keyof typeof columns;
async function move(id: string, from: Column, to: Column) {
  const expected = { columnId: columns[from], place: "board" };
  expect((await sam.post(`/cards/${id}/move`, { columnId: columns[to], expected })).status).toBe(200);
}
async function burnUp(query = "", person = seed.sam) {
  const { body } = await as(person).get(`${project}/burn-up${query}`);
  type Point = {
    on: string;
    scopeCards: number;
    doneCards: number;
    scopeMinutes: number;
    doneMinutes: number;
  };
  return body.points.map((each: Point) => [
    each.on,
    `${each.doneCards}/${each.scopeCards}`,
    `${each.doneMinutes}/${each.scopeMinutes}`,
  ]);
}

test("scope grows and shrinks with the cards that serve a milestone; what was done and opened again was done between", async () => {
  day("2026-03-02");
  const draft = await card("Draft", copy.id, 480);
  const proof = await card("Proof", copy.id, 240);
  await card("Nobody's", null, 60);
  day("2026-03-04");
  await move(draft.id, "todo", "done");
  day("2026-03-06");
  await move(draft.id, "done", "doing");
  await card("Go live", launch.id, 120);
  day("2026-03-09");
  await move(draft.id, "doing", "done");
  const estimate = { low: null, likely: 300, high: null, expected: { low: null, likely: 240, high: null } };
  expect((await sam.put(`/cards/${proof.id}/estimate`, estimate)).status).toBe(200);
  day("2026-03-11");
  await sam.put(`/cards/${proof.id}/milestone`, { milestoneId: launch.id, expected: copy.id });
  expect(await burnUp()).toEqual([
    ["2026-03-02", "0/2", "0/720"],
    ["2026-03-04", "1/2", "480/720"],
    ["2026-03-06", "0/3", "0/840"],
    ["2026-03-09", "1/3", "480/900"],
  ]);
  expect(await burnUp(`?milestoneId=${launch.id}`)).toEqual([
    ["2026-03-06", "0/1", "0/120"],
    ["2026-03-11", "0/2", "0/420"],
  ]);
});

test("what is put off or put away undone leaves the scope, what was finished before stays", async () => {
  day("2026-03-12");
  const extra = await card("Extra", launch.id, 60);
  const archived = await card("Old thing", launch.id, 30);
  day("2026-03-13");
  const postponed = await sam.post(`/cards/${extra.id}/move`, {
    place: "later",
    expected: { columnId: columns.todo, place: "board" },
  });
  expect(postponed.body).toMatchObject({ place: "later" });
  await sam.post(`/cards/${archived.id}/archive`, {});
  expect((await burnUp()).slice(-2)).toEqual([
    ["2026-03-12", "1/5", "480/990"],
    ["2026-03-13", "1/3", "480/900"],
  ]);
});

test("a guest counts their own cards, and who is not on the project finds none", async () => {
  expect(await burnUp("", seed.gil)).toEqual([]);
  expect((await as(seed.kim).get(`${project}/burn-up`)).status).toBe(404);
});
