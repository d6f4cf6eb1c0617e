import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as } = server;
const { sam, gil } = seed;
const path = `/projects/${seed.acme.id}/plan`;

const objective = await as(sam).post(`/projects/${seed.acme.id}/objectives`, {
  statement: "150 orders a week",
  measure: "Orders",
  baseline: 120,
  target: 150,
});
const brief = await as(sam).post(`/projects/${seed.acme.id}/milestones`, {
  title: "Brief agreed",
  startOn: "2026-03-02",
  targetOn: "2026-03-13",
  priceMinor: 90_000,
});

test("one read holds objectives, milestones, calendar and critical path", async () => {
  const { status, body } = await as(sam).get(path);
  expect(status).toBe(200);
  expect(body.today).toBe("2026-03-02");
  expect(body.project).toMatchObject({
    key: "ACME",
    lead: { name: "Sam" },
    may: { editPlan: true, work: true, seeMoney: true },
    health: { word: "not_enough_data" },
  });
  expect(body.objectives).toMatchObject([{ id: objective.body.id, current: 120, reached: 0, count: 0 }]);
  expect(body.milestones).toMatchObject([
    {
      ref: "ACME-M1",
      workingDays: 10,
      priceMinor: 90_000,
      health: { word: "not_enough_data", reasons: [{ code: "few_estimates" }] },
      slackDays: 0,
      critical: true,
      progress: { percent: 0 },
    },
  ]);
  expect(body.criticalPath).toMatchObject({
    milestoneIds: [brief.body.id],
    finishOn: "2026-03-13",
    cycle: null,
  });
  expect(body.calendar.week[0]).toEqual([[540, 1020]]);
});

test("what has not changed is not sent again", async () => {
  const first = await as(sam).get(path);
  const again = await as(sam).get(path, { "if-none-match": String(first.headers.etag) });
  expect(again).toMatchObject({ status: 304, body: "" });
  await as(sam).post(`/projects/${seed.acme.id}/milestones`, { title: "Design approved" });
  expect((await as(sam).get(path, { "if-none-match": String(first.headers.etag) })).status).toBe(200);
});

test("a guest sees no milestone without a card of theirs, and no money", async () => {
  const before = await as(gil).get(path);
  expect(before.body).toMatchObject({ milestones: [], objectives: [], risks: [], findings: [] });
  expect(before.body.project).toMatchObject({
    client: null,
    may: { editPlan: false, work: false, seeMoney: false },
  });
});
