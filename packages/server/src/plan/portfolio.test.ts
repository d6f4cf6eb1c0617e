import type { PluginTransformQueryArgs, PluginTransformResultArgs } from "kysely";
import { expect, test } from "vitest";
import { buildHttp } from "../app/http.ts";
import { ROUTES } from "../app/routes.ts";
import type { Database } from "../db/database.ts";
import { newId } from "../kit/id.ts";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as } = server;
const { sam, jo, kim, gil } = seed;
const project = `/projects/${seed.acme.id}`;
const find = (body: { projects: { key: string }[] }, key: string) =>
  body.projects.find((one) => one.key === key);

const { body: brief } = await as(sam).post(`${project}/milestones`, {
  title: "Brief agreed",
  targetOn: "2026-03-06",
  ownerId: sam.id,
});
await as(sam).post(`${project}/milestones`, {
  title: "Site live",
  targetOn: "2026-05-29",
  priceMinor: 500_000,
});
const card = async (body: object) => (await as(sam).post(`${project}/cards`, body)).body.id;
await card({
  title: "Interview the owner",
  milestoneId: brief.id,
  people: [gil.id],
  likely: 240,
});
await card({ title: "Write the brief", milestoneId: brief.id, dueOn: "2026-02-20" });
await card({ title: "Loose end" });
await card({ title: "One day", place: "later" });

test("every project shows its word, its progress, what is next and what needs somebody", async () => {
  const { status, body } = await as(seed.amara).get("/portfolio");
  expect(status).toBe(200);
  expect(body.projects.map((one: { key: string }) => one.key)).toEqual(["ACME", "BAKER"]);
  expect(find(body, "ACME")).toMatchObject({
    client: { name: "ACME client" },
    lead: { name: "Sam" },
    health: { word: "not_enough_data", reasons: [{ code: "few_estimates", estimated: 1, needed: 3 }] },
    progress: { doneCount: 0, count: 2, percent: 0 },
    reached: { reached: 0, count: 2 },
    next: { ref: "ACME-M1", title: "Brief agreed" },
    openCards: 3,
    counters: {
      overdue: 1,
      dueThisWeek: 2,
      withoutOwner: 3,
      withoutDate: 1,
      withoutMilestone: 1,
      milestoneWithoutCards: 1,
      blocked: 0,
      untouched: 0,
    },
  });
  expect(body.totals).toMatchObject({
    projects: 2,
    openCards: 3,
    health: { not_enough_data: 2, on_track: 0 },
  });
  expect(body.totals.counters.withoutOwner).toBe(3);
});

test("an overdue milestone makes the project off track", async () => {
  server.kit.at = new Date("2026-03-10T09:00:00Z");
  const { body } = await as(sam).get("/portfolio");
  expect(find(body, "ACME")).toMatchObject({
    health: { word: "off_track", milestoneId: brief.id, reasons: [{ code: "overdue", days: 4 }] },
  });
  server.kit.at = new Date("2026-03-02T09:00:00Z");
});

test("everybody sees their own projects, a guest only the cards that carry them", async () => {
  expect((await as(kim).get("/portfolio")).body.projects).toMatchObject([{ key: "BAKER" }]);
  expect((await as(seed.other.owner).get("/portfolio")).body.projects).toMatchObject([{ key: "OTHER" }]);
  const { body } = await as(gil).get("/portfolio");
  expect(body.projects).toMatchObject([
    {
      key: "ACME",
      client: null,
      openCards: 1,
      milestones: [{ id: brief.id }],
      counters: { withoutOwner: 0 },
    },
  ]);
  expect((await as(null).get("/portfolio")).status).toBe(401);
});

test("what has not changed is not sent again", async () => {
  const first = await as(jo).get("/portfolio");
  const again = await as(jo).get("/portfolio", { "if-none-match": String(first.headers.etag) });
  expect(again).toMatchObject({ status: 304, body: "" });
});

