import { expect, test } from "vitest";
import { sha256 } from "../kit/secret.ts";
import { seedContacts } from "../testing/portal.ts";
import { publishedPlan } from "../testing/published.ts";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as, kit, database } = server;
const { workspaceId, acme, baker } = seed;
await seedContacts(server);
const path = `/projects/${acme.id}/retrospective`;
const plan = await publishedPlan(server, [
  { title: "Brief agreed", targetOn: "2026-03-06" },
  { title: "Content ready", targetOn: "2026-03-12" },
  { title: "Launch", targetOn: "2026-03-20" },
]);
const [brief = "", content = "", launch = ""] = plan.ids;
await as(seed.sam).post(`/projects/${acme.id}/objectives`, {
  statement: "More orders",
  measure: "Orders a week",
  baseline: 120,
  target: 150,
  current: 148,
});
const none = { keep: "", change: "", thank: "", outcome: "" };
const put = (words: object, revision: number, who = seed.sam) =>
  as(who).put(path, { ...none, ...words }, { "if-match": `"r${revision}"` });
const facts = async (who = seed.sam) => (await as(who).get(path)).body.facts;

test("facts are computed from the plan, its promise and what was forecast", async () => {
  await plan.move(content, "2026-03-17");
  await plan.reach(brief, "2026-03-06");
  await plan.reach(content, "2026-03-18");
  await plan.reach(launch, "2026-03-19");
  const named = (p50On: string, p80On: string) => ({
    ...{ p5On: p50On, p20On: p50On, p50On, p80On, p90On: p80On, p95On: p80On },
  });
  const told = [
    [brief, "2026-03-06", named("2026-03-05", "2026-03-09")],
    [content, "2026-03-18", named("2026-03-12", "2026-03-16")],
    [launch, "2026-03-19", named("2026-03-19", "2026-03-24")],
  ] as const;
  await database.inWorkspace(workspaceId, async (tx) => {
    for (const [milestoneId, reachedOn, dates] of told)
      await tx
        .insertInto("forecastOutcomes")
        .values({
          ...{ workspaceId, milestoneId, reachedOn, madeOn: "2026-03-02", byPace: null },
          ...{ named: JSON.stringify(dates), byEstimates: JSON.stringify(dates) },
        })
        .execute();
  });
  expect(await facts()).toMatchObject({
    baseline: { n: 1, approved: false },
    objectives: [{ statement: "More orders", target: 150, current: 148, met: false, share: 28 / 30 }],
    milestones: [
      { ref: "ACME-M1", promisedOn: "2026-03-06", reachedOn: "2026-03-06", slipDays: 0 },
      { ref: "ACME-M2", promisedOn: "2026-03-12", reachedOn: "2026-03-18", slipDays: 4 },
      { ref: "ACME-M3", promisedOn: "2026-03-20", reachedOn: "2026-03-19", slipDays: -1 },
    ],
    medianSlipDays: 0,
    reasons: [
      { reason: "SECRET", days: 3, milestones: 1 },
      { reason: null, days: 0, milestones: 2 },
    ],
    safe: { held: 2, of: 3 },
    likely: { held: 1, of: 3 },
    answers: { medianDays: null, each: [] },
    estimates: [],
  });
});

test("R01: words are drafts under their revision, whoever is late reads what is there, and actions have an owner who works there", async () => {
  expect((await put({ keep: "Weekly reviews" }, 0)).body).toMatchObject({
    revision: 1,
    prompts: { keep: "Weekly reviews" },
  });
  const late = await put({ keep: "Mine" }, 0, seed.jo);
  expect([late.status, late.body.facts.current.prompts.keep]).toEqual([412, "Weekly reviews"]);
  expect((await put({ keep: "Weekly reviews", change: "Ask for texts first" }, 1, seed.jo)).status).toBe(200);
  expect((await as(seed.gil).get(path)).status).toBe(403);
  expect((await as(seed.sam).post(`${path}/actions`, { title: "Ask", ownerId: seed.kim.id })).status).toBe(
    400,
  );
  const added = await as(seed.sam).post(`${path}/actions`, {
    title: "Ask for texts first",
    ownerId: seed.jo.id,
    dueOn: "2026-04-10",
  });
  expect([added.status, added.body.ownerName]).toEqual([201, "Jo"]);
});

test("estimates are shown to whoever leads and to the person themselves", async () => {
  const start = kit.at;
  const { body: card } = await as(seed.sam).post(`/projects/${acme.id}/cards`, {
    title: "Draw",
    likely: 240,
    people: [seed.jo.id],
  });
  await database.inWorkspace(workspaceId, (tx) =>
    tx
      .updateTable("cards")
      .set({ startedAt: new Date("2026-02-23T08:00:00Z"), doneAt: new Date("2026-02-23T15:00:00Z") })
      .where("id", "=", card.id)
      .execute(),
  );
  expect((await facts(seed.sam)).estimates).toMatchObject([{ personId: seed.jo.id, name: "Jo", cards: 1 }]);
  expect((await facts(seed.jo)).estimates).toHaveLength(1);
  expect((await facts(seed.ada)).estimates).toHaveLength(1);
  await database.inWorkspace(workspaceId, (tx) =>
    tx
      .insertInto("projectMembers")
      .values({ workspaceId, projectId: acme.id, personId: seed.kim.id, role: "member" })
      .execute(),
  );
  expect((await facts(seed.kim)).estimates).toEqual([]);
  kit.at = start;
});

