import { expect, test } from "vitest";
import { checkRecord } from "../evidence/check-record.ts";
import { askingAcme, shownHash } from "../testing/approvals.ts";
import { browser, seedContacts, signedIn } from "../testing/portal.ts";
import { publishedPlan } from "../testing/published.ts";
import { type Loose, testServer } from "../testing/server.ts";
import { carryOutChanges } from "./carry-out.ts";

const server = await testServer();
const { database, kit, seed, as, app } = server;
const people = await seedContacts(server);
const { dana, lee } = people;
const sam = as(seed.sam);
const at = `/projects/${seed.acme.id}`;
const { easy, linkOf, later } = askingAcme(server, sam, people);
await easy();
const plan = await publishedPlan(server, [
  { title: "Content", targetOn: "2026-04-10" },
  { title: "Launch", targetOn: "2026-04-30", priceMinor: 300_000 },
]);
const launch = plan.ids[1] ?? "";
const hidden = (await sam.post(`${at}/milestones`, { title: "ZEBRA audit", targetOn: "2026-05-05" })).body.id;
const offer = {
  likely: 2_400,
  milestoneId: launch,
  priceMinor: 50_000,
  words: "Eight pages, by a native speaker.",
  deciderIds: [dana.id],
  targets: [
    { milestoneId: launch, targetOn: "2026-05-12" },
    { milestoneId: hidden, targetOn: "2026-05-20" },
  ],
};

const changes = async (): Promise<Loose[]> => (await sam.get(`${at}/change-requests`)).body.items;
const change = async (id: string) => (await changes()).find((one) => one.id === id);

async function wish(title: string): Promise<string> {
  const phone = await signedIn(server, dana);
  await phone.post("/portal/birch/acme/ask-more", { title, words: "For our guests from Spain." });
  return (await changes())[0]?.id;
}

async function offered(id: string, more: object = {}): Promise<Loose> {
  const { status, body } = await sam.post(`/change-requests/${id}/quote`, { ...offer, ...more });
  expect([status, body.detail]).toEqual([200, undefined]);
  const { items } = (await sam.get(`${at}/approvals`)).body;
  return items.find(({ number }: Loose) => number === body.quote.approvalNumber);
}

async function say(approval: Loose, fields: Record<string, string>, place = "") {
  const link = await linkOf(approval.id, dana.id);
  const phone = browser(server);
  const page = await phone.get(link);
  return phone.post(`${link}${place}`, { hash: shownHash(page.body), ...fields }, link);
}

const settle = async () => {
  later(6);
  for (let turn = 0; turn < 2; turn++) await carryOutChanges(server);
};

test("what is frozen is the change itself, as far as clients read the plan", async () => {
  const approved = await sam.post(`${at}/approvals`, {
    kind: "plan",
    question: "Is it right?",
    deciders: [{ personId: dana.id }],
  });
  await say(approved.body, { verdict: "approved" });
  const id = await wish("A Spanish version");
  const approval = await offered(id);
  expect(approval).toMatchObject({ kind: "change", title: "A Spanish version", state: "open", round: 1 });
  const { snapshot } = (await sam.get(`/approvals/${approval.id}`)).body;
  expect(snapshot.change).toEqual({
    id,
    number: 1,
    words: "For our guests from Spain.",
    offer: "Eight pages, by a native speaker.",
    milestone: { number: 2, title: "Launch" },
    dates: [
      { milestoneId: launch, number: 2, title: "Launch", before: "2026-04-30", after: "2026-05-12", days: 8 },
    ],
    priceMinor: 50_000,
    totalMinor: 350_000,
  });
  const { body } = await browser(server).get(await linkOf(approval.id, dana.id));
  for (const text of [
    "For our guests from Spain.",
    "Eight pages, by a native speaker.",
    "M2 Launch",
    "Thu 30 Apr",
    "Tue 12 May",
    "8 working days later",
    "+ €500",
    "€3,500",
    "Accept the change",
    "Leave the plan as it is",
    "Ask for another offer",
  ])
    expect(body).toContain(text);
  expect(body).not.toContain("ZEBRA");
});

test("accepted, it moves the promised dates, adds price and card, and is an approved version that a publication takes over", async () => {
  const [{ id }] = (await changes()) as [Loose];
  const approval = (await sam.get(`${at}/approvals`)).body.items[0];
  const receipt = await say(approval, { verdict: "chosen", choice: "accept" });
  expect(receipt.status).toBe(303);
  const { body } = await (await signedIn(server, dana)).get(
    `/portal/birch/acme/decisions/${approval.number}/receipt`,
  );
  expect(body).toContain("Accepted. It becomes part of the plan.");
  expect((await sam.get(`/milestones/${launch}`)).body.targetOn).toBe("2026-04-30");
  await settle();
  expect(await change(id)).toMatchObject({ state: "accepted", planVersion: 2, answeredByName: "Dana Reyes" });
  expect((await sam.get(`/milestones/${launch}`)).body).toMatchObject({
    targetOn: "2026-05-12",
    priceMinor: 350_000,
  });
  expect((await sam.get(`/milestones/${hidden}`)).body.targetOn).toBe("2026-05-20");
  const { items } = (await sam.get(`${at}/plan-versions`)).body;
  expect(items[0]).toMatchObject({ n: 2, approved: { by: ["Dana Reyes"] } });
  const page = async () => (await (await signedIn(server, lee)).get("/portal/birch/acme/plan")).body;
  const before = await page();
  for (const text of [
    "Added since the first plan",
    "A Spanish version",
    "8 working days later · + €500",
    "Accepted by Dana Reyes",
    "plan version 2",
    "with the next publication",
  ])
    expect(before).toContain(text);
  expect((await sam.get(`${at}/publication-preview`)).body.version).toBe(2);
  await plan.publish("With the Spanish version.");
  const after = await page();
  expect(after).toContain("Plan version 2 of");
  expect(after).toContain("approved by Dana Reyes");
  expect(after).not.toContain("with the next publication");
  expect((await sam.get(`${at}/plan-versions`)).body.items).toHaveLength(2);
});

