import { expect, test } from "vitest";
import { sha256 } from "../kit/secret.ts";
import { type Loose, testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as, database, kit } = server;
const sam = as(seed.sam);
const project = `/projects/${seed.acme.id}`;
const versions = `${project}/plan-versions`;
const make = async (path: string, body: object) => (await sam.post(path, body)).body;

const brief = await make(`${project}/milestones`, { title: "Brief agreed" });
const launch = await make(`${project}/milestones`, {
  title: "Launch",
  targetOn: "2026-04-30",
  priceMinor: 600_000,
});
const setDates = (id: string, targetOn: string, expected: string | null) =>
  sam.post(`/milestones/${id}/date-change`, {
    targetOn,
    expected: { startOn: null, targetOn: expected },
    reason: "Copy came late",
  });

test("a plan without a date cannot be kept, nor one that has not changed", async () => {
  const empty = await as(seed.kim).post(`/projects/${seed.baker.id}/plan-versions`);
  expect([empty.status, empty.body.type]).toEqual([422, expect.stringContaining("nothing-dated")]);
  const first = await sam.post(versions, { reason: "Agreed at the start" });
  expect([first.status, first.body.n, first.body.reason]).toEqual([201, 1, "Agreed at the start"]);
  const again = await sam.post(versions);
  expect([again.status, again.body.facts]).toEqual([422, { n: 1 }]);
});

test("only who plans keeps versions, and everybody on the project reads them", async () => {
  expect((await as(seed.jo).post(versions)).status).toBe(403);
  expect((await as(seed.jo).get(versions)).body.items).toHaveLength(1);
  expect((await as(seed.kim).get(versions)).status).toBe(404);
});

test("the plan is measured against the first version, or the one that is asked for", async () => {
  kit.at = new Date("2026-03-12T09:00:00Z");
  await setDates(launch.id, "2026-05-08", "2026-04-30");
  await setDates(brief.id, "2026-03-20", null);
  expect((await sam.post(versions, { reason: "After the slip" })).body.n).toBe(2);
  await setDates(launch.id, "2026-05-06", "2026-05-08");
  const slip = async (query = "") => {
    const { body } = await sam.get(`${project}/plan${query}`);
    const rows = new Map<string, Loose>(body.milestones.map((one: Loose) => [one.id, one.baseline]));
    return [
      body.baseline.n,
      rows.get(launch.id)?.slipDays,
      rows.get(launch.id)?.slipCalendarDays,
      rows.get(brief.id),
    ];
  };
  expect(await slip()).toEqual([
    1,
    4,
    6,
    { startOn: null, targetOn: null, slipDays: null, slipCalendarDays: null },
  ]);
  expect(await slip("?base=2")).toEqual([2, -2, -2, expect.objectContaining({ slipDays: 0 })]);
  expect((await sam.get(`${project}/plan?base=9`)).status).toBe(404);
});

test("a difference says old and new by milestone and field, to another version and to now", async () => {
  const [second, first] = (await sam.get(versions)).body.items;
  const between = (await sam.get(`/plan-versions/${first.id}/diff?to=${second.id}`)).body;
  expect(between.changes).toMatchObject([
    { kind: "milestone", id: brief.id, fields: [{ field: "targetOn", from: null, to: "2026-03-20" }] },
    {
      id: launch.id,
      fields: [{ field: "targetOn", from: "2026-04-30", to: "2026-05-08", workingDays: 6, calendarDays: 8 }],
    },
  ]);
  await sam.post(`/milestones/${brief.id}/criteria`, { text: "Signed by Dana" });
  const now = (await sam.get(`/plan-versions/${second.id}/diff`)).body;
  expect(now.to).toBeNull();
  expect(now.changes[0].fields).toEqual([
    { field: "criterion", from: null, to: "Signed by Dana", workingDays: null, calendarDays: null },
  ]);
  expect((await sam.get(`/plan-versions/${first.id}/diff?to=${first.projectId}`)).status).toBe(404);
});

test("prices stay with those who may see money, and a guest sees no more than elsewhere", async () => {
  const [version] = (await sam.get(versions)).body.items;
  const prices = async (person: typeof seed.sam) =>
    (await as(person).get(`/plan-versions/${version.id}`)).body.plan.milestones.map(
      (one: Loose) => one.priceMinor,
    );
  expect(await prices(seed.sam)).toContain(600_000);
  expect(await prices(seed.jo)).toEqual([null, null]);
  expect(await prices(seed.gil)).toEqual([]);
});

test("what is kept is what was hashed, and the app cannot change or delete it", async () => {
  const rows = await database.inWorkspace(seed.workspaceId, (tx) =>
    tx.selectFrom("planVersions").select(["id", "snapshot", "hash"]).execute(),
  );
  for (const { snapshot, hash } of rows) expect(sha256(snapshot)).toBe(hash);
  const denied = { code: "42501" };
  await expect(
    database.inWorkspace(seed.workspaceId, (tx) => tx.updateTable("planVersions").set({ n: 9 }).execute()),
  ).rejects.toMatchObject(denied);
  await expect(
    database.inWorkspace(seed.workspaceId, (tx) => tx.deleteFrom("planVersions").execute()),
  ).rejects.toMatchObject(denied);
});

test("of people who keep a plan at once one does, and the others hear that it is kept", async () => {
  await setDates(launch.id, "2026-05-12", "2026-05-06");
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => sam.post(versions)));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422, 422]);
  expect((await sam.get(versions)).body.items.map(({ n }: Loose) => n)).toEqual([3, 2, 1]);
});
