import { expect, test } from "vitest";
import { openDatabase } from "../db/database.ts";
import { mailBundles } from "../inbox/bundles.ts";
import { fillInboxes } from "../inbox/fill-inboxes.ts";
import { testServer } from "../testing/server.ts";
import { askCheckIns } from "./ask.ts";

const server = await testServer();
const { database, kit, seed, as, login } = server;
const [sam, jo, kim, gil] = [as(seed.sam), as(seed.jo), as(seed.kim), as(seed.gil)];
const path = `/projects/${seed.acme.id}/check-in`;

await database.maintenance.updateTable("persons").set({ zone: "Europe/Berlin" }).execute();

const wish = (change: object = {}) => ({
  question: "Anything in the way of M3?",
  cadence: "workdays",
  everyDays: null,
  startsOn: "2026-03-02",
  at: "09:00",
  personIds: [seed.jo.id],
  paused: false,
  ...change,
});

/** Over whatever stands there. */
const setUp = async (change: object = {}) => {
  const revision = (await sam.get(path)).body.checkIn?.revision ?? null;
  const { status, body } = await sam.put(path, { ...wish(change), revision });
  expect([status, body.detail]).toEqual([200, undefined]);
  return body.checkIn;
};

const schedule =
  (own: object | null, paused = false) =>
  async (checkInId: string) => {
    const { status } = await jo.put(`/check-ins/${checkInId}/people/${seed.jo.id}`, { own, paused });
    expect(status).toBe(200);
  };

/** When each question reached somebody, from a moment until now. */
const asked = async (personId: string, since: string) =>
  (
    await database.maintenance
      .selectFrom("checkInAnswers")
      .select(["onDate", "createdAt"])
      .where("personId", "=", personId)
      .where("createdAt", ">=", new Date(since))
      .where("createdAt", "<=", kit.at)
      .orderBy("createdAt")
      .execute()
  ).map(({ onDate, createdAt }) => [onDate, createdAt.toISOString().slice(0, 16)]);

const fill = async () => {
  while ((await fillInboxes(server)) > 0);
};

const tickAt = async (at: string) => {
  kit.at = new Date(at);
  await askCheckIns(server);
};

test.each([
  [
    "spring forward",
    "2026-03-27T12:00:00Z",
    [
      ["2026-03-30", "2026-03-30T07:00"],
      ["2026-03-31", "2026-03-31T07:00"],
    ],
  ],
  [
    "fall back",
    "2026-10-23T12:00:00Z",
    [
      ["2026-10-26", "2026-10-26T08:00"],
      ["2026-10-27", "2026-10-27T08:00"],
    ],
  ],
])(
  "R08: when the clocks %s, 100 ticks of two processes ask once each working day at 09:00 local time",
  async (_what, from, moments) => {
    const second = openDatabase(login, () => undefined);
    kit.at = new Date(from);
    await setUp({ at: "08:00" });
    await setUp();
    for (let tick = 0; tick < 100; tick++) {
      // Each sixth tick with a clock that was set back by an hour.
      kit.at = new Date(Date.parse(from) + tick * 60 * 60_000 - (tick % 6 === 5 ? 3_600_000 : 0));
      await Promise.all([askCheckIns(server), askCheckIns({ kit, database: second })]);
    }
    await second.close();
    expect(await asked(seed.jo.id, from)).toEqual(moments);
  },
);

test("everybody is asked on their own clock, and not on a day off", async () => {
  kit.at = new Date("2026-05-04T05:00:00Z");
  await database.maintenance
    .updateTable("persons")
    .set({ zone: "America/New_York" })
    .where("id", "=", seed.sam.id)
    .execute();
  const off = await jo.post("/days-off", { fromOn: "2026-05-05", toOn: "2026-05-05" });
  expect([off.status, off.body.detail]).toEqual([201, undefined]);
  await setUp({ at: "10:00", personIds: [seed.jo.id, seed.sam.id] });
  for (let hour = 5; hour < 60; hour++) await tickAt(new Date(Date.UTC(2026, 4, 4, hour)).toISOString());
  const since = "2026-05-04T05:00:00Z";
  expect(await asked(seed.jo.id, since)).toEqual([
    ["2026-05-04", "2026-05-04T08:00"],
    ["2026-05-06", "2026-05-06T08:00"],
  ]);
  expect(await asked(seed.sam.id, since)).toEqual([
    ["2026-05-04", "2026-05-04T14:00"],
    ["2026-05-05", "2026-05-05T14:00"],
  ]);
});

