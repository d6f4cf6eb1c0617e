import { expect, test } from "vitest";
import { codeDigits } from "../kit/secret.ts";
import { askingAcme, shownHash } from "../testing/approvals.ts";
import { addContact, browser, seedContacts, signedIn } from "../testing/portal.ts";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as, database, kit } = server;
const sam = as(seed.sam);
const people = await seedContacts(server);
const { dana, lee } = people;
const noor = await addContact(server, seed.workspaceId, "Noor Haddad", seed.acme, "approver");
const { project, make, activeMilestone, ask, askWhetherDone, linkOf, easy, later } = askingAcme(
  server,
  sam,
  people,
);
await easy();

const approval = async (id: string) => (await sam.get(`/approvals/${id}`)).body;
const both = [{ personId: dana.id }, { personId: noor.id }];
const level = (securityLevel: string) =>
  database.maintenance
    .updateTable("projects")
    .set({ securityLevel })
    .where("id", "=", seed.acme.id)
    .execute();

test("all have to approve, and one who asks for changes ends the round", async () => {
  const id = (await askWhetherDone(await activeMilestone("All"), { deciders: both, rule: "all" })).body.id;
  const { hash } = await approval(id);
  await browser(server).post(await linkOf(id, dana.id), { verdict: "approved", hash });
  expect(await approval(id)).toMatchObject({ state: "open", people: [{ turn: false }, { turn: true }] });
  await browser(server).post(await linkOf(id, noor.id), { verdict: "approved", hash });
  expect((await approval(id)).outcome).toBe("approved");
});

test("A81: two who finish together under 'all' make one outcome", async () => {
  for (let round = 0; round < 5; round++) {
    const milestoneId = await activeMilestone(`Together ${round}`);
    const { id, hash } = (await askWhetherDone(milestoneId, { deciders: both, rule: "all" })).body;
    const paths = [await linkOf(id, dana.id), await linkOf(id, noor.id)];
    const answers = await Promise.all(
      paths.map((path) => browser(server).post(path, { verdict: "approved", hash })),
    );
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect((await sam.get(`/milestones/${milestoneId}`)).body).toMatchObject({ state: "accepted" });
    expect((await approval(id)).outcome).toBe("approved");
  }
});

test("one after the other: the second is asked when the first has decided", async () => {
  const id = (await askWhetherDone(await activeMilestone("Order"), { deciders: both, rule: "order" })).body
    .id;
  const { hash } = await approval(id);
  const links = () =>
    database.maintenance.selectFrom("links").select("personId").where("subjectId", "=", id).execute();
  expect(await links()).toEqual([{ personId: dana.id }]);
  const early = await signedIn(server, noor);
  expect((await early.get("/portal/birch/acme")).body).not.toContain("Needs you (");
  const { number } = await approval(id);
  const refusal = await early.post(`/portal/birch/acme/decisions/${number}`, { verdict: "approved", hash });
  expect([refusal.status, refusal.body.includes("Somebody else is asked first")]).toEqual([409, true]);
  await browser(server).post(await linkOf(id, dana.id), { verdict: "approved", hash });
  expect((await early.get("/portal/birch/acme")).body).toContain("Needs you (1)");
  await browser(server).post(await linkOf(id, noor.id), { verdict: "approved", hash });
  expect((await approval(id)).outcome).toBe("approved");
});

test("a colleague gives an opinion, another decides in one's place, each by a link of their own", async () => {
  const id = (await askWhetherDone(await activeMilestone("Colleague"))).body.id;
  const path = await linkOf(id, dana.id);
  const { hash } = await approval(id);
  await browser(server).post(`${path}/colleague`, { colleague: lee.id, part: "advise" });
  const advice = await linkOf(id, lee.id);
  const page = await browser(server).get(advice);
  expect([page.body.includes('value="approved"'), page.body.includes("Send my opinion")]).toEqual([
    false,
    true,
  ]);
  expect((await browser(server).post(advice, { verdict: "approved", hash })).status).toBe(403);
  expect((await browser(server).post(advice, { verdict: "advised", words: "Looks good", hash })).status).toBe(
    303,
  );
  expect((await approval(id)).state).toBe("open");
  expect((await browser(server).get(path)).body).toContain("Looks good");
  await browser(server).post(`${path}/colleague`, { colleague: noor.id, part: "stand-in" });
  expect((await browser(server).post(await linkOf(id, noor.id), { verdict: "approved", hash })).status).toBe(
    303,
  );
  expect(await approval(id)).toMatchObject({
    outcome: "approved",
    people: [{ delegate: { name: "Noor Haddad" } }, { part: "adviser" }],
  });
});

