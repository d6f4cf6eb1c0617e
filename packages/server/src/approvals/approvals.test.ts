import { expect, test } from "vitest";
import { newId } from "../kit/id.ts";
import { sha256 } from "../kit/secret.ts";
import { askingAcme, shownHash } from "../testing/approvals.ts";
import { fingerprint } from "../testing/fingerprint.ts";
import { browser, seedContacts, signedIn } from "../testing/portal.ts";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as, database } = server;
const sam = as(seed.sam);
const people = await seedContacts(server);
const { dana, lee, mira } = people;
const { project, activeMilestone, ask, askWhetherDone, linkOf, easy, later } = askingAcme(
  server,
  sam,
  people,
);
await easy();

const milestone = async (id: string) => (await sam.get(`/milestones/${id}`)).body;
const approval = async (id: string) => (await sam.get(`/approvals/${id}`)).body;
const mails = (kind: string) =>
  database.maintenance.selectFrom("mails").selectAll().where("kind", "=", kind).orderBy("id").execute();

async function asked(title: string) {
  const milestoneId = await activeMilestone(title);
  const { status, body } = await askWhetherDone(milestoneId);
  expect([title, status]).toEqual([title, 201]);
  const path = await linkOf(body.id, dana.id);
  return { milestoneId, id: body.id as string, path, hash: body.hash as string };
}

test("prices and what is frozen with them are for those of the team who see money", async () => {
  const choices = [
    { text: "Stripe", days: 0, priceMinor: 200_00 },
    { text: "Mollie", days: 2, priceMinor: null },
  ];
  const deciders = [{ personId: dana.id }];
  const wanted = { kind: "question", title: "Provider", question: "Which?", choices, deciders };
  const { id } = (await sam.post(`${project}/approvals`, wanted)).body;
  const seen = async (who: typeof seed.sam) => {
    const one = (await as(who).get(`/approvals/${id}`)).body;
    const { items } = (await as(who).get(`${project}/approvals`)).body;
    const listed = items.find((each: { id: string }) => each.id === id);
    return [one.choices[0].priceMinor, listed.choices[0].priceMinor, one.snapshot !== null, one.mayProve];
  };
  expect(await seen(seed.sam)).toEqual([200_00, 200_00, true, true]);
  expect(await seen(seed.jo)).toEqual([null, null, false, false]);
});

test("asking hands the milestone in, freezes what is asked and mails who decides", async () => {
  const milestoneId = await activeMilestone("Copy ready", ["14 drafts", "14 approved"]);
  const preview = await sam.post(`${project}/approval-preview`, {
    kind: "completion",
    milestoneId,
    question: "Is it done?",
  });
  expect(preview.body.snapshot).toMatchObject({
    format: 1,
    kind: "completion",
    milestone: { title: "Copy ready", priceMinor: 300_000, criteria: [{ answer: "met" }, { answer: "met" }] },
  });
  const { status, body } = await askWhetherDone(milestoneId, {
    dueOn: "2026-03-13",
    expectedHash: preview.body.hash,
  });
  expect(status).toBe(201);
  expect(body).toMatchObject({ state: "open", round: 1, hash: preview.body.hash, outcome: null });
  expect(body.people).toMatchObject([
    { person: { name: "Dana Reyes" }, turn: true, mail: { state: "queued" } },
  ]);
  expect((await milestone(milestoneId)).state).toBe("submitted");
  expect((await mails("decision")).at(-1)).toMatchObject({
    toEmail: dana.email,
    subject: "ACME project: decide on Copy ready by Fri 13 Mar",
  });
  const stored = await database.maintenance
    .selectFrom("approvalSnapshots")
    .select(["snapshot", "hash"])
    .where("approvalId", "=", body.id)
    .executeTakeFirstOrThrow();
  expect(sha256(stored.snapshot)).toBe(stored.hash);
  expect((await askWhetherDone(milestoneId)).status).toBe(409);
});

