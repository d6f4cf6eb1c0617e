import { beforeEach, describe, expect, test } from "vitest";
import { finishedWork } from "../forecasts/finished-work.store.ts";
import { testServer } from "../testing/server.ts";
import { daysOf } from "./timers.ts";

/** Monday 2 March 2026, 09:00 UTC. */
const server = await testServer();
const { seed, as, kit, database } = server;
const START = kit.at;
const { body: board } = await as(seed.sam).get(`/projects/${seed.acme.id}/board`);
const columnOf = (category: string) =>
  board.columns.find((column: { category: string }) => column.category === category).id;
const make = async (more: object = {}) =>
  (
    await as(seed.sam).post(`/projects/${seed.acme.id}/cards`, {
      title: "Draw",
      people: [seed.jo.id],
      ...more,
    })
  ).body;
const { id: cardId } = await make();
const book = (onDate: string, minutes: number, more: object = {}) =>
  as(seed.jo).post(`/cards/${cardId}/time`, { onDate, minutes, ...more });
const week = (who = seed.jo) => as(who).get("/time-entries?from=2026-03-02&to=2026-03-08");

beforeEach(() => {
  kit.at = START;
});

test("time is written down, corrected over what was seen, and taken away", async () => {
  const made = await book("2026-03-02", 90, { note: "Sketches" });
  expect(made).toMatchObject({ status: 201, body: { minutes: 90, note: "Sketches", personId: seed.jo.id } });
  const path = `/time-entries/${made.body.id}`;
  const seen = { "if-match": '"r1"' };
  expect(await as(seed.jo).patch(path, { minutes: 60 }, seen)).toMatchObject({
    status: 200,
    body: { minutes: 60 },
  });
  expect(await as(seed.jo).patch(path, { minutes: 30 }, seen)).toMatchObject({ status: 412 });
  expect((await as(seed.jo).get(`/cards/${cardId}/time`)).body).toMatchObject({
    minutes: 60,
    entries: [{ onDate: "2026-03-02", minutes: 60, locked: false }],
  });
  expect((await as(seed.sam).patch(path, { minutes: 30 }, { "if-match": '"r2"' })).status).toBe(403);
  expect((await as(seed.jo).delete(path)).status).toBe(204);
  expect((await week()).body.items).toEqual([]);
});

test("bad times are refused with a reason, and a day has no more than 24 hours", async () => {
  for (const minutes of [0, -5, 1.5, 1_441]) expect((await book("2026-03-03", minutes)).status).toBe(400);
  expect((await book("2026-02-30", 10)).status).toBe(400);
  const { body } = await book("2026-03-03", 1_400);
  expect(await book("2026-03-03", 60)).toMatchObject({ status: 422, body: { facts: { before: 1_400 } } });
  await as(seed.jo).delete(`/time-entries/${body.id}`);
});

test("R05: of those who fill one day at once from several windows only as many are kept as the day has hours", async () => {
  for (let round = 0; round < 5; round += 1) {
    const answers = await Promise.all([700, 700, 700, 700].map((minutes) => book("2026-03-06", minutes)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 422, 422]);
    const kept = answers.flatMap(({ status, body }) => (status === 201 ? [body] : []));
    const longer = await Promise.all(
      kept.map(({ id }) =>
        as(seed.jo).patch(`/time-entries/${id}`, { minutes: 740 }, { "if-match": '"r1"' }),
      ),
    );
    expect(longer.map(({ status }) => status).sort()).toEqual([200, 422]);
    for (const { id } of kept) await as(seed.jo).delete(`/time-entries/${id}`);
  }
});

test("everybody reads their own, who leads the project that of its cards, the owner all", async () => {
  const { body } = await book("2026-03-04", 45);
  expect((await week(seed.amara)).body.items).toHaveLength(1);
  expect((await week(seed.sam)).body.items).toHaveLength(1);
  expect((await week(seed.kim)).body.items).toEqual([]);
  expect((await as(seed.gil).get(`/cards/${cardId}/time`)).status).toBe(404);
  await as(seed.jo).delete(`/time-entries/${body.id}`);
});

