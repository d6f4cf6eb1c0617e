import { expect, test } from "vitest";
import { linkToken } from "../kit/secret.ts";
import { type Browser, browser, seedContacts } from "../testing/portal.ts";
import { type Loose, testServer } from "../testing/server.ts";
import { closeOrphanRounds } from "./input-rounds.ts";

const server = await testServer();
const { database, kit, seed, as } = server;
const { dana, lee, mira } = await seedContacts(server);
const sam = as(seed.sam);
const project = `/projects/${seed.acme.id}`;
const make = async (path: string, body: object) => (await sam.post(path, body)).body;

const shown = { audience: "client", ownerId: seed.sam.id };
const design = await make(`${project}/milestones`, {
  title: "Design approved",
  targetOn: "2026-04-10",
  ...shown,
});
const launch = await make(`${project}/milestones`, {
  title: "Launch",
  targetOn: "2026-05-08",
  clientApproval: true,
  ...shown,
});
const inside = await make(`${project}/milestones`, { title: "ZEBRA internal check", targetOn: "2026-04-20" });
await make(`${project}/dependencies`, {
  from: { kind: "milestone", id: design.id },
  to: { kind: "milestone", id: launch.id },
});
await make(`/milestones/${design.id}/criteria`, { text: "Home page is drawn" });

const ask = async (more: object = {}) => {
  const { body: preview } = await sam.get(`${project}/publication-preview`);
  return sam.post(`${project}/input-rounds`, {
    personIds: [dana.id, lee.id, seed.jo.id],
    deadlineOn: "2026-03-05",
    words: "Please look at the dates.",
    clientText: "This is the plan.",
    expectedHash: preview.hash,
    expectedLast: preview.last,
    ...more,
  });
};
const stateOf = async (id: string) => (await sam.get(`/milestones/${id}`)).body.state;
const askedOf = async () => {
  const { findings, skippedChecks } = (await sam.get(`${project}/plan`)).body;
  const found = findings.filter(({ id }: Loose) => id === "L17").map(({ why }: Loose) => why);
  return [found, skippedChecks.some(({ id }: Loose) => id === "L17")];
};
const NEVER = [["The client was never asked for input on this plan."], false];
const mails = () =>
  database.maintenance
    .selectFrom("mails")
    .selectAll()
    .where("kind", "=", "input")
    .orderBy("toEmail")
    .execute();
const pathFor = async (personId: string) => {
  const { id } = await database.maintenance
    .selectFrom("links")
    .select("id")
    .where("kind", "=", "input")
    .where("personId", "=", personId)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  return `/i/${linkToken(kit.linkKey, "input", id)}`;
};
const send = async (phone: Browser, path: string, fields: Record<string, string>) => {
  const sent = await phone.post(path, fields);
  const { location } = sent.headers;
  return typeof location === "string" ? phone.get(location.split("#", 1)[0] ?? "") : sent;
};

test("gaps are named with the place where each is closed, and sending with gaps needs a reason", async () => {
  const { body } = await sam.get(`${project}/input-readiness`);
  const gaps = new Map(body.items.map(({ code, gaps: missing }: Loose) => [code, missing]));
  expect([body.ready, gaps.get("objectives"), gaps.get("schedule")]).toEqual([
    false,
    ["There is no objective."],
    [],
  ]);
  expect(body.items.map(({ code }: Loose) => code)).toEqual([
    "outcome",
    "objectives",
    "scope",
    "schedule",
    "availability",
    "roles",
    "findings",
  ]);
  const refused = await ask();
  expect([refused.status, refused.body.type]).toEqual([422, "urn:milepost:problem:plan-has-gaps"]);
  expect((await ask({ personIds: [mira.id], gapsReason: "x" })).status).toBe(422);
  expect((await ask({ deadlineOn: "2026-03-01", gapsReason: "x" })).status).toBe(400);
  expect((await as(seed.jo).get(`${project}/input-readiness`)).status).toBe(403);
});