test("what is not ready, not shown or not theirs to decide cannot be asked", async () => {
  const id = await activeMilestone("Not ready");
  await sam.post(`/milestones/${id}/criteria`, { text: "Proofread" });
  const refusal = await askWhetherDone(id);
  expect([refusal.status, refusal.body.facts.missing]).toEqual([
    422,
    [expect.objectContaining({ what: "Not answered yet: Proofread" })],
  ]);
  const done = await activeMilestone("Nearly");
  expect((await askWhetherDone(done, { deciders: [{ personId: lee.id }] })).status).toBe(422);
  expect((await askWhetherDone(done, { deciders: [{ personId: mira.id }] })).status).toBe(422);
  expect((await askWhetherDone(done, { deciders: [{ personId: seed.jo.id }] })).status).toBe(422);
  expect(
    (await as(seed.jo).post(`${project}/approvals`, { kind: "completion", milestoneId: done, question: "?" }))
      .status,
  ).toBe(403);
  expect((await ask({ kind: "plan", question: "Right?", deciders: [{ personId: dana.id }] })).status).toBe(
    422,
  );
});

test("A34: who asks and who decides come from the session, whatever a body or form says", async () => {
  const id = await activeMilestone("Forged");
  expect(
    (await askWhetherDone(id, { createdBy: seed.jo.id, approvedAt: "2026-01-01T00:00:00Z" })).status,
  ).toBe(400);
  const { id: approvalId, path, hash } = await asked("Forged again");
  await browser(server).post(path, {
    verdict: "approved",
    hash,
    personId: lee.id,
    decidedBy: seed.sam.id,
    way: "member",
  });
  const { decisions } = await approval(approvalId);
  expect(decisions).toMatchObject([
    { person: { id: dana.id }, way: "link", through: null, verdict: "approved" },
  ]);
});

test("two taps: the page shows what was frozen, the button decides, the receipt says what follows", async () => {
  const { milestoneId, id, path, hash } = await asked("Design approved");
  const phone = browser(server);
  const page = await phone.get(path);
  expect([page.status, shownHash(page.body)]).toEqual([200, hash]);
  expect(page.body).toContain("All pages have copy");
  expect(page.body).toContain("€3,000 becomes due.");
  expect(phone.cookie).toBe("");
  const sent = await phone.post(path, { verdict: "approved", hash });
  expect([sent.status, sent.headers.location]).toEqual([303, `${path}/receipt`]);
  const receipt = await phone.get(`${path}/receipt`);
  expect(receipt.body).toContain("Approved. Design approved is reached.");
  expect(receipt.body).toContain(hash);
  expect(await milestone(milestoneId)).toMatchObject({ state: "accepted", reachedOn: "2026-03-02" });
  expect(await approval(id)).toMatchObject({ state: "decided", outcome: "approved" });
  const told = await mails("decided");
  expect(told.at(-1)).toMatchObject({
    toEmail: seed.sam.email,
    subject: "ACME project: Design approved: approved",
  });
});

test("changes are requested with a reason, the milestone is active again, and the next round names what changed", async () => {
  const { milestoneId, id, path, hash } = await asked("Content ready");
  const phone = browser(server);
  const empty = await phone.post(`${path}/changes`, { verdict: "changes_requested", hash, words: " " });
  expect([empty.status, empty.body.includes("Say in a sentence")]).toEqual([400, true]);
  const { criteria } = await milestone(milestoneId);
  await phone.post(`${path}/changes`, {
    verdict: "changes_requested",
    hash,
    words: "The price list is missing",
    unmet: criteria[0].id,
    pin: "0,20,30",
    "pin-words": "here",
  });
  expect((await milestone(milestoneId)).state).toBe("active");
  expect((await milestone(milestoneId)).moves.at(-1).reason).toBe("The price list is missing");
  expect((await approval(id)).decisions).toMatchObject([
    {
      verdict: "changes_requested",
      criteria: [criteria[0].id],
      pins: [{ file: 0, x: 20, y: 30, words: "here" }],
    },
  ]);
  await sam.post(`/milestones/${milestoneId}/criteria`, { text: "Price list" });
  const added = (await milestone(milestoneId)).criteria.at(-1);
  await sam.post(`/criteria/${added.id}/answer`, { answer: "met", expected: null });
  const next = await sam.post(`/approvals/${id}/next-round`, { changed: "The price list is in." });
  expect([next.status, next.body.round, next.body.earlierId]).toEqual([201, 2, id]);
  const second = await browser(server).get(await linkOf(next.body.id, dana.id));
  expect(second.body).toContain("version 2");
  expect(second.body).toContain("The price list is in.");
  expect(second.body).toContain("New condition: Price list");
  expect((await milestone(milestoneId)).state).toBe("submitted");
});