test("a guest on a card reads their own time of it, and neither the words nor the hours of the team", async () => {
  const { id } = await make({ title: "Shared", people: [seed.jo.id, seed.gil.id] });
  await as(seed.jo).post(`/cards/${id}/time`, { onDate: "2026-03-02", minutes: 90, note: "Too dear" });
  await as(seed.jo).post(`/cards/${id}/timer`, {});
  await as(seed.gil).post(`/cards/${id}/time`, { onDate: "2026-03-02", minutes: 15, note: "Mine" });
  const { body } = await as(seed.gil).get(`/cards/${id}/time`);
  expect(body).toMatchObject({ minutes: 15, entries: [{ note: "Mine" }], running: [] });
  expect((await as(seed.sam).get(`/cards/${id}/time`)).body.minutes).toBe(105);
  await as(seed.jo).post("/timer/stop", { keep: false });
});

test("whoever left a project keeps their time there, without the titles of what they do not see any more", async () => {
  const own = await make({ title: "Secret plans" });
  await as(seed.jo).post(`/cards/${own.id}/time`, { onDate: "2026-04-06", minutes: 20 });
  const read = async () => (await as(seed.jo).get("/time-entries?from=2026-04-06&to=2026-04-12")).body.items;
  expect(await read()).toMatchObject([{ cardId: own.id, card: { title: "Secret plans" } }]);
  const member = `/projects/${seed.acme.id}/members/${seed.jo.id}`;
  await as(seed.amara).delete(member);
  expect(await read()).toMatchObject([{ cardId: own.id, minutes: 20, card: null, project: null }]);
  const file = await as(seed.jo).get("/time-entries/file?from=2026-04-06&to=2026-04-12");
  expect(file.body).toContain("2026-04-06");
  expect(file.body).not.toContain("Secret");
  await as(seed.amara).put(member, { role: "member" });
});

test("an entry that is taken away twice at once is told of once", async () => {
  const { body } = await book("2026-04-14", 30);
  const answers = await Promise.all([1, 2].map(() => as(seed.jo).delete(`/time-entries/${body.id}`)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 404]);
  const told = await database.inWorkspace(seed.workspaceId, (tx) =>
    tx
      .selectFrom("events")
      .select("data")
      .where("verb", "=", "card.timeRemoved")
      .where("subjectId", "=", cardId)
      .execute(),
  );
  expect(told.filter(({ data }) => JSON.stringify(data).includes(body.id))).toHaveLength(1);
});

