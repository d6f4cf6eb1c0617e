import { expect, test } from "vitest";
import { type Loose, testServer } from "../testing/server.ts";

const { seed, as } = await testServer();
const sam = as(seed.sam);
const project = `/projects/${seed.acme.id}`;
const NONE = { startOn: null, targetOn: null };
const { body: content } = await sam.post(`${project}/milestones`, { title: "Content ready" });
const { body: launch } = await sam.post(`${project}/milestones`, { title: "Launch", targetOn: "2026-05-29" });
const there = { startOn: null, targetOn: "2026-05-29" };
const targets = async () =>
  (await sam.get(`${project}/plan`)).body.milestones.map(({ targetOn }: Loose) => targetOn);
const change = (dates: object[], who = sam) =>
  who.post(`${project}/date-changes`, { dates, reason: "Agreed" });
const first = { milestoneId: content.id, expected: NONE, startOn: "2026-04-06", targetOn: "2026-04-24" };
const second = { milestoneId: launch.id, expected: there, startOn: null, targetOn: "2026-06-12" };

test("several dates are one change, and go back as one", async () => {
  const { status, body } = await change([first, second]);
  expect([status, body.changes.length]).toEqual([200, 2]);
  expect(await targets()).toEqual(["2026-04-24", "2026-06-12"]);
  await sam.post(`${project}/date-changes/undo`, { eventId: body.eventId });
  expect(await targets()).toEqual([null, "2026-05-29"]);
});

test("one that was moved meanwhile leaves all as they are", async () => {
  expect((await change([first, { ...second, expected: NONE }])).status).toBe(409);
  expect(await targets()).toEqual([null, "2026-05-29"]);
});

test("dates that are there already, and a beginning after the target, are refused", async () => {
  expect((await change([{ ...second, ...there }])).status).toBe(422);
  expect((await change([{ ...first, startOn: "2026-04-27" }])).status).toBe(422);
});

test("only who plans may do it, and only to milestones of this project", async () => {
  expect((await change([first], as(seed.jo))).status).toBe(403);
  const { body: foreign } = await as(seed.amara).post(`/projects/${seed.baker.id}/milestones`, {
    title: "Theirs",
  });
  expect((await change([{ ...first, milestoneId: foreign.id }], as(seed.amara))).status).toBe(404);
});
