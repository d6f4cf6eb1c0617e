import { expect, test } from "vitest";
import { openDatabase } from "../db/database.ts";
import { seedContacts } from "../testing/portal.ts";
import { testServer } from "../testing/server.ts";
import { keepReviews } from "./occurrences.ts";

const server = await testServer();
const { database, kit, seed, as, login } = server;
const { dana } = await seedContacts(server);
const sam = as(seed.sam);
const project = `/projects/${seed.acme.id}`;
const wish = (change: object = {}) => ({
  cadence: "weekly",
  everyDays: null,
  startsOn: "2026-03-02",
  at: "10:00",
  clientPart: false,
  inviteeIds: [seed.sam.id, seed.jo.id],
  revision: null,
  ...change,
});

const rows = () => database.maintenance.selectFrom("reviews").selectAll().orderBy("dueAt").execute();
const reminders = async () =>
  (await database.maintenance.selectFrom("mails").selectAll().orderBy("id").execute()).flatMap(
    ({ toEmail, kind }) => (/review/i.test(kind) ? [`${toEmail} ${kind}`] : []),
  );
const at = async (moment: string, turns = 2) => {
  kit.at = new Date(moment);
  for (let turn = 0; turn < turns; turn++) await keepReviews(server);
};
const series = async () => (await sam.get(`${project}/review-series`)).body;
const list = async () => (await sam.get(`${project}/reviews`)).body;

test("a cadence is set with its day, time and people, and the next review stands ahead at once", async () => {
  await sam.post(`${project}/milestones`, {
    title: "Site built",
    targetOn: "2026-05-29",
    ownerId: seed.sam.id,
  });
  expect(await series()).toMatchObject({ isSet: false, startsOn: "2026-03-09", at: "10:00", revision: null });
  const set = await sam.put(`${project}/review-series`, wish());
  expect(set.status).toBe(200);
  // Today at ten is an hour ago: the first is next Monday, in Berlin's time.
  expect(set.body.coming.map(({ at: when }: { at: string }) => when)).toEqual([
    "2026-03-09T09:00:00.000Z",
    "2026-03-16T09:00:00.000Z",
    "2026-03-23T09:00:00.000Z",
  ]);
  expect(await list()).toMatchObject({ cadence: "weekly", next: { dueOn: "2026-03-09", state: "coming" } });
  expect((await sam.get(project)).body.reviewCadence).toBe("weekly");
});

test("who saw an older series is told instead of writing over it; members cannot set it", async () => {
  const old = await sam.put(`${project}/review-series`, wish({ at: "11:00" }));
  expect([old.status, old.body.type]).toEqual([409, "urn:milepost:problem:reviews-changed"]);
  expect((await as(seed.jo).put(`${project}/review-series`, wish())).status).toBe(403);
  expect((await as(seed.kim).get(`${project}/review-series`)).status).toBe(404);
  const stranger = wish({ revision: 1, inviteeIds: [seed.other.owner.id] });
  expect((await sam.put(`${project}/review-series`, stranger)).status).toBe(404);
});

test.each([
  { cadence: "days" },
  { cadence: "weekly", everyDays: 3 },
  { at: "25:00" },
  { cadence: "days", everyDays: 367 },
])("%o is no series", async (change) => {
  expect((await sam.put(`${project}/review-series`, wish({ revision: 1, ...change }))).status).toBe(400);
});

test("R08: Monday at ten stays at ten when the clocks change in between", async () => {
  const query = "cadence=weekly&startsOn=2026-03-23&at=10:00";
  const { body } = await sam.get(`${project}/review-series/preview?${query}`);
  expect(body.items.map((one: { at: string }) => one.at)).toEqual([
    "2026-03-23T09:00:00.000Z",
    "2026-03-30T08:00:00.000Z",
    "2026-04-06T08:00:00.000Z",
  ]);
});