describe("the clock", () => {
  const start = (card = cardId, who = seed.jo) => as(who).post(`/cards/${card}/timer`, {});
  const stop = (keep = true) => as(seed.jo).post("/timer/stop", { keep });

  test("runs on one card; the next one stops it and writes it down", async () => {
    const other = (await make({ title: "Build" })).id;
    await start();
    kit.at = new Date(START.getTime() + 25 * 60_000);
    expect((await start(other)).body).toMatchObject({ card: { id: other } });
    expect((await as(seed.jo).get(`/cards/${cardId}/time`)).body).toMatchObject({ minutes: 25, running: [] });
    kit.at = new Date(START.getTime() + 40 * 60_000);
    expect((await stop()).body.items).toMatchObject([{ minutes: 15, card: { title: "Build" } }]);
    expect((await as(seed.jo).get("/timer")).body).toEqual({ timer: null });
    expect((await stop()).body.items).toEqual([]);
  });

  test("runs on from when it began after its stop is taken back, once", async () => {
    const { id } = await make({ title: "Not yet" });
    const resume = (stopId: string, who = seed.jo) => as(who).post("/timer/resume", { stopId });
    await start(id);
    kit.at = new Date(START.getTime() + 30 * 60_000);
    const { body } = await stop();
    expect(body.items).toMatchObject([{ minutes: 30 }]);
    kit.at = new Date(START.getTime() + 45 * 60_000);
    expect((await resume(body.stopId, seed.sam)).status).toBe(404);
    expect((await resume(body.stopId)).body).toMatchObject({ startedAt: START.toISOString() });
    expect((await as(seed.jo).get(`/cards/${id}/time`)).body).toMatchObject({ minutes: 0, entries: [] });
    expect((await resume(body.stopId)).status).toBe(404);
    expect((await stop()).body.items).toMatchObject([{ minutes: 45 }]);
  });

  test("stays stopped when another one runs, when what it wrote was corrected, and in a closed week", async () => {
    const { id } = await make({ title: "Corrected" });
    const resume = (stopId: string) => as(seed.jo).post("/timer/resume", { stopId });
    await start(id);
    const { stopId, items } = (await stop()).body;
    await start();
    expect(await resume(stopId)).toMatchObject({ status: 409 });
    await stop(false);
    await as(seed.amara).put("/time-entries/locks", { weekOn: "2026-03-02", locked: true });
    expect(await resume(stopId)).toMatchObject({ status: 422 });
    await as(seed.amara).put("/time-entries/locks", { weekOn: "2026-03-02", locked: false });
    await as(seed.jo).patch(`/time-entries/${items[0].id}`, { minutes: 5 }, { "if-match": '"r1"' });
    expect(await resume(stopId)).toMatchObject({ status: 409 });
    expect((await as(seed.jo).get("/timer")).body.timer).toBeNull();
    expect((await as(seed.jo).get(`/cards/${id}/time`)).body.minutes).toBe(5);
  });

  test("what the next one stopped is named, so that both can be taken back; what was dropped runs on too", async () => {
    const { id } = await make({ title: "First" });
    await start(id);
    kit.at = new Date(START.getTime() + 20 * 60_000);
    const { stopped } = (await start()).body;
    expect(stopped.items).toMatchObject([{ minutes: 20, cardId: id }]);
    await stop(false);
    expect((await as(seed.jo).post("/timer/resume", { stopId: stopped.stopId })).status).toBe(200);
    const dropped = (await stop(false)).body;
    expect(dropped.items).toEqual([]);
    const { body } = await as(seed.jo).post("/timer/resume", { stopId: dropped.stopId });
    expect(body).toMatchObject({ card: { id }, startedAt: START.toISOString() });
    await stop(false);
  });

  test("stopped twenty times at once it is written down once", async () => {
    const { id } = await make({ title: "Race" });
    await start(id);
    kit.at = new Date(START.getTime() + 10 * 60_000);
    const answers = await Promise.all(Array.from({ length: 20 }, () => stop()));
    expect(answers.flatMap(({ body }) => body.items)).toHaveLength(1);
  });

  test("stopped without keeping nothing is written down", async () => {
    const { id } = await make({ title: "Forgotten" });
    await start(id);
    kit.at = new Date(START.getTime() + 8 * 24 * 3_600_000);
    expect(await stop()).toMatchObject({
      status: 422,
      body: { type: expect.stringContaining("timer-forgotten") },
    });
    expect((await as(seed.jo).get("/timer")).body.timer).not.toBeNull();
    expect((await stop(false)).body.items).toEqual([]);
    expect((await as(seed.jo).get(`/cards/${id}/time`)).body).toMatchObject({ minutes: 0, running: [] });
  });

  test.each([
    ["within a minute", "2026-03-02T09:00:00Z", "2026-03-02T09:00:20Z", "UTC", [["2026-03-02", 1]]],
    [
      "over midnight",
      "2026-03-02T22:30:00Z",
      "2026-03-03T00:15:00Z",
      "Europe/Berlin",
      [
        ["2026-03-02", 30],
        ["2026-03-03", 75],
      ],
    ],
    [
      "over the short night",
      "2026-03-28T22:00:00Z",
      "2026-03-29T22:00:00Z",
      "Europe/Berlin",
      [
        ["2026-03-28", 60],
        ["2026-03-29", 1_380],
      ],
    ],
  ])("is divided by days %s", (_, from, to, zone, days) => {
    expect(
      daysOf({ startedAt: new Date(from), zone }, new Date(to)).map(({ onDate, minutes }) => [
        onDate,
        minutes,
      ]),
    ).toEqual(days);
  });
});

