import { expect, test } from "vitest";
import { type Loose, testServer } from "../testing/server.ts";

const { seed, as } = await testServer();
const { amara, sam, jo, gil, kim, acme } = seed;

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
  for (const search of ["?health=off_track", "a b", "x".repeat(2_001)])
    expect((await save(sam, "Odd", { search })).status).toBe(400);
});

test("a guest keeps views of their own, shares none, and hears of none that others share", async () => {
  expect(await names(gil)).toEqual([]);
  const shared = await save(gil, "Ours", { shared: true });
  expect([shared.status, shared.body.detail]).toEqual([422, "Views that a guest keeps are theirs alone."]);
  const { body: own } = await save(gil, "Mine", { place: "board", projectId: acme.id });
  expect(own).toMatchObject({ place: "board", projectId: acme.id, shared: false });
  const asked = { shared: true };
  expect((await as(gil).patch(`/saved-views/${own.id}`, asked, { "if-match": '"r1"' })).status).toBe(422);
  expect(await at(gil, "board")).toEqual(["Mine"]);
  expect((await as(gil).delete(`/saved-views/${own.id}`)).status).toBe(204);
});

const at = async (person: typeof sam, place: string) => {
  const { body } = await as(person).get(`/saved-views?place=${place}&projectId=${acme.id}`);
  return body.items.map(({ name }: Loose) => name);
};

test("a search is kept beside the views of the portfolio, also by a guest", async () => {
  const { body: kept } = await save(gil, "Copy", {
    place: "search",
    search: "q=copy+for+launch&archived=true",
  });
  expect(kept).toMatchObject({ place: "search", projectId: null, search: "q=copy+for+launch&archived=true" });
  const { body } = await as(gil).get("/saved-views?place=search");
  expect(body.items.map(({ name }: Loose) => name)).toEqual(["Copy"]);
  expect((await as(gil).get("/saved-views")).body.items).toEqual([]);
});

test("board, list and calendar of a project have views of their own; only who sees the project finds them", async () => {
  const place = { place: "list", projectId: acme.id, search: "sort=-due&cols=status,due" };
  const { body: kept } = await save(sam, "By date", { ...place, shared: true });
  expect(kept).toMatchObject({ place: "list", search: "sort=-due&cols=status,due" });
  expect([await at(jo, "list"), await at(jo, "board"), await at(jo, "calendar")]).toEqual([
    ["By date"],
    [],
    [],
  ]);
  expect((await names(jo)).includes("By date")).toBe(false);
  // The same name once more, elsewhere.
  expect((await save(jo, "By date", { ...place, place: "calendar" })).status).toBe(201);
  expect((await save(jo, "by date", place)).status).toBe(422);

  expect((await as(kim).get(`/saved-views?place=list&projectId=${acme.id}`)).status).toBe(404);
  expect((await save(kim, "Mine", place)).status).toBe(404);
  expect((await as(kim).patch(`/saved-views/${kept.id}`, { name: "X" }, { "if-match": '"r1"' })).status).toBe(
    404,
  );
  for (const wrong of [{ place: "list" }, { projectId: acme.id }])
    expect((await save(sam, "Odd", wrong)).status).toBe(400);
  expect((await as(sam).get("/saved-views?place=board")).status).toBe(400);
});
