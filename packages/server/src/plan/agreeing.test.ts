import { forecastPlan } from "@milepost/planning";
import { expect, test } from "vitest";
import { forecastWhatChanged } from "../app/forecasts.ts";
import { ForecastThread } from "../forecasts/beside.ts";
import { type TestAnswer, testServer } from "../testing/server.ts";

/** Monday 2 March 2026. */
const { seed, as, database, kit } = await testServer();
const sam = as(seed.sam);
const project = `/projects/${seed.acme.id}`;
const here = Object.assign(new ForecastThread(), { forecast: forecastPlan });

const { body: objective } = await sam.post(`${project}/objectives`, {
  statement: "150 orders a week by summer",
  measure: "Orders",
  baseline: 120,
  target: 150,
});
const { body: launch } = await sam.post(`${project}/milestones`, {
  title: "Launch",
  startOn: "2026-03-02",
  targetOn: "2026-03-06",
  ownerId: seed.jo.id,
  clientApproval: false,
});
await sam.put(`/milestones/${launch.id}/objectives`, { objectiveIds: [objective.id] });
for (const title of ["Write", "Draw", "Build"])
  await sam.post(`${project}/cards`, { title, milestoneId: launch.id, likely: 1_920, people: [seed.jo.id] });
await forecastWhatChanged({ database, kit }, here);

const agree = (more: object = {}): Promise<TestAnswer> =>
  sam.post(`/milestones/${launch.id}/moves`, { expected: "draft", to: "agreed", ...more });

test("what is missing comes first, whatever the chance", async () => {
  const answer = await agree({ reason: "The fair opens that day" });
  expect(answer).toMatchObject({ status: 422, body: { type: "urn:milepost:problem:not-ready" } });
  await sam.post(`/milestones/${launch.id}/criteria`, { text: "The client has the address" });
});

test("a date that will hardly be met is agreed to only with a line of why", async () => {
  for (const reason of [undefined, "  "]) {
    const answer = await agree({ reason });
    expect(answer).toMatchObject({
      status: 422,
      body: {
        type: "urn:milepost:problem:unlikely-date",
        facts: {
          targetOn: "2026-03-06",
          missing: [
            {
              kind: "finding",
              id: "L6",
              what: expect.stringMatching(/^“Launch” has a chance of .*; safe is/),
            },
          ],
        },
      },
    });
    const { chance, likelyOn, safeOn } = answer.body.facts;
    expect(chance).toBeLessThan(0.5);
    expect(likelyOn > "2026-03-06" && likelyOn <= safeOn).toBe(true);
  }
  expect((await sam.get(`/milestones/${launch.id}`)).body.state).toBe("draft");
});

test("the reason stands in its steps and in its history, with the chance", async () => {
  const answer = await agree({ reason: "The fair opens that day" });
  expect(answer).toMatchObject({ status: 200, body: { state: "agreed" } });
  expect(answer.body.moves).toMatchObject([{ to: "agreed", reason: "The fair opens that day" }]);
  const { body } = await sam.get(`/events?subjectId=${launch.id}`);
  const moved = body.items.find(({ verb }: { verb: string }) => verb === "milestone.moved");
  expect(moved.data).toMatchObject({ to: "agreed", reason: "The fair opens that day" });
  expect(moved.data.chance).toBeLessThan(0.5);
});

test("a date that holds is agreed to without a word", async () => {
  const { body: later } = await sam.post(`${project}/milestones`, {
    title: "Report handed over",
    startOn: "2026-06-01",
    targetOn: "2026-09-30",
    ownerId: seed.jo.id,
    clientApproval: false,
  });
  await sam.put(`/milestones/${later.id}/objectives`, { objectiveIds: [objective.id] });
  await sam.post(`/milestones/${later.id}/criteria`, { text: "The client has it" });
  for (const title of ["Ask", "Count", "Tell"])
    await sam.post(`${project}/cards`, { title, milestoneId: later.id, likely: 240, people: [seed.sam.id] });
  await forecastWhatChanged({ database, kit }, here);
  const answer = await sam.post(`/milestones/${later.id}/moves`, { expected: "draft", to: "agreed" });
  expect(answer).toMatchObject({ status: 200, body: { moves: [{ reason: "" }] } });
  const { body } = await sam.get(`/events?subjectId=${later.id}`);
  expect(body.items.find(({ verb }: { verb: string }) => verb === "milestone.moved").data).not.toHaveProperty(
    "chance",
  );
});
