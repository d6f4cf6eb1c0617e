import { expect, test } from "vitest";
import { type Loose, testServer } from "../testing/server.ts";
import { keepToday } from "./daily-snapshots.store.ts";

const { seed, as, database, kit } = await testServer();
const sam = as(seed.sam);
const project = `/projects/${seed.acme.id}`;
const make = async (title: string, targetOn: string) =>
  (await sam.post(`${project}/milestones`, { title, targetOn })).body;
const copy = await make("Content ready", "2026-04-10");
const launch = await make("Launch", "2026-04-24");

async function on(day: string, work: () => Promise<unknown> = async () => {}): Promise<void> {
  kit.at = new Date(`${day}T09:00:00Z`);
  await work();
  await keepToday(database.maintenance, kit.at, null);
}
async function move({ id }: { id: string }, before: string, targetOn: string): Promise<void> {
  const expected = { startOn: null, targetOn: before };
  expect(
    (await sam.post(`/milestones/${id}/date-change`, { targetOn, expected, reason: "Late" })).status,
  ).toBe(200);
}
const slip = async (person = seed.sam) =>
  (await as(person).get("/portfolio")).body.projects.find(({ key }: Loose) => key === "ACME")?.slip;

test("a plan that was never kept is measured against nothing", async () => {
  expect(await slip()).toBeNull();
});

test("a plan that has just been kept is on its baseline", async () => {
  await on("2026-03-02", () => sam.post(`${project}/plan-versions`, { reason: "Start" }));
  expect(await slip()).toEqual({
    n: 1,
    takenOn: "2026-03-02",
    milestoneId: launch.id,
    days: 0,
    later: 0,
    weeks: [{ on: "2026-03-02", days: 0 }],
  });
});

test("what slips before the end is counted, and the end holds", async () => {
  await on("2026-03-06", () => move(copy, "2026-04-10", "2026-04-15"));
  expect(await slip()).toMatchObject({ milestoneId: launch.id, days: 0, later: 1 });
});

test("the last weeks are told one by one, also where nothing was kept for a while", async () => {
  await on("2026-03-11", () => move(launch, "2026-04-24", "2026-04-30"));
  await on("2026-03-18", () => move(launch, "2026-04-30", "2026-05-07"));
  await on("2026-03-31");
  expect(await slip()).toMatchObject({
    days: 9,
    later: 2,
    weeks: [
      { on: "2026-03-03", days: 0 },
      { on: "2026-03-10", days: 0 },
      { on: "2026-03-17", days: 4 },
      { on: "2026-03-24", days: 9 },
      { on: "2026-03-31", days: 9 },
    ],
  });
});

test("a milestone that was added later, or dropped, moves no end", async () => {
  await make("Warranty ends", "2027-03-31");
  expect(await slip()).toMatchObject({ days: 9, milestoneId: launch.id });
  await sam.post(`/milestones/${launch.id}/moves`, { expected: "draft", to: "dropped", reason: "Not now" });
  expect(await slip()).toMatchObject({ milestoneId: copy.id, later: 1 });
});

test("a guest is told of no milestone that they do not see", async () => {
  expect((await slip(seed.gil)) ?? null).toBeNull();
});
