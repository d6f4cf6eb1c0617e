import { expect, test } from "vitest";
import { type Loose, testServer } from "../testing/server.ts";

const { seed, as } = await testServer();
const sam = as(seed.sam);
const project = `/projects/${seed.acme.id}`;
const make = async (path: string, body: object) => (await sam.post(path, body)).body;
const content = await make(`${project}/milestones`, {
  title: "Content ready",
  startOn: "2026-03-09",
  targetOn: "2026-03-20",
});
const launch = await make(`${project}/milestones`, { title: "Launch", targetOn: "2026-05-29" });
await make(`${project}/dependencies`, {
  from: { kind: "milestone", id: content.id },
  to: { kind: "milestone", id: launch.id },
});
const back = `/milestones/${launch.id}/computed-back`;
const dates = async () => {
  const { body } = await sam.get(`${project}/plan`);
  return body.milestones.map(({ startOn, targetOn }: Loose) => [startOn, targetOn]);
};
const BEFORE = [
  ["2026-03-09", "2026-03-20"],
  [null, "2026-05-29"],
];

test("what leads to a day from outside moves to the latest dates that hold it, and back again", async () => {
  const seen = [
    { milestoneId: launch.id, startOn: null, targetOn: "2026-06-12" },
    { milestoneId: content.id, startOn: "2026-05-29", targetOn: "2026-06-11" },
  ];
  const stale = seen.map((each) => ({ ...each, startOn: null }));
  expect((await sam.post(back, { on: "2026-06-13", moves: stale })).status).toBe(409);
  expect(await dates()).toEqual(BEFORE);
  const { status, body } = await sam.post(back, { on: "2026-06-13", moves: seen, reason: "Spring fair" });
  expect([status, body.changes.length]).toEqual([200, 2]);
  expect(await dates()).toEqual([
    ["2026-05-29", "2026-06-11"],
    [null, "2026-06-12"],
  ]);
  expect((await sam.post(back, { on: "2026-06-13" })).status).toBe(422);
  await sam.post(`${project}/date-changes/undo`, { eventId: body.eventId });
  expect(await dates()).toEqual(BEFORE);
});

test("only who plans may do it, and not with what is over", async () => {
  expect((await as(seed.jo).post(back, { on: "2026-06-12" })).status).toBe(403);
  await sam.post(`/milestones/${launch.id}/moves`, { to: "dropped", expected: "draft", reason: "No fair" });
  expect((await sam.post(back, { on: "2026-06-12" })).status).toBe(422);
});