describe("a closed week", () => {
  const lock = (locked: boolean, who = seed.amara, weekOn = "2026-03-02") =>
    as(who).put("/time-entries/locks", { weekOn, locked });

  test("takes nothing in and gives nothing out until it is opened again", async () => {
    const { body } = await book("2026-03-05", 30);
    const path = `/time-entries/${body.id}`;
    expect((await lock(true, seed.sam)).status).toBe(403);
    expect((await lock(true, seed.amara, "2026-03-03")).status).toBe(400);
    expect((await lock(true)).status).toBe(204);
    expect((await lock(true)).status).toBe(204);
    const closed = { status: 422, body: { facts: { weekOn: "2026-03-02" } } };
    expect(await book("2026-03-08", 30)).toMatchObject(closed);
    expect(await as(seed.jo).patch(path, { onDate: "2026-03-09" }, { "if-match": '"r1"' })).toMatchObject(
      closed,
    );
    expect(await as(seed.jo).delete(path)).toMatchObject(closed);
    expect((await week()).body).toMatchObject({ locked: ["2026-03-02"], mayLock: false });
    expect((await book("2026-03-09", 30)).status).toBe(201);
    await lock(false);
    expect((await as(seed.jo).delete(path)).status).toBe(204);
  });

  test("has either everything or nothing of what is written while it is closed", async () => {
    const writes = Array.from({ length: 20 }, () => book("2026-03-06", 1));
    const [, ...answers] = await Promise.all([lock(true), ...writes]);
    const made = answers.filter(({ status }) => status === 201).length;
    const now = (await week()).body.items.filter(({ onDate }: { onDate: string }) => onDate === "2026-03-06");
    expect(now).toHaveLength(made);
    expect(await book("2026-03-06", 1)).toMatchObject({ status: 422 });
    await lock(false);
  });
});

test("as a file: one line an entry, no cell a formula", async () => {
  const { body } = await book("2026-03-07", 75, { note: "=1+1" });
  const file = await as(seed.jo).get("/time-entries/file?from=2026-03-07&to=2026-03-07");
  expect(file.body.split("\r\n")[1]).toMatch(/^2026-03-07,Jo,.*,75,1\.25,'=1\+1$/);
  await as(seed.jo).delete(`/time-entries/${body.id}`);
  expect((await as(seed.jo).get("/time-entries?from=2026-03-07&to=2026-03-01")).status).toBe(400);
  expect((await as(seed.jo).get("/time-entries?from=2020-01-01&to=2026-03-01")).status).toBe(400);
});

test("what was written down is what the card took, for the forecast too", async () => {
  const { id } = await make({ title: "Measured", likely: 120 });
  const expected = { place: "board", columnId: board.columns[0].id };
  await as(seed.jo).post(`/cards/${id}/move`, { columnId: columnOf("doing"), expected });
  const read = () =>
    database.inWorkspace(seed.workspaceId, async (tx) => {
      const scope = { tx, actor: { workspaceId: seed.workspaceId } } as Parameters<typeof finishedWork>[0];
      return (await finishedWork(scope)).find((card) => card.id === id);
    });
  expect(await read()).toMatchObject({ booked: null });
  await as(seed.jo).post(`/cards/${id}/time`, { onDate: "2026-03-02", minutes: 50 });
  expect(await read()).toMatchObject({ personId: seed.jo.id, booked: 50 });
});