test("A77: what changed after it was asked is not decided; the new version is shown", async () => {
  const { milestoneId, id, path, hash } = await asked("Launch");
  const { criteria } = await milestone(milestoneId);
  await sam.patch(
    `/criteria/${criteria[0].id}`,
    { text: "All pages have a picture" },
    { "if-match": `"r${criteria[0].revision}"` },
  );
  const refusal = await browser(server).post(path, { verdict: "approved", hash });
  expect([refusal.status, refusal.body.includes("changed since you were asked")]).toEqual([409, true]);
  expect((await approval(id)).decisions).toEqual([]);
  await sam.post(`/criteria/${criteria[0].id}/answer`, { answer: "met", expected: null });
  const next = await sam.post(`/approvals/${id}/next-round`, { changed: "" });
  const old = await browser(server).get(path);
  expect(old.body).toContain("A newer version has taken its place.");
  expect((await browser(server).post(path, { verdict: "approved", hash })).status).toBe(409);
  const again = await browser(server).post(path, { newest: "yes" });
  expect(again.headers.location).toBe(`${path}?done=sent`);
  const newPath = await linkOf(next.body.id, dana.id);
  expect((await browser(server).post(newPath, { verdict: "approved", hash })).status).toBe(409);
  const fresh = shownHash((await browser(server).get(newPath)).body);
  expect((await browser(server).post(newPath, { verdict: "approved", hash: fresh })).status).toBe(303);
  expect((await milestone(milestoneId)).state).toBe("accepted");
});

test("A79: nobody of the workspace decides as the client; what they write down says so", async () => {
  const { id, path, milestoneId, hash } = await asked("Handover");
  const body = { personId: dana.id, verdict: "approved", words: "Said on the phone", hash };
  const move = { to: "accepted", expected: "submitted" };
  expect((await sam.post(`/milestones/${milestoneId}/moves`, move)).status).toBe(422);
  for (const cookie of [seed.sam.cookie, seed.amara.cookie])
    expect(
      (await browser(server, cookie).get(`/portal/birch/acme/decisions/${(await approval(id)).number}`))
        .status,
    ).toBe(401);
  const preview = browser(server, seed.amara.cookie);
  const number = (await approval(id)).number;
  const looked = await preview.get(`/portal/birch/acme/decisions/${number}?as=${dana.id}`);
  expect([looked.status, looked.body.includes('value="approved"')]).toEqual([200, false]);
  expect(
    (
      await preview.post(`/portal/birch/acme/decisions/${number}?as=${dana.id}`, {
        verdict: "approved",
        hash,
      })
    ).status,
  ).toBe(403);
  expect((await as(seed.jo).post(`/approvals/${id}/decisions-on-behalf`, body)).status).toBe(403);
  expect((await sam.post(`/approvals/${id}/decisions-on-behalf`, { ...body, words: "" })).status).toBe(400);
  expect((await sam.post(`/approvals/${id}/decisions-on-behalf`, { ...body, personId: lee.id })).status).toBe(
    422,
  );
  const recorded = await sam.post(`/approvals/${id}/decisions-on-behalf`, body);
  expect(recorded.body.decisions).toMatchObject([
    { way: "member", through: "Sam", person: { name: "Dana Reyes" } },
  ]);
  expect((await browser(server).get(path)).body).toContain("Written down by Sam, on their behalf.");
  expect((await mails("receipt")).at(-1)).toMatchObject({ toEmail: dana.email, data: { recorded: true } });
});

