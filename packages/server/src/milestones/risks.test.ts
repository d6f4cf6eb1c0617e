import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as } = server;
const { sam, jo, kim, gil } = seed;
const path = `/projects/${seed.acme.id}/risks`;
const { body: milestone } = await as(sam).post(`/projects/${seed.acme.id}/milestones`, { title: "Launch" });
const base = { title: "Copy comes late", chance: 50, impactLow: 2, impactLikely: 5, impactHigh: 14 };

test("the register is sorted by chance times mean impact, closed risks last", async () => {
  const late = await as(sam).post(path, { ...base, ownerId: jo.id, milestoneIds: [milestone.id] });
  expect(late).toMatchObject({
    status: 201,
    body: { effectDays: 3, status: "open", audience: "team", ownerId: jo.id, milestoneIds: [milestone.id] },
  });
  await as(sam).post(path, { ...base, title: "Server fails", chance: 5, impactHigh: 30 });
  await as(sam).post(path, { ...base, title: "Illness", chance: 80 });
  const gone = await as(sam).post(path, { ...base, title: "Fair is moved", chance: 100 });
  await as(sam).patch(`/risks/${gone.body.id}`, { status: "closed" }, { "if-match": '"r1"' });
  const { body } = await as(jo).get(path);
  expect(body.items.map((risk: { title: string }) => risk.title)).toEqual([
    "Illness",
    "Copy comes late",
    "Server fails",
    "Fair is moved",
  ]);
});

test("low is at most likely, and likely at most high", async () => {
  const crossed = await as(sam).post(path, { ...base, impactLow: 9 });
  expect(crossed).toMatchObject({ status: 422, body: { type: "urn:milepost:problem:impact-order" } });
  const made = await as(sam).post(path, base);
  const later = await as(sam).patch(`/risks/${made.body.id}`, { impactHigh: 1 }, { "if-match": '"r1"' });
  expect(later.status).toBe(422);
});

test("a change needs the revision seen, a deleted risk is gone", async () => {
  const one = `/risks/${(await as(sam).post(path, base)).body.id}`;
  expect((await as(sam).patch(one, { response: "Write it ourselves" })).status).toBe(428);
  const saved = await as(sam).patch(
    one,
    { response: "Write it ourselves", milestoneIds: [] },
    { "if-match": '"r1"' },
  );
  expect(saved.body).toMatchObject({ response: "Write it ourselves", revision: 2 });
  expect((await as(sam).delete(one)).status).toBe(204);
  expect((await as(sam).patch(one, { response: "X" }, { "if-match": '"r2"' })).status).toBe(404);
});

test("owner and milestones are of the same project", async () => {
  expect((await as(sam).post(path, { ...base, ownerId: kim.id })).status).toBe(404);
  const theirs = await as(kim).post(`/projects/${seed.baker.id}/milestones`, { title: "Theirs" });
  expect((await as(seed.amara).post(path, { ...base, milestoneIds: [theirs.body.id] })).status).toBe(404);
});

test("members read, leads write, a guest has no part in it", async () => {
  expect((await as(jo).post(path, base)).status).toBe(403);
  expect((await as(gil).get(path)).body.items).toEqual([]);
  expect((await as(kim).get(path)).status).toBe(404);
});
