import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";
import { keepChangedDates, keepDates } from "./daily-snapshots.ts";

const { seed, as, database, kit } = await testServer();
const services = { database, kit };
const sam = as(seed.sam);
const { body: launch } = await sam.post(`/projects/${seed.acme.id}/milestones`, {
  title: "Launch",
  targetOn: "2026-04-30",
});

async function rows() {
  const all = await database.maintenance
    .selectFrom("dailySnapshots")
    .select(["onDay", "targetOn"])
    .where("milestoneId", "=", launch.id)
    .orderBy("onDay")
    .execute();
  return all.map(({ onDay, targetOn }) => [onDay, targetOn]);
}

async function caughtUp(): Promise<void> {
  for (let round = 0, kept = 0; kept === 0 && round < 2_000; round++) {
    kept = await keepChangedDates(services);
    if (kept === 0) await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

test("the day's changes leave one row, whichever process keeps it and how often", async () => {
  await Promise.all([1, 2, 3].map(() => keepDates(services)));
  expect(await rows()).toEqual([["2026-03-02", "2026-04-30"]]);
  await sam.post(`/milestones/${launch.id}/date-change`, {
    targetOn: "2026-05-08",
    expected: { startOn: null, targetOn: "2026-04-30" },
  });
  await caughtUp();
  await Promise.all([1, 2, 3].map(() => keepChangedDates(services)));
  expect(await rows()).toEqual([["2026-03-02", "2026-05-08"]]);
});

test("the day is the one in the zone of the workspace", async () => {
  kit.at = new Date("2026-03-03T23:30:00Z");
  await keepDates(services);
  expect((await rows()).at(-1)).toEqual(["2026-03-04", "2026-05-08"]);
});

test("after 90 days one row of each week is left, and nothing of what is reached is added", async () => {
  for (let day = 5; day <= 20; day++) {
    kit.at = new Date(Date.UTC(2026, 2, day, 9));
    await keepDates(services);
  }
  kit.at = new Date("2026-06-16T09:00:00Z");
  await database.maintenance.updateTable("milestones").set({ state: "accepted" }).execute();
  await keepDates(services);
  expect((await rows()).map(([day]) => day)).toEqual([
    "2026-03-08",
    "2026-03-15",
    "2026-03-17",
    "2026-03-18",
    "2026-03-19",
    "2026-03-20",
  ]);
});