test("what a stand-in has decided waits for neither of them, while others are still asked", async () => {
  const ola = await addContact(server, seed.workspaceId, "Ola Berg", seed.acme, "approver");
  const milestoneId = await activeMilestone("Standing in");
  const { id, hash } = (await askWhetherDone(milestoneId, { deciders: both, rule: "all" })).body;
  const waits = async (who: typeof dana) => {
    const { body } = await (await signedIn(server, who)).get("/portal/birch/acme");
    return [body.includes("Needs you ("), /Decisions \(\d+\)/.test(body)];
  };
  await browser(server).post(`${await linkOf(id, dana.id)}/colleague`, {
    colleague: ola.id,
    part: "stand-in",
  });
  expect([await waits(dana), await waits(ola)]).toEqual([
    [true, true],
    [true, true],
  ]);
  await browser(server).post(await linkOf(id, ola.id), { verdict: "approved", hash });
  expect([await waits(dana), await waits(ola), await waits(noor)]).toEqual([
    [false, false],
    [false, false],
    [true, true],
  ]);
  await browser(server).post(await linkOf(id, noor.id), { verdict: "approved", hash });
});

test("a new device types a code once, and what was written before it travels along", async () => {
  await level("code");
  const milestoneId = await activeMilestone("Coded");
  const id = (await askWhetherDone(milestoneId)).body.id;
  const path = await linkOf(id, dana.id);
  const { hash } = await approval(id);
  const phone = browser(server);
  const said = { verdict: "changes_requested", words: "Bigger, please", hash };
  const asks = await phone.post(`${path}/changes`, said);
  expect([asks.status, asks.body.includes("Bigger, please"), asks.body.includes("d•••@client.test")]).toEqual(
    [200, true, true],
  );
  expect((await approval(id)).decisions).toEqual([]);
  const mail = await database.maintenance
    .selectFrom("mails")
    .select("data")
    .where("kind", "=", "code")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  const code = codeDigits(kit.linkKey, String(Object(mail.data).codeId));
  const wrong = await phone.post(`${path}/changes`, { ...said, code: code === "111111" ? "2" : "111111" });
  expect([wrong.status, wrong.body.includes("Bigger, please")]).toEqual([400, true]);
  const through = await phone.post(`${path}/changes`, { ...said, code });
  expect([through.status, through.headers.location]).toEqual([303, `${path}/receipt`]);
  expect((await approval(id)).decisions).toMatchObject([{ words: "Bigger, please" }]);
  const next = (await sam.post(`/approvals/${id}/next-round`, { changed: "Bigger" })).body;
  const known = await phone.post(await linkOf(next.id, dana.id), { verdict: "approved", hash: next.hash });
  expect(known.headers.location).toContain("/receipt");
  await easy();
});

test("a link is handed over only where mail does not arrive, and its decisions say by whom", async () => {
  const id = (await askWhetherDone(await activeMilestone("By hand"))).body.id;
  const handOver = () => sam.post(`/approvals/${id}/links`, { personId: dana.id });
  expect((await handOver()).body.type).toContain("mail-works");
  await database.maintenance
    .updateTable("mails")
    .set({ state: "failed" })
    .where("kind", "=", "decision")
    .execute();
  await level("code");
  expect((await handOver()).body.type).toContain("not-easy");
  await easy();
  const { status, body } = await handOver();
  expect(status).toBe(201);
  const path = new URL(body.address).pathname;
  const { hash } = await approval(id);
  expect((await browser(server).post(path, { verdict: "approved", hash })).status).toBe(303);
  expect((await approval(id)).decisions).toMatchObject([{ through: "Sam", way: "link" }]);
  expect((await browser(server).get(`${path}/receipt`)).body).toContain(
    "Came by a link that Sam handed over.",
  );
});