test("a schedule of one's own, a pause of one's own and one of the project; going on makes up for nothing", async () => {
  await tickAt("2026-06-01T05:00:00Z");
  const { id } = await setUp();
  await schedule({ cadence: "weekly", everyDays: null, startsOn: "2026-06-02", at: "16:00" })(id);
  await tickAt("2026-06-01T12:00:00Z");
  await tickAt("2026-06-02T14:00:00Z");
  expect(await asked(seed.jo.id, "2026-06-01T05:00:00Z")).toEqual([["2026-06-02", "2026-06-02T14:00"]]);
  await schedule(null, true)(id);
  await tickAt("2026-06-03T12:00:00Z");
  await schedule(null)(id);
  await tickAt("2026-06-03T12:01:00Z");
  await setUp({ paused: true });
  await tickAt("2026-06-04T12:00:00Z");
  await setUp();
  await tickAt("2026-06-04T12:01:00Z");
  expect(await asked(seed.jo.id, "2026-06-03T00:00:00Z")).toEqual([]);
  const pause = (pausedAt: Date | null) =>
    database.maintenance.updateTable("projects").set({ pausedAt }).where("id", "=", seed.acme.id).execute();
  await pause(kit.at);
  await tickAt("2026-06-05T12:00:00Z");
  await pause(null);
  await tickAt("2026-06-05T14:00:00Z");
  expect(await asked(seed.jo.id, "2026-06-03T00:00:00Z")).toEqual([]);
  // Friday's was passed over; Monday's comes.
  await tickAt("2026-06-08T07:00:30Z");
  expect(await asked(seed.jo.id, "2026-06-03T00:00:00Z")).toEqual([["2026-06-08", "2026-06-08T07:00"]]);
});

test("after an outage only the latest is asked, on a working day, and not beside that day's own", async () => {
  kit.at = new Date("2026-07-06T05:00:00Z");
  await setUp({ cadence: "weekly", startsOn: "2026-07-09" });
  // Due on Thursday; the worker is back on Saturday, and asks on Monday.
  await tickAt("2026-07-11T10:00:00Z");
  expect(await asked(seed.jo.id, "2026-07-06T05:00:00Z")).toEqual([]);
  await tickAt("2026-07-13T06:00:00Z");
  expect(await asked(seed.jo.id, "2026-07-06T05:00:00Z")).toEqual([["2026-07-09", "2026-07-13T06:00"]]);
  await setUp();
  // Away from Monday to Wednesday morning: Wednesday's own comes at nine.
  await tickAt("2026-07-15T06:00:00Z");
  await tickAt("2026-07-15T07:00:00Z");
  expect(await asked(seed.jo.id, "2026-07-14T00:00:00Z")).toEqual([["2026-07-15", "2026-07-15T07:00"]]);
});

