import { expect, test } from "vitest";
import { openDatabase } from "../db/database.ts";
import { type Loose, testServer } from "../testing/server.ts";
import { makeRecurringCards } from "./make-cards.ts";

const server = await testServer();
const { database, kit, seed, as, login } = server;
const [jo, gil, kim] = [as(seed.jo), as(seed.gil), as(seed.kim)];
const project = `/projects/${seed.acme.id}`;
const list = `${project}/recurring-cards`;

await database.maintenance.updateTable("workspaces").set({ zone: "Europe/Berlin" }).execute();

const wish = (title: string, change: object = {}) => ({
  content: { title },
  columnId: null,
  cadence: "workdays",
  everyDays: null,
  startsOn: "2026-03-02",
  at: "09:00",
  endsOn: null,
  paused: false,
  ...change,
});

const made = async (title: string) =>
  (
    await database.maintenance
      .selectFrom("cards")
      .select(["id", "createdAt", "dueOn", "columnId"])
      .where("title", "=", title)
      .orderBy("createdAt")
      .execute()
  ).map(({ createdAt, ...card }) => ({ ...card, at: createdAt.toISOString() }));

const create = async (title: string, change: object = {}) => {
  const { status, body } = await jo.post(list, wish(title, change));
  expect([status, body.detail]).toEqual([201, undefined]);
  return body;
};

test.each([
  ["spring forward", "2026-03-27T12:00:00Z", ["2026-03-30T07:00", "2026-03-31T07:00"]],
  ["fall back", "2026-10-23T12:00:00Z", ["2026-10-26T08:00", "2026-10-27T08:00"]],
])(
  "R08: when the clocks %s, 100 ticks of two processes make one card each working day at 09:00 local time",
  async (what, from, moments) => {
    const second = openDatabase(login, () => undefined);
    kit.at = new Date(from);
    const { id, revision } = await create(`Water when clocks ${what}`);
    for (let tick = 0; tick < 100; tick++) {
      // Each sixth tick with a clock that was set back by an hour.
      kit.at = new Date(Date.parse(from) + tick * 60 * 60_000 - (tick % 6 === 5 ? 3_600_000 : 0));
      await Promise.all([makeRecurringCards(server), makeRecurringCards({ kit, database: second })]);
    }
    await second.close();
    const cards = await made(`Water when clocks ${what}`);
    expect(cards.map(({ at }) => at.slice(0, 16))).toEqual(moments);
    expect((await jo.delete(`/recurring-cards/${id}`)).status).toBe(204);
    expect(revision).toBe(1);
  },
);

test("after an outage only the latest missed card is made, due in working days from the day that was meant", async () => {
  kit.at = new Date("2026-03-02T06:00:00Z");
  const { id } = await create("Back up", { content: { title: "Back up", dueInDays: 2 } });
  // Thursday evening, after three nights away.
  kit.at = new Date("2026-03-05T19:00:00Z");
  await makeRecurringCards(server);
  await makeRecurringCards(server);
  expect(await made("Back up")).toMatchObject([{ dueOn: "2026-03-09", columnId: seed.acme.columns.todo }]);
  const [card] = await made("Back up");
  const events = await database.maintenance
    .selectFrom("events")
    .select(["actorId", "data"])
    .where("subjectId", "=", card?.id ?? "")
    .execute();
  expect(events).toMatchObject([
    { actorId: seed.workspaceId, data: { madeFrom: { kind: "recurringCard", id } } },
  ]);
  await jo.delete(`/recurring-cards/${id}`);
});

test("a deleted column gives way to the first one of what is still to do", async () => {
  kit.at = new Date("2026-03-02T06:00:00Z");
  const column = (await as(seed.sam).post(`${project}/columns`, { name: "Chores", category: "todo" })).body;
  const { id } = await create("Tidy", { columnId: column.id });
  await as(seed.sam).delete(`/columns/${column.id}`, {});
  kit.at = new Date("2026-03-02T08:00:30Z");
  await makeRecurringCards(server);
  expect(await made("Tidy")).toMatchObject([{ columnId: seed.acme.columns.todo }]);
  await jo.delete(`/recurring-cards/${id}`);
});