test("what was held is frozen once, with a hash over all of it", async () => {
  const { body: before } = await as(seed.sam).get(path);
  expect((await as(seed.jo).post(`${path}/hold`, { expected: before.revision })).status).toBe(403);
  const both = await Promise.all([
    as(seed.sam).post(`${path}/hold`, { expected: before.revision }),
    as(seed.amara).post(`${path}/hold`, { expected: before.revision }),
  ]);
  expect(both.map(({ status }) => status).sort()).not.toEqual([200, 200]);
  const { body: held } = await as(seed.sam).get(path);
  const { snapshot } = await database.inWorkspace(workspaceId, (tx) =>
    tx.selectFrom("retrospectives").select("snapshot").executeTakeFirstOrThrow(),
  );
  expect(held.hash).toBe(sha256(snapshot ?? ""));
  expect(held.prompts.change).toBe("Ask for texts first");
  expect((await put({ keep: "Later" }, held.revision)).status).toBe(409);
  await database.inWorkspace(workspaceId, (tx) =>
    tx.updateTable("milestones").set({ title: "Called otherwise" }).where("id", "=", brief).execute(),
  );
  expect((await facts()).milestones[0].title).toBe("Brief agreed");
  await database.inWorkspace(workspaceId, (tx) =>
    tx.updateTable("projects").set({ state: "completed" }).where("id", "=", acme.id).execute(),
  );
  expect((await as(seed.sam).get(path)).body).toMatchObject({
    projectState: "completed",
    heldBy: expect.any(String),
  });
});

test("actions and the Later list go on in the next project, once, with what the answer lists", async () => {
  const { body: later } = await as(seed.sam).post(`/projects/${acme.id}/cards`, {
    title: "Newsletter",
    place: "later",
    likely: 120,
    priority: 2,
  });
  const [{ id: actionId }] = (await as(seed.sam).get(path)).body.actions;
  const next = { toProjectId: baker.id, actionIds: [actionId], cardIds: [later.id] };
  expect((await as(seed.sam).post(`${path}/carry`, next)).status).toBe(404);
  const both = await Promise.all([0, 1].map(() => as(seed.amara).post(`${path}/carry`, next)));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const { cards, fields } = both.find(({ status }) => status === 200)?.body ?? {};
  expect(fields).toEqual(["title", "body", "priority", "low", "likely", "high"]);
  const made = await database.inWorkspace(workspaceId, (tx) =>
    tx.selectFrom("cards").selectAll().where("id", "in", cards).orderBy("number").execute(),
  );
  expect(made).toMatchObject([
    { projectId: baker.id, title: "Ask for texts first", dueOn: "2026-04-10", place: "board" },
    { projectId: baker.id, title: "Newsletter", likely: 120, priority: 2, place: "later" },
  ]);
  const [action] = (await as(seed.sam).get(path)).body.actions;
  expect(action.carriedTo.key).toBe("BAKER");
  const archived = await database.inWorkspace(workspaceId, (tx) =>
    tx.selectFrom("cards").select("archivedAt").where("id", "=", later.id).executeTakeFirstOrThrow(),
  );
  expect(archived.archivedAt).not.toBeNull();
  expect((await as(seed.sam).delete(`/retrospective-actions/${actionId}`)).status).toBe(409);
});

test("R22: what goes along with a carried card is what the answer lists, no more and no less", async () => {
  const { body: card } = await as(seed.amara).post(`/projects/${acme.id}/cards`, {
    title: "Winter campaign",
    place: "later",
    dueOn: "2026-11-02",
    people: [seed.jo.id],
  });
  const filled = { low: 60, likely: 120, high: 240, priority: 3, startOn: "2026-10-05" };
  const words = { body: "Warm bread", blockedReason: "Waits for snow", blockedByClient: true };
  await database.inWorkspace(workspaceId, (tx) =>
    tx
      .updateTable("cards")
      .set({ ...filled, ...words })
      .where("id", "=", card.id)
      .execute(),
  );
  const { body } = await as(seed.amara).post(`${path}/carry`, { toProjectId: baker.id, cardIds: [card.id] });
  const [before, after] = await Promise.all(
    [card.id, body.cards[0]].map((id) =>
      database.inWorkspace(workspaceId, (tx) =>
        tx.selectFrom("cards").selectAll().where("id", "=", id).executeTakeFirstOrThrow(),
      ),
    ),
  );
  const asked = ["title", "dueOn", ...Object.keys(filled), ...Object.keys(words)] as const;
  const same = asked.filter(
    (field) => before?.[field as keyof typeof before] === after?.[field as keyof typeof after],
  );
  expect(same.sort()).toEqual([...body.fields].sort());
});

test("a template takes the windows as they really were", async () => {
  const save = async (durations: string) => {
    const { body } = await as(seed.sam).post(`/projects/${acme.id}/templates`, {
      name: durations,
      durations,
    });
    const { milestones } = (await as(seed.sam).get(`/templates/${body.id}`)).body.plan;
    return milestones.map(({ targetDay }: { targetDay: number }) => targetDay);
  };
  const [planned, actual] = [await save("planned"), await save("actual")];
  expect([planned, actual]).toEqual([
    [0, 7, 10],
    [0, 8, 9],
  ]);
});