test("a round that is taken back with its publication never asked anybody", async () => {
  expect(await askedOf()).toEqual(NEVER);
  const { status, body } = await ask({ gapsReason: "The rest follows on Monday." });
  expect([status, body.publication, body.gapsReason]).toEqual([201, 1, "The rest follows on Monday."]);
  expect(await askedOf()).toEqual([[], false]);
  expect([await stateOf(design.id), await stateOf(inside.id)]).toEqual(["in_input", "draft"]);
  expect(await mails()).toHaveLength(3);
  expect((await browser(server).get(await pathFor(dana.id))).status).not.toBe(200);
  const [publication] = (await sam.get(`${project}/publications`)).body.items;
  expect((await sam.post(`/publications/${publication.id}/withdraw`)).status).toBe(204);
  await closeOrphanRounds(server);
  expect([await stateOf(design.id), await mails()]).toEqual(["draft", []]);
  expect((await sam.get(`${project}/input-rounds`)).body.items).toEqual([]);
  expect(await askedOf()).toEqual(NEVER);
});

test("who asks the team alone has not asked the client", async () => {
  expect((await ask({ personIds: [seed.jo.id], gapsReason: "Only a first look." })).status).toBe(201);
  expect(await askedOf()).toEqual(NEVER);
  const [publication] = (await sam.get(`${project}/publications`)).body.items;
  expect((await sam.post(`/publications/${publication.id}/withdraw`)).status).toBe(204);
  await closeOrphanRounds(server);
});

test("each person has a link of their own, from when the publication is out", async () => {
  expect((await ask({ gapsReason: "The rest follows on Monday." })).status).toBe(201);
  expect((await ask({ gapsReason: "again" })).body.type).toBe("urn:milepost:problem:round-open");
  const waiting = await mails();
  expect(waiting.map(({ toEmail }) => toEmail)).toEqual([
    "dana@client.test",
    "jo@example.test",
    "lee@client.test",
  ]);
  expect(waiting.every(({ nextTryAt }) => nextTryAt.getTime() === kit.at.getTime() + 120_000)).toBe(true);
  kit.at = new Date(kit.at.getTime() + 121_000);
  const { status, body } = await browser(server).get(await pathFor(dana.id));
  expect([status, body.includes("Design approved"), body.includes("Home page is drawn")]).toEqual([
    200,
    true,
    true,
  ]);
  expect(body).not.toMatch(/ZEBRA/);
});

test("a client comments in the thread of both sides, a colleague in the team's", async () => {
  const phone = browser(server);
  const path = await pathFor(dana.id);
  const empty = await phone.post(path, { do: "comment", milestone: design.id, comment: "  " });
  expect([empty.status, empty.body.includes("Write something first.")]).toEqual([400, true]);
  const said = await send(phone, path, {
    do: "comment",
    milestone: design.id,
    comment: "Is <b>this</b> all?",
  });
  expect(said.body).toContain("Is &lt;b&gt;this&lt;/b&gt; all?");
  await send(browser(server), await pathFor(seed.jo.id), {
    do: "comment",
    milestone: design.id,
    comment: "ZEBRA too tight",
  });
  expect((await phone.get(path)).body).not.toContain("ZEBRA");
  const talk = async (audience: string) =>
    (await sam.get(`/comments?subject=milestone:${design.id}&audience=${audience}`)).body.items.map(
      ({ body }: Loose) => body,
    );
  expect([await talk("client"), await talk("team")]).toEqual([["Is <b>this</b> all?"], ["ZEBRA too tight"]]);
  expect((await phone.post(path, { do: "comment", milestone: inside.id, comment: "x" })).status).toBe(404);
});

const proposal = async (title: string) =>
  (await sam.get(`${project}/proposals`)).body.items.find(({ words }: Loose) => words === title);

