import { forecastPlan } from "@milepost/planning";
import { expect, test } from "vitest";
import { newId } from "../kit/id.ts";
import { askingAcme } from "../testing/approvals.ts";
import { seedContacts } from "../testing/portal.ts";
import { type Loose, testServer } from "../testing/server.ts";
import { renewForecast } from "./renew-forecast.ts";

const server = await testServer();
const { seed, as, kit, database } = server;
const people = await seedContacts(server);
const { dana } = people;
const sam = as(seed.sam);
const { activeMilestone, askWhetherDone, easy } = askingAcme(server, sam, people);
await easy();
const { workspaceId, acme } = seed;
const project = `/projects/${acme.id}`;

const make = async (title: string, dates: object) =>
  (await sam.post(`${project}/milestones`, { title, ownerId: seed.sam.id, ...dates })).body;
const card = async (milestoneId: string, more: object) =>
  (await sam.post(`${project}/cards`, { title: "Work", milestoneId, people: [seed.sam.id], ...more })).body;
const brief = await make("Brief", { startOn: "2026-03-02", targetOn: "2026-03-13" });
const copyId = await activeMilestone("Copy");

const day = (on: string) => {
  kit.at = new Date(`${on}T09:00:00Z`);
};
const warnings = async (person = seed.sam): Promise<Loose[]> =>
  (await as(person).get(`${project}/warnings`)).body.items;
const warned = async (code: string) => (await warnings()).filter((each) => each.code === code);
const row = async (person = seed.sam) =>
  (await as(person).get("/portfolio")).body.projects.find(({ key }: Loose) => key === "ACME");

test("a plan that has just begun warns of nothing", async () => {
  expect(await warnings()).toEqual([]);
  expect(await row()).toMatchObject({
    warnings: { count: 0, strongest: [] },
    silentDays: null,
    failed: false,
  });
});

test("more work than there is time until the target names who has it, and leads to the workload", async () => {
  const much = await card(brief.id, { likely: 10 * 480 + 60 });
  const [one] = await warned("too_much_work");
  expect(one).toMatchObject({
    milestone: { ref: "ACME-M1", title: "Brief" },
    name: "Sam",
    needed: 4860,
    available: 4800,
    inHealth: false,
    steps: [{ do: "relieve", person: { id: seed.sam.id, name: "Sam" } }],
  });
  await sam.put(`/cards/${much.id}/people`, { add: [seed.jo.id] });
  expect(await warned("too_much_work")).toEqual([]);
  await sam.put(`/cards/${much.id}/estimate`, {
    likely: 60,
    expected: { low: null, likely: 4860, high: null },
  });
});

test("a forecast past the target is a warning that the health word gives its reason for", async () => {
  for (const title of ["One", "Two", "Three"]) await card(brief.id, { title, likely: 6 * 480 });
  await renewForecast({ kit, database }, { workspaceId, projectId: acme.id }, async (input) =>
    forecastPlan(input),
  );
  const [late] = await warned("likely_late");
  expect(late).toMatchObject({ milestone: { id: brief.id }, inHealth: true });
  expect(late.days).toBeGreaterThan(0);
  expect(late.steps).toMatchObject([
    { do: "see_ways", ref: "ACME-M1" },
    { do: "move_target", ref: "ACME-M1", on: expect.any(String) },
  ]);
  expect(await row()).toMatchObject({ health: { word: "off_track" } });
});

test("what waits for something late says for what, and opens it", async () => {
  await sam.post(`${project}/dependencies`, {
    from: { kind: "milestone", id: brief.id },
    to: { kind: "milestone", id: copyId },
  });
  const [waits] = await warned("predecessor_late");
  expect(waits).toMatchObject({
    milestone: { ref: "ACME-M2" },
    name: "Brief",
    ref: "ACME-M1",
    on: "2026-03-13",
    steps: [{ do: "open", ref: "ACME-M1" }],
  });
});

test("criteria without an answer are told in the last fifth of the window", async () => {
  await sam.post(`/milestones/${brief.id}/criteria`, { text: "Signed by Rosa" });
  await sam.post(`/milestones/${brief.id}/criteria`, { text: "On paper" });
  expect(await warned("criteria_open")).toEqual([]);
  day("2026-03-12");
  expect(await warned("criteria_open")).toMatchObject([
    {
      milestone: { ref: "ACME-M1" },
      open: 2,
      of: 2,
      days: 1,
      steps: [{ do: "answer_criteria", ref: "ACME-M1" }],
    },
  ]);
});

