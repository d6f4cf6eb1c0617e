import { expect, test } from "vitest";
import { type Loose, testServer } from "../testing/server.ts";
import { keepToday } from "./daily-snapshots.store.ts";

const server = await testServer();
const { seed, as, database, kit } = server;
const sam = as(seed.sam);
const project = `/projects/${seed.acme.id}`;
const make = async (path: string, body: object) => (await sam.post(path, body)).body;
const first = await make(`${project}/milestones`, { title: "Content ready", targetOn: "2026-04-10" });
const second = await make(`${project}/milestones`, {
  title: "Launch",
  startOn: "2026-04-13",
  targetOn: "2026-04-24",
});
await make(`${project}/dependencies`, {
  from: { kind: "milestone", id: first.id },
  to: { kind: "milestone", id: second.id },
});

async function on(day: string, work: () => Promise<unknown>): Promise<void> {
  kit.at = new Date(`${day}T09:00:00Z`);
  await work();
}
const snapshot = () => keepToday(database.maintenance, kit.at, null);
const move = (targetOn: string, before: string, reason: string) =>
  sam.post(`/milestones/${first.id}/date-change`, {
    targetOn,
    expected: { startOn: null, targetOn: before },
    reason,
  });

test("a line has a point where a version was kept and where the date was another", async () => {
  await on("2026-03-02", () => sam.post(`${project}/plan-versions`, { reason: "Start" }));
  for (const day of ["2026-03-03", "2026-03-04", "2026-03-05"]) await on(day, snapshot);
  await on("2026-03-09", () => move("2026-04-17", "2026-04-10", "Copy came late"));
  await on("2026-03-09", snapshot);
  await on("2026-03-10", snapshot);
  const { body } = await sam.get(`${project}/trend`);
  expect(body.milestones.map(({ title, moves, slipDays }: Loose) => [title, moves, slipDays])).toEqual([
    ["Content ready", 1, 5],
    ["Launch", 1, 5],
  ]);
  expect(body.milestones[0].points).toEqual([
    { on: "2026-03-02", targetOn: "2026-04-10", source: "version", n: 1 },
    { on: "2026-03-09", targetOn: "2026-04-17", source: "day", n: null },
    { on: "2026-03-10", targetOn: "2026-04-17", source: "now", n: null },
  ]);
  expect([body.milestones[0].followsId, body.milestones[1].followsId]).toEqual([null, first.id]);
  expect(body.reasons).toContainEqual({
    milestoneId: first.id,
    on: "2026-03-09",
    targetOn: "2026-04-17",
    reason: "Copy came late",
  });
});

test("a guest who is on none of its cards sees no line", async () => {
  const { body } = await as(seed.gil).get(`${project}/trend`);
  expect([body.milestones, body.reasons]).toEqual([[], []]);
});
