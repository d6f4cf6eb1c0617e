import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

const { seed, as } = await testServer();
const halfWeek = [[[540, 780]], [[540, 780]], [[540, 780]], [[540, 780]], [], [], []];

test("the workspace's settings take name, zone, money and week", async () => {
  const seen = await as(seed.jo).get("/workspaces/current");
  expect(seen.body).toMatchObject({ name: "Studio Birch", revision: 1 });
  expect(seen.body.week).toHaveLength(7);
  const wanted = {
    name: "Birch & Co",
    zone: "Europe/Vienna",
    country: "AT",
    currency: "CHF",
    week: halfWeek,
  };
  expect((await as(seed.sam).patch("/workspaces/current", wanted, { "if-match": "r1" })).status).toBe(403);
  const saved = await as(seed.ada).patch("/workspaces/current", wanted, { "if-match": "r1" });
  expect(saved).toMatchObject({ status: 200, body: { ...wanted, revision: 2 } });
  expect((await as(seed.ada).patch("/workspaces/current", { name: "X" }, { "if-match": "r1" })).status).toBe(
    412,
  );
});

test("a week that makes no sense is refused", async () => {
  for (const day of [
    [[780, 540]],
    [
      [540, 700],
      [600, 800],
    ],
    [[540, 1441]],
  ]) {
    const week = [day, [], [], [], [], [], []];
    expect((await as(seed.ada).patch("/workspaces/current", { week }, { "if-match": "r2" })).status).toBe(
      400,
    );
  }
});

test("public holidays of a country come in once", async () => {
  const take = () => as(seed.amara).post("/holidays/import", { country: "DE", region: "BE", year: 2026 });
  const first = await take();
  expect(first.status).toBe(200);
  expect(first.body.added).toBeGreaterThanOrEqual(9);
  expect((await take()).body).toEqual({ added: 0, found: first.body.found });
  const { items } = (await as(seed.gil).get("/holidays?year=2026")).body;
  expect(items).toContainEqual(expect.objectContaining({ onDate: "2026-10-03", source: "DE-BE" }));
  expect((await as(seed.amara).post("/holidays/import", { country: "XX", year: 2026 })).status).toBe(422);
  expect((await as(seed.jo).post("/holidays/import", { country: "DE", year: 2026 })).status).toBe(403);
});

test("an own holiday is added and taken out again", async () => {
  const day = { onDate: "2026-07-17", name: "Summer party" };
  const made = await as(seed.ada).post("/holidays", day);
  expect(made).toMatchObject({ status: 201, body: { ...day, source: "own" } });
  expect((await as(seed.ada).post("/holidays", day)).status).toBe(409);
  expect((await as(seed.ada).delete(`/holidays/${made.body.id}`)).status).toBe(204);
  expect((await as(seed.ada).delete(`/holidays/${made.body.id}`)).status).toBe(404);
});

test("people set their own week; others do not set it for them", async () => {
  const path = `/availability/${seed.jo.id}`;
  expect((await as(seed.jo).put(path, { week: halfWeek })).body.week).toEqual(halfWeek);
  expect((await as(seed.kim).put(path, { week: null })).status).toBe(403);
  expect((await as(seed.gil).get(path)).status).toBe(403);
  expect((await as(seed.gil).get(`/availability/${seed.gil.id}`)).status).toBe(200);
  expect((await as(seed.ada).put(path, { week: null })).body.week).toBeNull();
  expect((await as(seed.ada).get(`/availability/${seed.other.owner.id}`)).status).toBe(404);
});

test("others see when somebody is away, never why", async () => {
  const away = { fromOn: "2026-05-01", toOn: "2026-05-05", reason: "operation" };
  const made = await as(seed.jo).post("/days-off", away);
  expect(made).toMatchObject({ status: 201, body: { ...away, part: "day", personId: seed.jo.id } });
  const path = `/availability/${seed.jo.id}`;
  expect((await as(seed.jo).get(path)).body.daysOff[0].reason).toBe("operation");
  for (const other of [seed.amara, seed.ada, seed.kim]) {
    const seen = await as(other).get(path);
    expect(seen.body.daysOff).toEqual([{ ...made.body, reason: "" }]);
    expect(JSON.stringify((await as(other).get("/members")).body)).not.toContain("operation");
  }
  expect((await as(seed.jo).post("/days-off", { ...away, toOn: "2026-04-01" })).status).toBe(400);
  for (const [toOn, status] of [
    ["2028-04-30", 201],
    ["2028-05-02", 400],
    ["2199-12-31", 400],
  ] as const)
    expect((await as(seed.jo).post("/days-off", { ...away, toOn })).status).toBe(status);
  expect((await as(seed.kim).delete(`/days-off/${made.body.id}`)).status).toBe(403);
  expect((await as(seed.jo).delete(`/days-off/${made.body.id}`)).status).toBe(204);
});

