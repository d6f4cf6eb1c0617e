import { expect, test } from "vitest";
import { newId } from "../kit/id.ts";
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

/** A review as it is left behind: opened, looked at and closed, or not held. */
function review(on: string, how: { held?: Record<string, string>; skipped?: string }) {
  const { workspaceId } = seed;
  const at = new Date(`${on}T09:00:00Z`);
  return database.inWorkspace(workspaceId, async (tx) => {
    const id = newId();
    const { held, skipped } = how;
    await tx
      .insertInto("reviews")
      .values({
        workspaceId,
        id,
        projectId: seed.acme.id,
        dueAt: at,
        dueOn: on,
        ...(held ? { openedAt: at, heldAt: at, heldBy: seed.sam.id, snapshot: "{}", hash: "-" } : {}),
        ...(skipped ? { skippedAt: at, skippedBy: seed.sam.id, skipReason: skipped } : {}),
      })
      .execute();
    for (const [milestoneId, targetOn] of Object.entries(held ?? {}))
      await tx
        .insertInto("reviewLines")
        .values({ workspaceId, id: newId(), reviewId: id, milestoneId, computed: "at_risk", targetOn })
        .execute();
    return id;
  });
}

test("from the second review on a line has a point a review, and a review that was not held is told", async () => {
  await review("2026-03-03", { held: { [first.id]: "2026-04-10", [second.id]: "2026-04-24" } });
  const asked = async (query = "") => (await sam.get(`${project}/trend${query}`)).body;
  expect(await asked()).toMatchObject({ by: "days", reviews: [{ on: "2026-03-03", state: "held" }] });
  await review("2026-03-10", { held: { [first.id]: "2026-04-17", [second.id]: "2026-05-01" } });
  await review("2026-03-17", { skipped: "Holiday" });
  const last = await review("2026-03-24", { held: { [first.id]: "2026-04-17", [second.id]: "2026-05-01" } });
  await review("2026-03-31", {});
  await database.inWorkspace(seed.workspaceId, (tx) =>
    tx
      .insertInto("adjustments")
      .values({
        workspaceId: seed.workspaceId,
        id: newId(),
        projectId: seed.acme.id,
        milestoneId: first.id,
        reviewId: last,
        field: "date",
        before: JSON.stringify({ targetOn: "2026-04-17" }),
        after: JSON.stringify({ targetOn: "2026-04-21" }),
      })
      .execute(),
  );
  kit.at = new Date("2026-04-01T09:00:00Z");
  const trend = await asked();
  expect(trend).toMatchObject({
    by: "reviews",
    baseline: { n: 1 },
    reviews: [
      { on: "2026-03-03", state: "held" },
      { on: "2026-03-10", state: "held" },
      { on: "2026-03-17", state: "skipped", reason: "Holiday" },
      { on: "2026-03-24", state: "held" },
      { on: "2026-03-31", state: "missed" },
    ],
  });
  const point = (on: string, targetOn: string) => ({ on, targetOn, source: "review", n: null });
  expect(trend.milestones[0]).toMatchObject({
    points: [
      point("2026-03-03", "2026-04-10"),
      point("2026-03-10", "2026-04-17"),
      point("2026-03-24", "2026-04-21"),
    ],
    moves: 2,
    slipDays: 7,
    againstDays: 5,
    class: "drifting",
  });
  expect((await asked("?by=days")).milestones[0].points).toContainEqual(point("2026-03-24", "2026-04-21"));
  expect((await sam.get(`${project}/trend?base=9`)).status).toBe(404);
});
