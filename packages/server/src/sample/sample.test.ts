import { beforeAll, expect, test } from "vitest";
import { verify } from "../events/verify.ts";
import { type Loose, testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as, kit } = server;
const mine = as(seed.amara);
kit.at = new Date("2026-05-20T09:00:00Z");

let sample: Loose;
let plan: Loose;
let board: Loose;
const get = async (path: string) => (await mine.get(path)).body;

beforeAll(async () => {
  const added = await mine.post("/sample");
  expect([added.status, added.body.type ?? ""]).toEqual([201, ""]);
  sample = added.body.project;
  plan = await get(`/projects/${sample.id}/plan`);
  board = await get(`/projects/${sample.id}/board`);
}, 30_000);

test("five milestones over five months serve three objectives that are measured", () => {
  expect(plan.milestones.map((one: Loose) => one.state)).toEqual([
    "accepted",
    "active",
    "agreed",
    "agreed",
    "agreed",
  ]);
  expect(plan.objectives).toHaveLength(3);
  for (const objective of plan.objectives) expect(objective.milestones?.count ?? 1).toBeGreaterThan(0);
  expect(plan.risks).toHaveLength(6);
  expect(plan.fixedDates).toHaveLength(1);
  const [first] = plan.milestones;
  expect(first.reachedOn < first.targetOn).toBe(true);
  expect(plan.milestones[1].startOn < "2026-05-20" && plan.milestones[1].targetOn > "2026-05-20").toBe(true);
  const findings = plan.findings.filter((finding: Loose) => finding.level === "error");
  expect(findings).toEqual([]);
});

test("its plan was kept twice, and slipped by a week in between", async () => {
  const versions = (await get(`/projects/${sample.id}/plan-versions`)).items;
  expect(versions.map(({ n }: Loose) => n)).toEqual([2, 1]);
  const slips = plan.milestones.map(({ baseline }: Loose) => baseline.slipCalendarDays);
  expect(slips[0]).toBe(-1);
  for (const slip of slips.slice(1)) expect(slip).toBeGreaterThanOrEqual(7);
  const trend = await get(`/projects/${sample.id}/trend`);
  expect(trend.milestones.map(({ moves }: Loose) => moves)).toEqual([0, 1, 3, 2, 2]);
  expect(trend.reasons).toHaveLength(3);
});

test("about forty cards stand where work of seven weeks has brought them", () => {
  const categories = new Map(board.columns.map((column: Loose) => [column.id, column.category]));
  const count = (category: string) =>
    board.cards.filter((card: Loose) => categories.get(card.columnId) === category).length;
  expect([count("done"), count("doing"), board.later]).toEqual([17, 3, 3]);
  expect(board.cards.length + board.later).toBeGreaterThanOrEqual(40);
  expect(board.cards.filter((card: Loose) => card.blocked && card.blockedByClient)).toHaveLength(1);
  expect(board.people.map((person: Loose) => person.name)).toEqual(
    expect.arrayContaining(["Ben Adeyemi", "Lena Vogt", "Mia Torres"]),
  );
});

test("the counters have something honest to say", async () => {
  const portfolio = await get("/portfolio");
  const row = portfolio.projects.find((project: Loose) => project.id === sample.id);
  expect(row.client.name).toBe("Rosa Bakery");
  expect(row.counters).toMatchObject({ overdue: 1, blocked: 1, withoutMilestone: 1 });
  expect(row.counters.dueThisWeek).toBeGreaterThan(0);
  expect(row.counters.withoutOwner).toBeGreaterThan(0);
});

test("three people work different hours, and nobody can sign in as them", async () => {
  const { items } = await get("/members");
  const team = items.filter((member: Loose) =>
    ["Mia Torres", "Ben Adeyemi", "Lena Vogt"].includes(member.name),
  );
  const weeks = await Promise.all(team.map((member: Loose) => get(`/availability/${member.personId}`)));
  const minutes = weeks.map(
    ({ week }) => week.flat().reduce((sum: number, [from, to]: [number, number]) => sum + to - from, 0) / 60,
  );
  expect(minutes.sort()).toEqual([20, 24, 40]);
  const signIn = await as(null).post("/session", { email: team[0].email, password: "correct horse battery" });
  expect(signIn.status).toBe(401);
  expect((await get("/clients")).items.map((client: Loose) => client.name)).toEqual(
    expect.arrayContaining(["Rosa Bakery", "Harbour Yoga"]),
  );
});

test("its past lies before now and in order", async () => {
  const events = await server.database.inWorkspace(seed.workspaceId, (tx) =>
    tx
      .selectFrom("events")
      .select(["at", "verb"])
      .where("projectId", "=", sample.id)
      .orderBy("position")
      .execute(),
  );
  const times = events.map((event) => event.at.getTime());
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(times[0]).toBeLessThan(kit.at.getTime() - 40 * 86_400_000);
  expect(events.filter((event) => event.verb === "card.moved").length).toBeGreaterThan(25);
});