test("a publication that is taken back leaves the version of an accepted change where it was", async () => {
  const id = await wish("A map");
  await say(await offered(id, { targets: [], priceMinor: 10_000 }), { verdict: "chosen", choice: "accept" });
  await settle();
  const { hash, last } = (await sam.get(`${at}/publication-preview`)).body;
  const words = { clientText: "A map", teamText: "", expectedHash: hash, expectedLast: last };
  const made = (await sam.post(`${at}/publications`, words)).body;
  expect(made).toMatchObject({ version: 3 });
  await sam.post(`/publications/${made.id}/withdraw`, {});
  expect((await sam.get(`${at}/plan-versions`)).body.items[0]).toMatchObject({ n: 3 });
  await plan.publish("A map");
  expect((await sam.get(`${at}/plan-versions`)).body.items).toHaveLength(3);
});

test("another offer: it goes back with the reason, and the next one says what is different", async () => {
  const id = await wish("A shop");
  const targets = [{ milestoneId: launch, targetOn: "2026-05-20" }];
  const first = await offered(id, { targets });
  const empty = await say(first, { verdict: "changes_requested", words: " " }, "/changes");
  expect(empty.status).toBe(400);
  await say(first, { verdict: "changes_requested", words: "Too dear for us." }, "/changes");
  await carryOutChanges(server);
  expect((await change(id))?.state).toBe("quoted");
  await settle();
  const back = await change(id);
  expect(back).toMatchObject({
    state: "asked",
    quote: { said: { answer: "other", words: "Too dear for us." } },
  });
  const wishes = await (await signedIn(server, dana)).get("/portal/birch/acme/ask-more");
  expect(wishes.body).toContain("We are working out another offer.");
  expect((await sam.post(`/approvals/${first.id}/next-round`, { changed: "x" })).body.type).toContain(
    "offer-again",
  );
  const second = await offered(id, {
    targets: [{ milestoneId: launch, targetOn: "2026-05-18" }],
    priceMinor: 30_000,
  });
  expect(second).toMatchObject({ round: 2, earlierId: first.id });
  const { body } = await browser(server).get(await linkOf(second.id, dana.id));
  expect(body).toContain("Changed since version 1");
  expect(body).toContain("Price: + €500 → + €300");
  expect(body).toContain("Launch: Wed 20 May 2026 → Mon 18 May 2026");
  await say(second, { verdict: "chosen", choice: "leave" });
  await settle();
  expect(await change(id)).toMatchObject({ state: "declined", answeredByName: "Dana Reyes" });
  expect((await sam.get(`/milestones/${launch}`)).body).toMatchObject({ targetOn: "2026-05-12" });
  const past = await (await signedIn(server, lee)).get("/portal/birch/acme/ask-more");
  expect(past.body).toContain("Left by Dana Reyes");
});

test("what is not offered any more is not accepted: 409, and the team can offer anew", async () => {
  const id = await wish("A film");
  const targets = [{ milestoneId: launch, targetOn: "2026-05-14" }];
  const approval = await offered(id, { targets });
  // As a decision of the team that came in between would leave it behind.
  await database.maintenance
    .updateTable("changeRequests")
    .set({ state: "declined" })
    .where("id", "=", id)
    .execute();
  const late = await say(approval, { verdict: "chosen", choice: "accept" });
  expect([late.status, late.body.includes("changed since you were asked")]).toEqual([409, true]);
  await database.maintenance
    .updateTable("changeRequests")
    .set({ state: "quoted" })
    .where("id", "=", id)
    .execute();
  await plan.move(launch, "2026-05-13");
  await plan.publish("A day later.");
  expect((await say(approval, { verdict: "chosen", choice: "accept" })).status).toBe(409);
  expect((await say(approval, { verdict: "approved" })).status).toBe(400);
  await sam.post(`/approvals/${approval.id}/cancel`, { reason: "The date has moved." });
  await carryOutChanges(server);
  expect(await change(id)).toMatchObject({
    state: "asked",
    quote: { cancelledReason: "The date has moved." },
  });
});

test("an offer starts from the date that the client reads", async () => {
  const id = await wish("A poster");
  await plan.move(launch, "2026-05-15");
  const early = await sam.post(`/change-requests/${id}/quote`, {
    ...offer,
    targets: [{ milestoneId: launch, targetOn: "2026-05-22" }],
  });
  expect([early.status, early.body.type]).toEqual([422, "urn:milepost:problem:unpublished-dates"]);
  expect((await change(id))?.state).toBe("asked");
});

test("the record proves it on another machine, and the certificate has the offer", async () => {
  const approval = (await sam.get(`${at}/approvals`)).body.items.find(
    (one: Loose) => one.outcome === "chosen",
  );
  const answer = await app.inject({
    method: "GET",
    url: `/api/v1/approvals/${approval.id}/record.json`,
    headers: { cookie: seed.sam.cookie },
  });
  expect(checkRecord(answer.rawPayload)).toHaveProperty("sound");
  const pdf = await app.inject({
    method: "GET",
    url: `/api/v1/approvals/${approval.id}/certificate.pdf`,
    headers: { cookie: seed.sam.cookie },
  });
  expect([pdf.statusCode, kit.at > new Date(approval.outcomeAt)]).toEqual([200, true]);
});