test("a question is decided by choosing, and asks for one of its answers", async () => {
  const choices = [
    { text: "Stripe", days: 0, priceMinor: null },
    { text: "Mollie", days: 3, priceMinor: 80_000 },
  ];
  const asked = await ask({
    kind: "question",
    question: "Which provider?",
    choices,
    deciders: [{ personId: dana.id }],
  });
  const { id, hash } = asked.body;
  const path = await linkOf(id, dana.id);
  const page = await browser(server).get(path);
  expect(page.body).toContain("3 working days later · + €800");
  expect((await browser(server).post(path, { verdict: "chosen", hash })).status).toBe(400);
  expect((await browser(server).post(path, { verdict: "chosen", choice: "9", hash })).status).toBe(400);
  await browser(server).post(path, { verdict: "chosen", choice: "2", hash });
  expect(await approval(id)).toMatchObject({ outcome: "chosen", decisions: [{ choice: "2" }] });
});

test("a plan waits for its publication, and its approval freezes the version by name", async () => {
  await activeMilestone("In the plan");
  const { hash, last } = (await sam.get(`${project}/publication-preview`)).body;
  const published = await sam.post(`${project}/publications`, {
    clientText: "Here it is",
    teamText: "",
    expectedHash: hash,
    expectedLast: last,
  });
  expect(published.status).toBe(201);
  const asked = (
    await ask({ kind: "plan", question: "Is this our plan?", deciders: [{ personId: dana.id }] })
  ).body;
  expect(asked.state).toBe("waiting");
  const path = await linkOf(asked.id, dana.id);
  expect((await browser(server).get(path)).status).toBe(404);
  const mail = await database.maintenance
    .selectFrom("mails")
    .select("nextTryAt")
    .where("dedupe", "like", `decision:${asked.id}%`)
    .executeTakeFirstOrThrow();
  expect(mail.nextTryAt.toISOString()).toBe(published.body.heldUntil);
  later(3);
  const page = await browser(server).get(path);
  expect(page.body).toContain("In the plan");
  expect((await browser(server).post(path, { verdict: "approved", hash: shownHash(page.body) })).status).toBe(
    303,
  );
  const [version] = (await sam.get(`${project}/plan-versions`)).body.items;
  expect(version.approved).toMatchObject({ by: ["Dana Reyes"] });
  expect((await sam.get(`${project}/plan`)).body.baseline).toMatchObject({ n: version.n, approved: true });
});

test("a plan that is taken back within its two minutes takes its question with it", async () => {
  await activeMilestone("Another");
  const { hash, last } = (await sam.get(`${project}/publication-preview`)).body;
  const held = await sam.post(`${project}/publications`, {
    clientText: "",
    teamText: "",
    expectedHash: hash,
    expectedLast: last,
  });
  const asked = (await ask({ kind: "plan", question: "And this?", deciders: [{ personId: dana.id }] })).body;
  await sam.post(`/publications/${held.body.id}/withdraw`);
  expect((await approval(asked.id)).state).toBe("cancelled");
  const waiting = database.maintenance
    .selectFrom("mails")
    .select("id")
    .where("dedupe", "like", `decision:${asked.id}%`);
  expect(await waiting.execute()).toEqual([]);
  later(3);
  expect((await browser(server).get(await linkOf(asked.id, dana.id))).status).toBe(404);
});

test("a plan that is approved while people are still asked what they think of it closes their round", async () => {
  const id = await activeMilestone("Thought about");
  await database.maintenance.updateTable("milestones").set({ state: "draft" }).where("id", "=", id).execute();
  const { id: objectiveId } = await make(`${project}/objectives`, {
    statement: "Bring 900 visits a month from search",
    measure: "Visits",
    baseline: 500,
    target: 900,
    targetOn: "2026-06-30",
  });
  await sam.put(`/milestones/${id}/objectives`, { objectiveIds: [objectiveId] });
  const { hash, last } = (await sam.get(`${project}/publication-preview`)).body;
  const round = await sam.post(`${project}/input-rounds`, {
    personIds: [dana.id, lee.id],
    deadlineOn: "2026-03-05",
    words: "",
    clientText: "This is the plan.",
    gapsReason: "The rest is agreed by word of mouth.",
    expectedHash: hash,
    expectedLast: last,
  });
  expect(round.status).toBe(201);
  later(3);
  expect((await sam.get(`/milestones/${id}`)).body.state).toBe("in_input");
  const asked = (await ask({ kind: "plan", question: "Is this it?", deciders: [{ personId: dana.id }] }))
    .body;
  await browser(server).post(await linkOf(asked.id, dana.id), { verdict: "approved", hash: asked.hash });
  expect((await sam.get(`/milestones/${id}`)).body.state).toBe("agreed");
  const [closed] = (await sam.get(`${project}/input-rounds`)).body.items;
  expect(closed.closedAt).not.toBeNull();
});