test("its client approved the plan and the report, and has one question and one request open", async () => {
  const { items } = await get(`/projects/${sample.id}/approvals`);
  expect(items.map(({ kind, outcome }: Loose) => [kind, outcome])).toEqual(
    expect.arrayContaining([
      ["plan", "approved"],
      ["completion", "approved"],
      ["question", null],
    ]),
  );
  const log = (await get(`/projects/${sample.id}/decisions`)).items;
  expect(log.length).toBeGreaterThan(2);
  for (const { askedAt, closedAt } of log) expect(askedAt < (closedAt ?? kit.at.toISOString())).toBe(true);
  const [, first] = (await get(`/projects/${sample.id}/plan-versions`)).items;
  expect(first.approved).toMatchObject({ by: ["Rosa Lind"] });
  const requests = (await get(`/projects/${sample.id}/client-requests`)).items;
  expect(requests.map(({ kind, state }: Loose) => [kind, state])).toEqual([["files", "asked"]]);
  const { faults } = await verify(server.database);
  expect(faults).toEqual([]);
});

test("four reviews were held on Thursdays, and each leaves its record", async () => {
  const { past: items } = await get(`/projects/${sample.id}/reviews`);
  expect(items.map(({ dueOn, state }: Loose) => [dueOn, state])).toEqual([
    ["2026-05-14", "held"],
    ["2026-05-07", "held"],
    ["2026-04-30", "held"],
    ["2026-04-23", "held"],
  ]);
  const [last, , , first] = await Promise.all(items.map(({ id }: Loose) => get(`/reviews/${id}`)));
  expect(first.lines).toHaveLength(5);
  expect(last).toMatchObject({ untold: [], publicationId: expect.any(String), since: { on: "2026-05-07" } });
  expect(last.attendance).toHaveLength(3);
  const [m2, m3] = last.lines;
  expect(m2.trend).toHaveLength(3);
  expect(m3).toMatchObject({ decision: "move", reasonCode: "agreed_with_client" });
  expect(m3.words).toMatchObject([{ kind: "question" }]);
  expect(m3.actions).toMatchObject([{ done: false }]);
  const orders = last.objectives[0].readings.map(({ value }: Loose) => value);
  expect(orders).toEqual([121, 122, 124, 127, 131]);
});

test("what moved was told once, with its reasons, and of four people two have said that they go by it", async () => {
  const [notice] = (await get(`/notices?projectId=${sample.id}`)).items;
  expect(notice).toMatchObject({ n: 2, acknowledged: 2 });
  const told = notice.recipients.map(({ name, side, acknowledgedAt, question }: Loose) => [
    ...[name, side, acknowledgedAt !== null, question !== ""],
  ]);
  expect(told).toEqual([
    ["Ben Adeyemi", "team", true, false],
    ["Lena Vogt", "team", false, true],
    ["Rosa Lind", "client", true, false],
    ["Tomas Lind", "client", false, false],
  ]);
  const { facts } = await get(`/projects/${sample.id}/retrospective`);
  expect(facts.safe).toEqual({ held: 1, of: 1 });
  expect(facts.answers.medianDays).toBe(2);
});

test("of two who add it at the same moment one does, and the other is told", async () => {
  const { owner } = seed.other;
  const both = await Promise.all([as(owner).post("/sample"), as(owner).post("/sample")]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect((await as(owner).delete("/sample")).status).toBe(204);
});

test("it comes once, only for owners and admins, and goes without a trace", async () => {
  expect((await mine.post("/sample")).status).toBe(409);
  expect((await as(seed.sam).post("/sample")).status).toBe(403);
  expect((await as(seed.sam).delete("/sample")).status).toBe(403);
  const before = await rows();
  expect((await mine.delete("/sample")).status).toBe(204);
  expect(await get("/sample")).toEqual({ project: null });
  expect((await get("/projects")).items).toHaveLength(2);
  expect((await get("/clients")).items).toHaveLength(2);
  const after = await rows();
  expect(after).toMatchObject({
    persons: before.persons - 6,
    users: before.users - 3,
    cards: 0,
    external: 0,
  });
  expect((await mine.delete("/sample")).status).toBe(404);
  expect((await as(seed.other.owner).post("/sample")).status).toBe(201);
  expect((await mine.post("/sample")).status).toBe(201);
});

async function rows() {
  return server.database.inWorkspace(seed.workspaceId, async (tx) => {
    const count = async (table: "persons" | "cards" | "externalIds" | "auth.user") =>
      Number(
        (
          await tx
            .selectFrom(table)
            .select((row) => row.fn.countAll<number>().as("n"))
            .executeTakeFirstOrThrow()
        ).n,
      );
    return {
      persons: await count("persons"),
      cards: await count("cards"),
      external: await count("externalIds"),
      users: await count("auth.user"),
    };
  });
}

test("its client reads a published plan, and an answer to what was asked", async () => {
  const { slug } = await get("/workspaces/current");
  const { body } = await server.app.inject({
    url: `/portal/${slug}/${sample.key.toLowerCase()}?as=client`,
    headers: { cookie: seed.amara.cookie, accept: "text/html" },
  });
  expect(body).toContain("You are on the road to Marketing strategy agreed, ");
  expect(body).toContain("Plan 2, published Thu 14 May by Mia Torres");
  expect(body).toContain("We adjusted four dates.");
  expect(body).toMatch(/Expected by|expected by/);
  expect(body).not.toContain("Too early to say");
  expect(body).toContain("The printer is booked out before the market");
  expect(body).toContain("You find both pages in the files from Monday noon on.");
  expect(body).not.toMatch(/two owners want|Flour prices/);
  const { items } = await get("/mails");
  expect(items.filter(({ projectId }: Loose) => projectId === sample.id)).toEqual([]);
});