test("paused, ended and at rest make nothing, and going on makes up for nothing", async () => {
  kit.at = new Date("2026-03-02T06:00:00Z");
  const { id, revision } = await create("Rest");
  const ended = await create("Ended", { endsOn: "2026-03-03" });
  const paused = await jo.put(
    `/recurring-cards/${id}`,
    { ...wish("Rest"), paused: true },
    { "if-match": String(revision) },
  );
  expect(paused.body).toMatchObject({ paused: true, coming: [], revision: 2 });
  for (const day of ["02", "03", "04"]) {
    kit.at = new Date(`2026-03-${day}T12:00:00Z`);
    await makeRecurringCards(server);
  }
  expect(await made("Rest")).toEqual([]);
  expect((await made("Ended")).map(({ at }) => at.slice(0, 10))).toEqual(["2026-03-02", "2026-03-03"]);
  const on = await jo.put(`/recurring-cards/${id}`, wish("Rest"), { "if-match": "2" });
  expect(on.body.coming).toMatchObject([{ on: "2026-03-05" }, { on: "2026-03-06" }, { on: "2026-03-09" }]);
  await makeRecurringCards(server);
  expect(await made("Rest")).toEqual([]);
  const stale = await jo.put(`/recurring-cards/${id}`, wish("Other"), { "if-match": "2" });
  expect([stale.status, stale.body.facts.current.content.title]).toEqual([412, "Rest"]);
  await database.maintenance
    .updateTable("projects")
    .set({ pausedAt: kit.at })
    .where("id", "=", seed.acme.id)
    .execute();
  kit.at = new Date("2026-03-05T12:00:00Z");
  await makeRecurringCards(server);
  await database.maintenance
    .updateTable("projects")
    .set({ pausedAt: null })
    .where("id", "=", seed.acme.id)
    .execute();
  await makeRecurringCards(server);
  expect(await made("Rest")).toEqual([]);
  await jo.delete(`/recurring-cards/${id}`);
  await jo.delete(`/recurring-cards/${ended.id}`);
});

test("odd wishes are refused, and who is not on the project sees nothing of it", async () => {
  kit.at = new Date("2026-03-02T06:00:00Z");
  expect((await jo.post(list, wish("Odd", { cadence: "days" }))).status).toBe(400);
  expect((await jo.post(list, wish("Odd", { endsOn: "2026-03-01" }))).status).toBe(400);
  expect((await jo.post(list, wish("Odd", { columnId: seed.baker.columns.todo }))).status).toBe(404);
  expect((await gil.get(list)).status).toBe(403);
  expect((await kim.get(list)).status).toBe(404);
});

test("a card gives its content to what recurs", async () => {
  const card = (
    await jo.post(`${project}/cards`, { title: "Check the links", likely: 60, people: [seed.jo.id] })
  ).body;
  expect((await jo.get(`/cards/${card.id}/content`)).body).toMatchObject({
    title: "Check the links",
    likely: 60,
    people: [seed.jo.id],
  });
});

test("what stands in own fields is checked when it is set, and what does not fit any more is left out of the card", async () => {
  kit.at = new Date("2026-06-01T06:00:00Z");
  const field = async (name: string, kind: string, choices: string[] = []): Promise<Loose> =>
    (await jo.post(`${project}/fields`, { name, kind, choices })).body;
  const [hours, paper, old] = [
    await field("Hours", "number"),
    await field("Paper", "choice", ["Plain", "Glossy"]),
    await field("Old", "text"),
  ];
  const content = (values: [Loose, string][]) => ({
    title: "Print",
    values: values.map(([{ id }, value]) => ({ fieldId: id, value })),
  });
  const odd = await jo.post(
    list,
    wish("Print", {
      content: content([
        [hours, "many"],
        [paper, "Rough"],
      ]),
    }),
  );
  expect([odd.status, odd.body.errors]).toEqual([
    400,
    [
      { path: "content.values.0.value", message: "Write a number, such as 1250.5." },
      { path: "content.values.1.value", message: "Choose one of the field's words." },
    ],
  ]);
  const whole = content([
    [hours, "2.5"],
    [paper, "Glossy"],
    [old, "x"],
  ]);
  const { id, revision } = await create("Print", { content: whole });
  await jo.patch(
    `/fields/${paper.id}`,
    { choices: [{ name: "Plain" }] },
    { "if-match": String(paper.revision) },
  );
  await jo.delete(`/fields/${old.id}`);
  const put = await jo.put(`/recurring-cards/${id}`, wish("Print", { content: whole }), {
    "if-match": String(revision),
  });
  expect([put.status, put.body.detail]).toEqual([200, undefined]);
  kit.at = new Date("2026-06-01T19:00:00Z");
  await makeRecurringCards(server);
  const [card] = await made("Print");
  const { values } = (await jo.get(`/cards/${card?.id}`)).body;
  expect(values.map((each: Loose) => [each.fieldId, each.value])).toEqual([
    [hours.id, "2.5"],
    [paper.id, null],
  ]);
});