test("R10, R11: 100 scheduler ticks of two processes around due time make one reminder for each person", async () => {
  const second = openDatabase(login, () => undefined);
  await at("2026-03-06T15:59:00Z");
  expect(await reminders()).toEqual([]);
  for (let turn = 0; turn < 50; turn++) {
    kit.at = new Date(Date.parse("2026-03-06T15:50:00Z") + turn * 60_000);
    await Promise.all([keepReviews(server), keepReviews({ kit, database: second })]);
  }
  await second.close();
  expect((await reminders()).sort()).toEqual([
    `${seed.jo.email} reviewReminder`,
    `${seed.sam.email} reviewReminder`,
  ]);
  expect(await rows()).toHaveLength(1);
});

test("R14: after twenty restarts, and with the clock set back, there is still one review and one reminder", async () => {
  for (let start = 0; start < 20; start++) {
    const again = openDatabase(login, () => undefined);
    kit.at = new Date(start % 2 === 0 ? "2026-03-06T14:00:00Z" : "2026-03-06T16:30:00Z");
    await keepReviews({ kit, database: again });
    await again.close();
  }
  await at("2026-03-03T08:00:00Z");
  await at("2026-03-09T09:00:00Z");
  expect(await reminders()).toHaveLength(2);
  expect((await rows()).map(({ dueOn }) => dueOn)).toEqual(["2026-03-09"]);
});

test("another day is told anew, another hour of the same day is not", async () => {
  await at("2026-03-08T12:00:00Z");
  await sam.put(`${project}/review-series`, wish({ at: "14:00", revision: (await series()).revision }));
  await at("2026-03-08T12:00:00Z");
  expect((await rows()).map(({ dueAt }) => dueAt.toISOString())).toEqual(["2026-03-09T13:00:00.000Z"]);
  expect(await reminders()).toHaveLength(2);
  const tuesdays = wish({ startsOn: "2026-03-10", revision: (await series()).revision });
  await sam.put(`${project}/review-series`, tuesdays);
  await at("2026-03-09T16:00:00Z");
  expect((await rows()).map(({ dueOn }) => dueOn)).toEqual(["2026-03-10"]);
  expect(await reminders()).toHaveLength(4);
});

test("a review that nobody held is overdue until the next is announced, and then was missed", async () => {
  await at("2026-03-11T08:00:00Z");
  expect((await list()).next).toMatchObject({ dueOn: "2026-03-10", state: "overdue" });
  const { body } = await sam.get(`${project}/plan`);
  expect(body.findings.find(({ id }: { id: string }) => id === "L12").why).toContain("10 March");
  await at("2026-03-16T16:00:00Z");
  expect(await list()).toMatchObject({
    next: { dueOn: "2026-03-17", state: "coming" },
    past: [{ dueOn: "2026-03-10", state: "missed" }],
  });
});

test("skipping asks why; the next stands ahead at once, and skipped twice the project is silent", async () => {
  const skip = async (reason: string) => {
    const { id } = (await list()).next;
    return (await sam.post(`/reviews/${id}/skip`, { reason })).status;
  };
  expect(await skip("")).toBe(400);
  expect(await skip("Everybody is at the fair")).toBe(204);
  expect(await list()).toMatchObject({
    next: { dueOn: "2026-03-24" },
    standing: { silence: { days: 13, skippedTwice: false } },
    past: [{ state: "skipped", reason: "Everybody is at the fair", by: { name: "Sam" } }, {}],
  });
  const first = (await list()).past[0].id;
  expect((await sam.post(`/reviews/${first}/skip`, { reason: "Again" })).status).toBe(409);
  expect((await as(seed.jo).post(`/reviews/${first}/skip`, { reason: "Again" })).status).toBe(403);
  expect(await skip("Still at the fair")).toBe(204);
  expect((await list()).standing.silence).toMatchObject({ skippedTwice: true });
  const { body } = await sam.get("/portfolio");
  const acme = body.projects.find(({ id }: { id: string }) => id === seed.acme.id);
  expect(acme.silentDays).toBe(13);
  expect((await sam.get(`${project}/overview`)).body.review.silence.skippedTwice).toBe(true);
});

test("what passed while no server ran is one review, and not one a week", async () => {
  await at("2026-06-09T08:00:00Z");
  const ahead = (await list()).next;
  expect(ahead).toMatchObject({ dueOn: "2026-06-09", state: "today" });
  expect((await list()).past.filter(({ state }: { state: string }) => state === "missed")).toHaveLength(2);
});