test("what somebody does shows at once, to each in their own view", async () => {
  const counters = async (person: typeof sam) => find((await as(person).get("/portfolio")).body, "ACME");
  expect(await counters(jo)).toMatchObject({ openCards: 3, counters: { blocked: 0 } });
  const { body } = await as(sam).post(`${project}/cards`, { title: "Ask the printer", people: [sam.id] });
  await as(sam).put(`/cards/${body.id}/blocked`, { reason: "No answer" });
  expect(await counters(jo)).toMatchObject({ openCards: 4, counters: { blocked: 1 } });
  expect(await counters(gil)).toMatchObject({ openCards: 1, counters: { blocked: 0 } });
  await as(sam).put(`/cards/${body.id}/people`, { add: [gil.id] });
  expect(await counters(gil)).toMatchObject({ openCards: 2, counters: { blocked: 1 } });
  await as(sam).delete(`/cards/${body.id}`);
  expect(await counters(jo)).toMatchObject({ openCards: 3, counters: { blocked: 0 } });
  expect(await counters(gil)).toMatchObject({ openCards: 1 });
});

test("a project opens with what is next and who has what", async () => {
  const { status, body } = await as(jo).get(`${project}/overview`);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    next: { ref: "ACME-M1" },
    openCards: 3,
    reached: { reached: 0, count: 2 },
    counters: { overdue: 1, withoutMilestone: 1 },
    money: null,
  });
  expect(body.findings.error).toBeGreaterThan(0);
  expect(body.people.find((one: { id: string }) => one.id === sam.id)).toMatchObject({ milestones: 1 });
  expect(body.people.find((one: { id: string }) => one.id === gil.id)).toMatchObject({ openCards: 1 });
  expect((await as(sam).get(`${project}/overview`)).body.money).toEqual({
    currency: "EUR",
    planned: 500_000,
    reached: 0,
  });
  expect((await as(kim).get(`${project}/overview`)).status).toBe(404);
});

test("a project that cannot be counted says so in its row, and all others stay", async () => {
  const broken = { workspaceId: seed.workspaceId, projectId: seed.baker.id, today: "2026-03-02", seed: 1 };
  const id = newId();
  await server.database.maintenance
    .insertInto("forecasts")
    .values({ ...broken, id, inputsHash: "0", result: JSON.stringify({ ok: true }) })
    .execute();
  const shown = async () => {
    server.kit.at = new Date(server.kit.at.getTime() + 86_400_000);
    return (await as(seed.amara).get("/portfolio")).body;
  };
  const body = await shown();
  expect(find(body, "BAKER")).toMatchObject({ failed: true, milestones: [], warnings: { count: 0 } });
  expect(find(body, "ACME")).toMatchObject({ failed: false, reached: { reached: 0, count: 2 } });
  await server.database.maintenance.deleteFrom("forecasts").where("id", "=", id).execute();
  const again = (await as(seed.amara).get("/portfolio")).body;
  expect(find(again, "BAKER")).toMatchObject({ failed: false });
});

test("the number of statements does not grow with the plan", async () => {
  let statements = 0;
  const counting = {
    transformQuery: ({ node }: PluginTransformQueryArgs) => {
      statements += 1;
      return node;
    },
    transformResult: async ({ result }: PluginTransformResultArgs) => result,
  };
  const { inAccess, inWorkspace } = server.database;
  const database: Database = {
    ...server.database,
    inAccess: (question, { prepare, work }, options) =>
      inAccess(
        question,
        {
          prepare: (tx, access) => prepare(tx.withPlugin(counting), access),
          work: (tx, entered) => work(tx.withPlugin(counting), entered),
        },
        options,
      ),
  };
  const app = await buildHttp(
    { kit: server.kit, database },
    { trustProxy: 0, logLevel: "silent", routes: ROUTES },
  );
  const count = async () => {
    // Another day, so that everything is read again.
    server.kit.at = new Date(server.kit.at.getTime() + 86_400_000);
    statements = 0;
    for (const path of ["/portfolio", `/projects/${seed.baker.id}/plan`]) {
      const answer = await app.inject({ url: `/api/v1${path}`, headers: { cookie: seed.amara.cookie } });
      expect(answer.statusCode).toBe(200);
    }
    return statements;
  };
  const few = await count();
  await inWorkspace(seed.workspaceId, async (tx) => {
    for (let n = 0; n < 20; n++)
      await tx
        .insertInto("milestones")
        .values({
          workspaceId: seed.workspaceId,
          id: newId(),
          projectId: seed.baker.id,
          number: 100 + n,
          title: `M${n}`,
          position: `b0${n}`,
        })
        .execute();
  });
  expect(await count()).toBe(few);
  expect(few).toBeGreaterThan(10);
  await app.close();
});