test("a decision that is overdue names who is awaited, and does not say twice what the health word says", async () => {
  const asked = await askWhetherDone(copyId, { dueOn: "2026-03-18" });
  expect(asked.status).toBe(201);
  expect(await row()).toMatchObject({ decisionsWaiting: 1 });
  expect(await warned("client_overdue")).toEqual([]);
  day("2026-03-20");
  const [first] = await warnings();
  expect(first).toMatchObject({
    code: "client_overdue",
    milestone: { ref: "ACME-M2" },
    on: "2026-03-18",
    days: 2,
    inHealth: true,
    steps: [
      {
        do: "remind_client",
        kind: "approval",
        itemId: asked.body.id,
        person: { id: dana.id, name: "Dana Reyes" },
      },
    ],
  });
  expect(
    (await sam.post(`/approvals/${asked.body.id}/nudges`, { personId: first.steps[0].person.id })).status,
  ).toBe(204);
});

test("a review that nobody held makes the project silent, and opens its review", async () => {
  await database.inWorkspace(workspaceId, async (tx) => {
    await tx
      .insertInto("reviewSeries")
      .values({
        workspaceId,
        id: newId(),
        projectId: acme.id,
        cadence: "weekly",
        startsOn: "2026-03-09",
        createdAt: new Date("2026-03-02T09:00:00Z"),
      })
      .execute();
    for (const [on, held] of [
      ["2026-03-09", true],
      ["2026-03-16", false],
    ] as const)
      await tx
        .insertInto("reviews")
        .values({
          workspaceId,
          id: newId(),
          projectId: acme.id,
          dueAt: new Date(`${on}T09:00:00Z`),
          dueOn: on,
          ...(held ? { heldAt: new Date(`${on}T10:00:00Z`) } : {}),
        })
        .execute();
  });
  day("2026-03-21");
  expect(await warned("review_missed")).toMatchObject([
    {
      milestone: null,
      on: "2026-03-16",
      days: 5,
      heldOn: "2026-03-09",
      silentDays: 12,
      steps: [{ do: "start_review" }],
    },
  ]);
  expect(await row()).toMatchObject({ silentDays: 12 });
  expect((await sam.get("/portfolio")).body.totals).toMatchObject({
    silent: 1,
    decisionsWaiting: 1,
    live: 1,
  });
});

test("adjusted three times is a warning; one act counts once, and what was undone does not count", async () => {
  const event = (await sam.get(`/events?projectId=${acme.id}`)).body.items[0].id;
  const adjusted = (change: object) =>
    database.inWorkspace(workspaceId, (tx) =>
      tx
        .insertInto("adjustments")
        .values({
          workspaceId,
          id: newId(),
          projectId: acme.id,
          milestoneId: brief.id,
          field: "date",
          before: "1",
          after: "2",
          ...change,
        })
        .execute(),
    );
  await adjusted({});
  await adjusted({ eventId: event });
  await adjusted({ eventId: event, field: "price" });
  await adjusted({ undoneAt: kit.at });
  day("2026-03-22");
  expect(await warned("often_adjusted")).toEqual([]);
  await adjusted({});
  day("2026-03-23");
  expect(await warned("often_adjusted")).toMatchObject([
    { milestone: { ref: "ACME-M1" }, times: 3, steps: [{ do: "see_changes", ref: "ACME-M1" }] },
  ]);
});

test("ten working days of quiet are told of what has begun, and one word ends them", async () => {
  // The database dates what is new by its own clock.
  const { maintenance } = database;
  const long = new Date("2026-03-12T09:00:00Z");
  await maintenance.updateTable("cards").set({ touchedAt: long }).execute();
  await maintenance.updateTable("milestones").set({ createdAt: long }).execute();
  day("2026-03-31");
  const quiet = async () => (await warned("no_activity")).map(({ milestone }) => milestone.ref);
  expect(await quiet()).toEqual(["ACME-M1"]);
  await card(brief.id, { title: "Go on" });
  expect(await quiet()).toEqual([]);
});

test("the strongest stand in the portfolio, in the same words as on the project", async () => {
  const all = await warnings();
  expect(all.length).toBeGreaterThan(3);
  expect((await row()).warnings).toEqual({ count: all.length, strongest: all.slice(0, 3) });
  expect(await row()).toMatchObject({ manages: true });
  expect(await row(seed.jo)).toMatchObject({ manages: false, warnings: { count: all.length } });
});

test("guests are told nothing, strangers do not find it, and a paused project does not press", async () => {
  expect(await warnings(seed.gil)).toEqual([]);
  expect((await row(seed.gil)).warnings.count).toBe(0);
  expect((await as(seed.kim).get(`${project}/warnings`)).status).toBe(404);
  await database.maintenance
    .updateTable("projects")
    .set({ pausedAt: kit.at })
    .where("id", "=", acme.id)
    .execute();
  day("2026-04-01");
  expect(await warnings()).toEqual([]);
});
