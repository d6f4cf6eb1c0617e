import { beforeEach, expect, test } from "vitest";
import { openDatabase } from "../db/database.ts";
import { newId } from "../kit/id.ts";
import { testServer } from "../testing/server.ts";
import { remindOfOwn } from "./reminders.ts";

const server = await testServer();
const { database, kit, seed, as } = server;
const { sam, jo, gil, acme, workspaceId } = seed;
const services = { database, kit };
const project = `/projects/${acme.id}`;

/** Berlin is an hour ahead of UTC. */
const at = (when: string) => {
  kit.at = new Date(`${when}Z`);
};
const make = async (kind: string, body: object) => (await as(sam).post(`${project}/${kind}`, body)).body;
const mails = () =>
  database.maintenance
    .selectFrom("mails")
    .select(["toEmail", "subject", "data", "nextTryAt"])
    .where("kind", "=", "reminder")
    .orderBy("createdAt")
    .orderBy("toEmail")
    .execute();

beforeEach(async () => {
  await database.maintenance.deleteFrom("mails").execute();
  await database.maintenance.deleteFrom("mailRhythms").execute();
});

const brief = await make("milestones", { title: "Brief", ownerId: jo.id, targetOn: "2026-03-06" });
const launch = await make("milestones", {
  title: "Launch",
  ownerId: sam.id,
  startOn: "2026-03-09",
  targetOn: "2026-03-20",
});
await as(sam).post(`${project}/dependencies`, {
  from: { kind: "milestone", id: brief.id },
  to: { kind: "milestone", id: launch.id },
});
const texts = await make("cards", {
  title: "Texts",
  dueOn: "2026-03-05",
  people: [jo.id, gil.id],
  milestoneId: brief.id,
});

test("the working day before and on the day, each once a morning, with what being late by a day would move", async () => {
  at("2026-03-03T12:00:00");
  expect(await remindOfOwn(services)).toBe(0);
  at("2026-03-04T06:59:00");
  expect(await remindOfOwn(services)).toBe(0);
  at("2026-03-04T07:00:00");
  expect(await remindOfOwn(services)).toBe(2);
  const sent = await mails();
  const first = sent.find(({ toEmail }) => toEmail === jo.email);
  const forGuest = sent.find(({ toEmail }) => toEmail === gil.email);
  expect(first?.subject).toBe("ACME project: Texts is due Thu 5 Mar");
  expect(first?.data).toMatchObject({
    count: 1,
    sections: [
      {
        heading: "Due Thu 5 Mar",
        lines: [`ACME project: ${texts.ref} Texts. M1 Brief has 1 more working day after it.`],
      },
    ],
  });
  // A guest works on cards; the plan is not theirs.
  expect(forGuest?.data).toMatchObject({
    sections: [{ heading: "Due Thu 5 Mar", lines: [`ACME project: ${texts.ref} Texts.`] }],
  });
  at("2026-03-05T07:00:00");
  expect(await remindOfOwn(services)).toBe(2);
  const second = (await mails()).filter(({ toEmail }) => toEmail === jo.email)[1];
  expect(second?.subject).toBe("ACME project: Texts is due today, Thu 5 Mar and 1 more");
  expect(second?.data).toMatchObject({
    sections: [
      { heading: "Due today, Thu 5 Mar" },
      {
        heading: "Due Fri 6 Mar",
        lines: ["ACME project: ACME-M1 Brief. If it slips by a day, M2 Launch moves to Mon 23 Mar."],
      },
    ],
  });
});

test("R11: a hundred ticks make one reminder", async () => {
  for (let tick = 0; tick < 100; tick++) {
    at(`2026-03-05T${tick < 50 ? "06" : "07"}:${String(tick % 50).padStart(2, "0")}:00`);
    await remindOfOwn(services);
  }
  expect((await mails()).filter(({ toEmail }) => toEmail === jo.email)).toHaveLength(1);
});

test("R10, R14: two processes and twenty restarts around eight make one, and so does a clock set back", async () => {
  for (let restart = 0; restart < 20; restart++) {
    at(restart % 2 === 0 ? "2026-03-05T06:59:59" : "2026-03-05T07:00:01");
    const [one, other] = [
      openDatabase(server.login, () => undefined),
      openDatabase(server.login, () => undefined),
    ];
    await Promise.all([remindOfOwn({ database: one, kit }), remindOfOwn({ database: other, kit })]);
    await Promise.all([one.close(), other.close()]);
  }
  at("2026-03-04T09:00:00");
  await remindOfOwn(services);
  expect((await mails()).filter(({ toEmail }) => toEmail === jo.email)).toHaveLength(1);
});

test("what falls on free days is told on the last working day before them", async () => {
  const sunday = await make("cards", { title: "Sunday", dueOn: "2026-03-15", people: [jo.id] });
  await database.inWorkspace(workspaceId, (tx) =>
    tx
      .insertInto("daysOff")
      .values({
        workspaceId,
        id: newId(),
        personId: jo.id,
        fromOn: "2026-03-12",
        toOn: "2026-03-13",
        part: "day",
      })
      .execute(),
  );
  at("2026-03-10T09:00:00");
  expect(await remindOfOwn(services)).toBe(0);
  at("2026-03-11T09:00:00");
  expect(await remindOfOwn(services)).toBe(1);
  expect(JSON.stringify((await mails())[0]?.data)).toContain("Due Sun 15 Mar");
  for (const day of ["12", "13", "15", "16"]) {
    at(`2026-03-${day}T09:00:00`);
    expect(await remindOfOwn(services)).toBe(0);
  }
  await as(sam).delete(`/cards/${sunday.id}`);
});

test("nobody is reminded of what is done, muted, switched off or no longer to be seen, and quiet hours hold it", async () => {
  const card = await make("cards", { title: "Photos", dueOn: "2026-03-17", people: [jo.id] });
  const tried = async () => {
    await database.maintenance.updateTable("mailRhythms").set({ remindedOn: null }).execute();
    return remindOfOwn(services);
  };
  at("2026-03-17T08:00:00");
  const rhythm = { rhythm: "daily", quietFrom: 20 * 60, quietTo: 10 * 60, reminders: true };
  await as(jo).put("/me/mail-rhythm", rhythm);
  expect(await tried()).toBe(1);
  expect((await mails()).map(({ nextTryAt }) => nextTryAt.toISOString())).toEqual([
    "2026-03-17T09:00:00.000Z",
  ]);
  await as(jo).put("/me/mail-rhythm", { ...rhythm, reminders: false });
  expect(await tried()).toBe(0);
  await as(jo).put("/me/mail-rhythm", rhythm);
  await as(jo).put("/mutes", { kind: "project", id: acme.id });
  expect(await tried()).toBe(0);
  await as(jo).delete("/mutes", { kind: "project", id: acme.id });
  await as(seed.amara).delete(`${project}/members/${jo.id}`);
  expect(await tried()).toBe(0);
  await as(seed.amara).put(`${project}/members/${jo.id}`, { role: "member" });
  await as(jo).post(`/cards/${card.id}/move`, {
    columnId: acme.columns.done,
    expected: { columnId: acme.columns.todo },
  });
  expect(await tried()).toBe(0);
});