test("a later date is proposed; its effect on what follows is seen before it is taken into the draft", async () => {
  const phone = browser(server);
  const path = await pathFor(dana.id);
  const same = {
    do: "propose",
    milestone: design.id,
    title: "Design approved",
    outcome: "",
    criteria: "Home page is drawn",
  };
  const nothing = await phone.post(path, { ...same, targetOn: "2026-04-10", why: "" });
  expect([nothing.status, nothing.body.includes("Change at least one thing.")]).toEqual([400, true]);
  const sent = await send(phone, path, { ...same, targetOn: "2026-05-15", why: "Our photographer is late" });
  expect(sent.body).toContain("waiting for an answer");
  const made = await proposal("Our photographer is late");
  expect([made.patch, made.by.name, made.milestone.title]).toEqual([
    { targetOn: "2026-05-15" },
    "Dana Reyes",
    "Design approved",
  ]);
  const effect = (await sam.post(`/proposals/${made.id}/effect`)).body;
  expect(effect.fields).toMatchObject([{ field: "targetOn", from: "2026-04-10", to: "2026-05-15" }]);
  expect(effect.moves).toMatchObject([{ milestoneId: launch.id, from: "2026-05-08" }]);
  expect((await sam.get(`/milestones/${design.id}`)).body.targetOn).toBe("2026-04-10");
  expect((await sam.post(`/proposals/${made.id}/answer`, { verdict: "accepted" })).body.state).toBe(
    "accepted",
  );
  expect((await sam.get(`/milestones/${design.id}`)).body.targetOn).toBe("2026-05-15");
  expect((await sam.post(`/proposals/${made.id}/answer`, { verdict: "accepted" })).status).toBe(409);
  expect((await phone.get(path)).body).toContain("accepted");
});

test("a counter is taken over when it is fine with whoever proposed", async () => {
  const phone = browser(server);
  const path = await pathFor(dana.id);
  await send(phone, path, {
    do: "propose",
    milestone: "",
    title: "Staff trained",
    outcome: "",
    targetOn: "2026-06-01",
    why: "one more",
  });
  const more = await proposal("one more");
  expect((await sam.post(`/proposals/${more.id}/answer`, { verdict: "declined" })).status).toBe(422);
  const counter = { title: "Staff trained", targetOn: "2026-06-12" };
  await sam.post(`/proposals/${more.id}/answer`, { verdict: "countered", words: "A week later.", counter });
  expect((await browser(server).post(await pathFor(lee.id), { do: "agree", proposal: more.id })).status).toBe(
    404,
  );
  const agreed = await send(phone, path, { do: "agree", proposal: more.id });
  expect(agreed.body).toContain("It is taken over.");
  const titles = (await sam.get(`${project}/plan`)).body.milestones.map((one: Loose) => [
    one.title,
    one.targetOn,
  ]);
  expect(titles).toContainEqual(["Staff trained", "2026-06-12"]);
});

test("criteria are proposed as a list, and only what differs is changed", async () => {
  const phone = browser(server);
  const path = await pathFor(dana.id);
  await send(phone, path, {
    do: "propose",
    milestone: design.id,
    title: "Design approved",
    outcome: "",
    targetOn: "2026-04-10",
    criteria: "Home page is drawn\nLogo is chosen",
    why: "the logo",
  });
  const made = await proposal("the logo");
  expect(made.patch).toEqual({ criteria: ["Home page is drawn", "Logo is chosen"] });
  await sam.post(`/proposals/${made.id}/answer`, { verdict: "accepted" });
  expect((await sam.get(`/milestones/${design.id}`)).body.criteria.map(({ text }: Loose) => text)).toEqual([
    "Home page is drawn",
    "Logo is chosen",
  ]);
});

test("when the time is over what was said can be read, and nothing more is taken", async () => {
  const path = await pathFor(dana.id);
  await send(browser(server), path, { do: "done" });
  const [round] = (await sam.get(`${project}/input-rounds`)).body.items;
  expect(round.people.map(({ name, doneAt }: Loose) => [name, doneAt !== null])).toEqual([
    ["Dana Reyes", true],
    ["Jo", false],
    ["Lee Marsh", false],
  ]);
  kit.at = new Date("2026-03-06T09:00:00Z");
  const phone = browser(server);
  const page = await phone.get(path);
  expect([page.status, page.body.includes("Send the comment")]).toEqual([200, false]);
  const late = await phone.post(path, { do: "comment", milestone: design.id, comment: "late" });
  expect(late.status).toBe(422);
  expect((await sam.post(`/input-rounds/${round.id}/close`)).status).toBe(204);
  expect((await sam.post(`/input-rounds/${round.id}/close`)).status).toBe(409);
  expect(await stateOf(design.id)).toBe("draft");
  kit.at = new Date("2026-03-20T09:00:00Z");
  expect((await browser(server).get(path)).status).toBe(410);
});
