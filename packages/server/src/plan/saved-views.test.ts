import { expect, test } from "vitest";
import { type Loose, testServer } from "../testing/server.ts";

const { seed, as } = await testServer();
const { amara, sam, jo, gil } = seed;

const names = async (person: typeof sam) =>
  (await as(person).get("/saved-views")).body.items.map(({ name }: Loose) => name);
const save = async (person: typeof sam, name: string, more: object = {}) =>
  as(person).post("/saved-views", { name, search: "health=off_track", ...more });

test("a view is its own person's until it is shared; whoever kept it and admins change it", async () => {
  const { body: own } = await save(sam, "Sam's late ones");
  expect(own).toMatchObject({ shared: false, by: { name: "Sam" }, mayEdit: true, revision: 1 });
  expect(await names(jo)).toEqual([]);
  expect(
    (await as(amara).patch(`/saved-views/${own.id}`, { name: "X" }, { "if-match": '"r1"' })).status,
  ).toBe(404);

  const shared = await as(sam).patch(`/saved-views/${own.id}`, { shared: true }, { "if-match": '"r1"' });
  expect(shared.body).toMatchObject({ shared: true, revision: 2 });
  const [seen] = (await as(jo).get("/saved-views")).body.items;
  expect(seen).toMatchObject({ id: own.id, search: "health=off_track", mayEdit: false });
  expect((await as(jo).delete(`/saved-views/${own.id}`)).status).toBe(403);

  const late = await as(amara).patch(`/saved-views/${own.id}`, { name: "Late" }, { "if-match": '"r1"' });
  expect([late.status, late.body.facts?.current.name]).toEqual([412, "Sam's late ones"]);
  const taken = await as(amara).patch(`/saved-views/${own.id}`, { shared: false }, { "if-match": '"r2"' });
  expect(taken.body).toMatchObject({ shared: false, revision: 3 });
  expect(await names(amara)).toEqual([]);
  expect(await names(sam)).toEqual(["Sam's late ones"]);
  expect((await as(sam).delete(`/saved-views/${own.id}`)).status).toBe(204);
  expect(await names(sam)).toEqual([]);
});

test("two views that somebody finds have two names; an address is refused that is none", async () => {
  await save(jo, "Silent", { shared: true });
  const twice = await save(sam, "silent");
  expect([twice.status, twice.body.detail]).toEqual([422, "There is a view called “silent” already."]);
  const { body: mine } = await save(sam, "Mine");
  const same = await as(sam).patch(`/saved-views/${mine.id}`, { name: "Mine" }, { "if-match": '"r1"' });
  expect(same.body).toMatchObject({ name: "Mine", revision: 2 });
  for (const search of ["?health=off_track", "a b", "x".repeat(501)])
    expect((await save(sam, "Odd", { search })).status).toBe(400);
});

test("a guest keeps no views, and hears of none", async () => {
  expect((await as(gil).get("/saved-views")).status).toBe(403);
  expect((await save(gil, "Mine")).status).toBe(403);
});
