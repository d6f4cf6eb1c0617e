import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

/** Monday 2 March 2026, 9:00. */
const { seed, as, kit } = await testServer();
const sam = as(seed.sam);
const project = `/projects/${seed.acme.id}`;
const make = async (path: string, body: object) => (await sam.post(`${project}/${path}`, body)).body;
const copy = await make("milestones", {
  title: "Content ready",
  startOn: "2026-03-02",
  targetOn: "2026-03-06",
  priceMinor: 300_000,
});
const launch = await make("milestones", {
  title: "Launch",
  startOn: "2026-03-09",
  targetOn: "2026-03-13",
  priceMinor: 600_000,
});
const card = (title: string, milestoneId: string, likely: number) =>
  make("cards", { title, milestoneId, likely, people: [seed.jo.id] });
const draft = await card("Draft", copy.id, 480);
await card("Proof", copy.id, 720);
await card("Go live", launch.id, 1200);
const workDone = async (query = "", person = seed.sam) =>
  (await as(person).get(`${project}/work-done${query}`)).body;

/** Between two columns, as a person drags it. */
async function drag(from: "todo" | "doing", to: "doing" | "done", day: string) {
  kit.at = new Date(`${day}T08:00:00Z`);
  const { columns } = seed.acme;
  const { status } = await sam.post(`/cards/${draft.id}/move`, {
    columnId: columns[to],
    expected: { columnId: columns[from], place: "board" },
  });
  expect(status).toBeLessThan(300);
}

test("without a kept version there is nothing to measure against", async () => {
  expect(await workDone()).toMatchObject({ baseline: null, baselines: [], measured: null, priced: false });
});

test("what is done is measured against the plan that was kept, in hours", async () => {
  await sam.post(`${project}/plan-versions`, { reason: "Start" });
  await drag("todo", "doing", "2026-03-02");
  await drag("doing", "done", "2026-03-04");
  kit.at = new Date("2026-03-06T15:00:00Z");
  const body = await workDone();
  expect(body).toMatchObject({
    by: "effort",
    baseline: { n: 1 },
    priced: true,
    finishedCards: 1,
    timedCards: 1,
    measured: {
      startOn: "2026-03-02",
      plannedEndOn: "2026-03-13",
      counted: 2,
      leftOut: 0,
      now: { budget: 2400, planned: 1200, earned: 480, spent: 960, costIndex: 0.5 },
    },
  });
  expect(body.measured.now.schedule.variance).toBe(-3);
});

test("by price a milestone counts when it is reached, for those who see money", async () => {
  const body = await workDone("?by=price");
  expect(body).toMatchObject({
    by: "price",
    currency: "EUR",
    finishedCards: 0,
    measured: { now: { budget: 900_000, planned: 300_000, earned: 0, spent: null, costIndex: null } },
  });
  expect(await workDone("?by=price", seed.jo)).toMatchObject({ by: "effort", priced: false });
});

test("what came later is left out, another version can be chosen, and one that never was is not there", async () => {
  const thanks = await make("milestones", { title: "Thanks said", targetOn: "2026-03-20" });
  await card("Write to them", thanks.id, 60);
  expect((await workDone()).measured).toMatchObject({ counted: 2, leftOut: 1 });
  await sam.post(`${project}/plan-versions`, { reason: "One more" });
  expect(await workDone()).toMatchObject({ baseline: { n: 1 } });
  expect(await workDone("?base=2")).toMatchObject({ baseline: { n: 2 }, measured: { counted: 3 } });
  expect((await sam.get(`${project}/work-done?base=9`)).status).toBe(404);
});

test("a guest counts their own cards alone; who is not on the project finds none", async () => {
  expect((await workDone("", seed.gil)).measured).toBeNull();
  expect((await as(seed.kim).get(`${project}/work-done`)).status).toBe(404);
});