test("an observer is refused, and that they tried is on record", async () => {
  const { id, hash } = await asked("Observed");
  const { number } = await approval(id);
  const phone = await signedIn(server, lee);
  const page = `/portal/birch/acme/decisions/${number}`;
  expect((await phone.get(page)).body).not.toContain('value="approved"');
  expect((await phone.post(page, { verdict: "approved", hash })).status).toBe(403);
  expect((await approval(id)).decisions).toEqual([]);
  const noted = await database.maintenance
    .selectFrom("events")
    .select("actorId")
    .where("verb", "=", "approval.refused")
    .where("subjectId", "=", id)
    .execute();
  expect(noted).toEqual([{ actorId: lee.id }]);
  const foreign = await signedIn(server, mira);
  expect((await foreign.get(page)).status).toBe(404);
});

test("the same said again is the same decision; within five minutes it can be taken back, later not", async () => {
  const { milestoneId, id, path, hash } = await asked("Retry");
  const phone = browser(server);
  await phone.post(path, { verdict: "approved", hash });
  const again = await phone.post(path, { verdict: "approved", hash }, `${path}/receipt`);
  expect(again.headers.location).toBe(`${path}/receipt`);
  expect((await approval(id)).decisions).toHaveLength(1);
  later(4);
  expect((await phone.post(`${path}/receipt`, { undo: "yes" })).status).toBe(303);
  expect(await milestone(milestoneId)).toMatchObject({ state: "submitted", reachedOn: null });
  expect(await approval(id)).toMatchObject({ state: "open", outcome: null });
  expect((await mails("receipt")).filter(({ data }) => Object(data).title === "Retry")).toEqual([]);
  await phone.post(path, { verdict: "approved", hash });
  expect(
    (await approval(id)).decisions.map((one: { takenBackAt: string | null }) => one.takenBackAt === null),
  ).toEqual([false, true]);
  later(6);
  const late = await phone.post(`${path}/receipt`, { undo: "yes" });
  expect([late.status, late.body.includes("five minutes are over")]).toEqual([422, true]);
  expect((await milestone(milestoneId)).state).toBe("accepted");
});

test("U16: fifty fetches of a decision link change nothing but the log of views, and do not spend it", async () => {
  const { path, hash, milestoneId } = await asked("Scanned");
  const before = await fingerprint(database.maintenance);
  for (let n = 0; n < 25; n++) {
    await server.app.inject({ method: "HEAD", url: path });
    await browser(server).get(path);
    await browser(server).get(`${path}/changes`);
  }
  const after = await fingerprint(database.maintenance);
  const different = Object.keys(after).filter((name) => after[name] !== before[name]);
  expect(different).toEqual(["milepost.portal_views"]);
  expect(
    (await approval((await sam.get(`${project}/approvals`)).body.items[0].id)).people[0].openedAt,
  ).toBeNull();
  expect((await browser(server).post(path, { verdict: "approved", hash })).status).toBe(303);
  expect((await milestone(milestoneId)).state).toBe("accepted");
});

test("a request that is taken back says why, and nothing can be decided on it", async () => {
  const { id, path, hash } = await asked("Cancelled");
  expect((await sam.post(`/approvals/${id}/cancel`, { reason: "We found a mistake." })).status).toBe(204);
  expect((await browser(server).get(path)).body).toContain("We found a mistake.");
  expect((await browser(server).post(path, { verdict: "approved", hash })).status).toBe(409);
  expect((await sam.post(`/approvals/${newId()}/cancel`, { reason: "x" })).status).toBe(404);
});
