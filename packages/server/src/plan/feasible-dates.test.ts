import { feasibleDates } from "@milepost/planning";
import { expect, test } from "vitest";
import { type Loose, testServer } from "../testing/server.ts";

const { seed, as } = await testServer();
const sam = as(seed.sam);
const project = `/projects/${seed.acme.id}`;
const { body: content } = await sam.post(`${project}/milestones`, { title: "Content ready" });
await sam.post(`${project}/milestones`, { title: "Launch", targetOn: "2026-05-29" });
for (const title of ["Texts", "Pictures", "Proofs"]) {
  const { body: card } = await sam.post(`${project}/cards`, { title, milestoneId: content.id });
  const expected = { low: null, likely: null, high: null };
  await sam.put(`/cards/${card.id}/estimate`, { low: 240, likely: 480, high: 960, expected });
}
const targets = async () =>
  (await sam.get(`${project}/plan`)).body.milestones.map(({ targetOn }: Loose) => targetOn);
const worked = async () => {
  const { body } = await sam.get(`${project}/forecast-basis`);
  const found = feasibleDates(body, 80);
  if (!found.ok) throw new Error(found.code);
  return found.dates.map(({ milestoneId, to }) => ({ milestoneId, ...to }));
};
const take = (dates: unknown, confidence = 80, who = sam) =>
  who.post(`${project}/feasible-dates`, { confidence, dates });

test("the dates that were shown are taken as one change, and back again", async () => {
  const dates = await worked();
  expect(dates).toHaveLength(1);
  const { status, body } = await take(dates);
  expect([status, body.changes.length]).toEqual([200, 1]);
  expect(await targets()).toEqual([dates[0]?.targetOn, "2026-05-29"]);
  expect((await take(dates)).status).toBe(422);
  await sam.post(`${project}/date-changes/undo`, { eventId: body.eventId });
  expect(await targets()).toEqual([null, "2026-05-29"]);
});

test("dates of a plan that has changed since are refused", async () => {
  const dates = await worked();
  expect((await take(dates.map((each) => ({ ...each, targetOn: "2026-04-01" })))).status).toBe(409);
  expect((await take([])).status).toBe(409);
  expect((await take(dates, 75)).status).toBe(400);
  expect(await targets()).toEqual([null, "2026-05-29"]);
});

test("only who plans may take them", async () => {
  expect((await take(await worked(), 80, as(seed.jo))).status).toBe(403);
});