test("half a day off is half of one day", async () => {
  const morning = { fromOn: "2026-06-01", toOn: "2026-06-01", part: "morning" };
  const made = await as(seed.jo).post("/days-off", morning);
  expect(made).toMatchObject({ status: 201, body: morning });
  const longer = await as(seed.jo).post("/days-off", { ...morning, toOn: "2026-06-02" });
  expect(longer.body.errors?.[0]?.path).toBe("part");
  await as(seed.jo).delete(`/days-off/${made.body.id}`);
});

test("a week from a date on stands beside the usual one until it is taken back", async () => {
  const path = `/availability/${seed.jo.id}`;
  const before = (await as(seed.jo).get(path)).body.week;
  const wish = { week: halfWeek, fromOn: "2026-05-01", toOn: "2026-09-30" };
  const made = await as(seed.jo).post("/work-patterns", wish);
  expect(made).toMatchObject({ status: 201, body: { ...wish, personId: seed.jo.id } });
  expect((await as(seed.sam).get(path)).body).toMatchObject({ week: before, patterns: [made.body] });
  await as(seed.ada).put(path, { week: halfWeek });
  expect((await as(seed.jo).get(path)).body.patterns).toEqual([made.body]);
  const others = { ...wish, personId: seed.jo.id };
  expect((await as(seed.kim).post("/work-patterns", others)).status).toBe(403);
  expect((await as(seed.jo).post("/work-patterns", { ...wish, toOn: "2026-04-30" })).status).toBe(400);
  expect((await as(seed.kim).delete(`/work-patterns/${made.body.id}`)).status).toBe(403);
  expect((await as(seed.jo).delete(`/work-patterns/${made.body.id}`)).status).toBe(204);
  expect((await as(seed.jo).get(path)).body.patterns).toEqual([]);
});

test("days out of a calendar come in once, with a reason that nobody else reads", async () => {
  const days = [
    { fromOn: "2026-09-07", toOn: "2026-09-11", reason: "Sea" },
    { fromOn: "2026-09-09", toOn: "2026-09-09" },
    { fromOn: "2026-10-05", toOn: "2026-10-05", reason: "Moving" },
  ];
  const first = await as(seed.kim).post("/days-off/import", { days });
  expect(first).toMatchObject({
    status: 200,
    body: { known: 1, added: [{ reason: "Sea" }, { part: "day" }] },
  });
  const again = await as(seed.kim).post("/days-off/import", { days });
  expect(again.body).toEqual({ added: [], known: 3 });
  const { body } = await as(seed.ada).get(`/availability/${seed.kim.id}`);
  const seen = body.daysOff.filter(({ fromOn }: { fromOn: string }) => fromOn >= "2026-09-01");
  expect(seen.map(({ fromOn, reason }: { fromOn: string; reason: string }) => [fromOn, reason])).toEqual([
    ["2026-09-07", ""],
    ["2026-10-05", ""],
  ]);
});

test("a calendar of wrong days, of too many or of somebody else's is refused whole", async () => {
  const good = { fromOn: "2026-11-02", toOn: "2026-11-02" };
  const post = (days: unknown[], personId?: string) =>
    as(seed.kim).post("/days-off/import", { days, ...(personId ? { personId } : {}) });
  expect((await post([good, { fromOn: "2026-11-05", toOn: "2026-11-03" }])).status).toBe(400);
  expect((await post(Array.from({ length: 401 }, () => good))).status).toBe(400);
  expect((await post([])).status).toBe(400);
  expect((await post([good], seed.jo.id)).status).toBe(403);
  const { body } = await as(seed.kim).get(`/availability/${seed.kim.id}`);
  expect(body.daysOff.some(({ fromOn }: { fromOn: string }) => fromOn === good.fromOn)).toBe(false);
});