test("all projects of a person, what is due first, then what nobody has planned", async () => {
  await as(seed.kim).post(`/projects/${seed.baker.id}/milestones`, { title: "Menu printed" });
  const { body } = await as(seed.amara).get("/reviews");
  expect(body.items).toMatchObject([
    { turn: "due", project: { key: "ACME" }, cadence: "weekly", next: { state: "today" }, mayPlan: true },
    { turn: "unplanned", project: { key: "BAKER" }, cadence: null, next: null },
  ]);
  const own = (await as(seed.jo).get("/reviews")).body.items;
  expect(own).toMatchObject([{ project: { key: "ACME" }, mayPlan: false }]);
});

test("a series that reminds nobody sends nothing, and has its review all the same", async () => {
  const quiet = { ...(await series()), remind: false };
  const { cadence, everyDays, startsOn, at: hour, clientPart, inviteeIds, remind, revision } = quiet;
  const asked = { cadence, everyDays, startsOn, at: hour, clientPart, inviteeIds, remind, revision };
  expect((await sam.put(`${project}/review-series`, asked)).body).toMatchObject({ remind: false });
  const before = await reminders();
  await at("2026-06-15T16:00:00Z");
  const { next } = await list();
  expect(await reminders()).toEqual(before);
  expect((await rows()).find(({ id }) => id === next.id)?.remindedAt).toEqual(kit.at);
  await sam.put(`${project}/review-series`, { ...asked, remind: true, revision: (await series()).revision });
});

test("contacts hear of it when they are invited to part 2, in their words; the agenda is for the team", async () => {
  const inviteeIds = [seed.sam.id, dana.id];
  await sam.put(`${project}/review-series`, wish({ inviteeIds, revision: (await series()).revision }));
  const before = (await reminders()).length;
  await at("2026-06-12T15:00:00Z");
  expect((await reminders()).slice(before)).toEqual([`${seed.sam.email} reviewReminder`]);
  const invited = wish({ inviteeIds, clientPart: true, revision: (await series()).revision });
  await sam.put(`${project}/review-series`, invited);
  await at("2026-06-19T15:00:00Z");
  expect((await reminders()).slice(before + 1).sort()).toEqual([
    `${dana.email} clientReview`,
    `${seed.sam.email} reviewReminder`,
  ]);
  const { id } = (await list()).next;
  const { body } = await sam.get(`/reviews/${id}/agenda`);
  expect(body).toMatchObject({
    milestones: [{ title: "Site built", word: "off_track" }],
    decisions: [],
    actions: [],
  });
  expect((await as(seed.gil).get(`/reviews/${id}/agenda`)).status).toBe(404);
});

test("a word sets the cadence too, strictly; null ends the reviews, and what was still to come goes", async () => {
  const patch = async (reviewCadence: string | null) => {
    const { revision } = (await sam.get(project)).body;
    return sam.patch(project, { reviewCadence }, { "if-match": `"${revision}"` });
  };
  const refused = await patch("now and then");
  expect([refused.status, refused.body.errors[0].path]).toEqual([400, "reviewCadence"]);
  expect((await patch("Every 10 days")).body.reviewCadence).toBe("every 10 days");
  expect((await series()).at).toBe("10:00");
  expect((await patch(null)).body.reviewCadence).toBeNull();
  await at("2026-06-20T15:00:00Z");
  expect((await list()).next).toBeNull();
  expect((await rows()).every(({ dueAt, skippedAt }) => skippedAt !== null || dueAt <= kit.at)).toBe(true);
});

test("an archived project is reminded of nothing and reviewed at no time", async () => {
  await sam.put(`${project}/review-series`, wish());
  expect((await sam.post(`${project}/archive`)).status).toBe(200);
  const before = await reminders();
  await at("2026-06-26T15:00:00Z");
  await at("2026-07-03T15:00:00Z");
  expect(await reminders()).toEqual(before);
  expect((await list()).next).toBeNull();
});