test("a question waits in the inbox until it is answered; the next day it waits again", async () => {
  kit.at = new Date();
  const mine = async () =>
    (await jo.get("/inbox")).body.items.filter(
      ({ thing }: { thing: { kind: string } }) => thing.kind === "checkIn",
    );
  const base = kit.at.getTime();
  // The next two working days from here on, each at an hour at which 09:00 in Berlin is over.
  const days: string[] = [];
  for (let day = 1; days.length < 2; day++) {
    const on = new Date(base + day * 86_400_000);
    if (on.getUTCDay() % 6 !== 0) days.push(`${on.toISOString().slice(0, 10)}T12:00:00.000Z`);
  }
  const { id } = await setUp({ question: "What holds you up?" });
  await tickAt(days[0] ?? "");
  await fill();
  expect(await mine()).toMatchObject([
    {
      category: "question",
      what: "Waits for your answer",
      thing: { title: "What holds you up?", path: "/p/acme/check-ins" },
    },
  ]);
  const page = (await jo.get(`/check-ins/${id}/answers`)).body.items;
  expect(page[0]).toMatchObject({ on: days[0]?.slice(0, 10), personName: "Jo", body: "", answeredAt: null });
  const at = `/check-in-answers/${page[0].id}`;
  const said = await jo.put(at, { body: "**Copy** is late." }, { "if-match": "1" });
  expect(said.body).toMatchObject({ body: "**Copy** is late.", revision: 2 });
  await fill();
  expect(await mine()).toEqual([]);
  const late = await jo.put(at, { body: "Nothing." }, { "if-match": "1" });
  expect([late.status, late.body.facts.current.body]).toEqual([412, "**Copy** is late."]);
  expect((await sam.put(at, { body: "Not mine" }, { "if-match": "2" })).status).toBe(403);
  await tickAt(days[1] ?? "");
  await fill();
  expect(await mine()).toMatchObject([{ category: "question", happenings: 2 }]);
  expect((await jo.get(`/check-ins/${id}/answers`)).body.items.slice(0, 2)).toMatchObject([
    { on: days[1]?.slice(0, 10), body: "" },
    { on: days[0]?.slice(0, 10), body: "**Copy** is late." },
  ]);
  kit.at = new Date(kit.at.getTime() + 86_400_000);
  await mailBundles(server);
  const bundles = await database.maintenance
    .selectFrom("mails")
    .select("data")
    .where("kind", "=", "bundle")
    .where("toEmail", "=", seed.jo.email)
    .execute();
  expect(JSON.stringify(bundles.map(({ data }) => data))).toContain(
    "What holds you up?: Waits for your answer",
  );
});

test("who leads sets it up with people of the project; two at once are told; guests and others see nothing", async () => {
  const { revision } = (await sam.get(path)).body.checkIn;
  expect((await jo.put(path, { ...wish(), revision })).status).toBe(403);
  for (const person of [seed.gil, seed.kim])
    expect((await sam.put(path, { ...wish({ personIds: [person.id] }), revision })).status).toBe(400);
  expect((await sam.put(path, { ...wish({ cadence: "days" }), revision })).status).toBe(400);
  const first = await sam.put(path, { ...wish({ question: "First?" }), revision });
  const second = await sam.put(path, { ...wish({ question: "Second?" }), revision });
  expect([first.status, second.status, second.body.facts.current.question]).toEqual([200, 412, "First?"]);
  const { id } = first.body.checkIn;
  expect([(await gil.get(path)).status, (await kim.get(path)).status]).toEqual([403, 404]);
  expect((await gil.get(`/check-ins/${id}/answers`)).status).toBe(404);
  expect((await sam.put(`/check-ins/${id}/people/${seed.sam.id}`, { own: null, paused: true })).status).toBe(
    404,
  );
});

test("a question can be taken back until somebody has answered it", async () => {
  const there = (await sam.get(path)).body.checkIn;
  expect((await sam.delete(`/check-ins/${there.id}`)).body.detail).toMatch(/only be paused/);
  expect((await sam.get(path)).body.checkIn.id).toBe(there.id);
  const other = `/projects/${seed.baker.id}/check-in`;
  const amara = as(seed.amara);
  const { checkIn } = (await amara.put(other, { ...wish({ personIds: [] }), revision: null })).body;
  expect((await amara.delete(`/check-ins/${checkIn.id}`)).status).toBe(204);
  expect((await amara.get(other)).body.checkIn).toBeNull();
  expect((await amara.put(other, { ...wish({ personIds: [] }), revision: null })).status).toBe(200);
});
