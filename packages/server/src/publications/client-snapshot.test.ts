import { expect, test } from "vitest";
import { type Loose, testServer } from "../testing/server.ts";
import { ClientSnapshot } from "./client-snapshot.view.ts";

const server = await testServer();
const { seed, as, database } = server;
const sam = as(seed.sam);
const amara = as(seed.amara);
const project = `/projects/${seed.acme.id}`;
const make = async (path: string, body: object): Promise<Loose> => {
  const { status, body: made } = await sam.post(path, body);
  expect(status, `${path} ${JSON.stringify(made)}`).toBeLessThan(300);
  return made;
};
/** Stands in every text that is the team's alone. */
const ZEBRA = "ZEBRA";

const contact = await amara.post("/contacts", {
  name: "Dana",
  email: "dana@client.test",
  clientId: seed.acme.clientId,
});
const dana = contact.body.personId;
await sam.put(`${project}/contacts/${dana}`, { role: "approver" });

const objective = await make(`${project}/objectives`, {
  statement: "More orders",
  ourReason: `${ZEBRA} our reason`,
  clientReason: "The bakery grows",
  measure: "Orders",
  unit: "a week",
  baseline: 120,
  target: 150,
});
const phase = await make(`${project}/milestones`, { title: `${ZEBRA} phase`, phase: true });
const hidden = await make(`${project}/milestones`, {
  title: `${ZEBRA} hidden`,
  outcome: ZEBRA,
  why: ZEBRA,
  targetOn: "2026-03-06",
  priceMinor: 987_654_321,
});
const content = await make(`${project}/milestones`, {
  title: "Content ready",
  outcome: "All pages have copy",
  why: "Design waits for it",
  audience: "client",
  startOn: "2026-03-09",
  targetOn: "2026-04-10",
  ownerId: seed.sam.id,
  parentId: phase.id,
  priceMinor: 300_000,
});
const launch = await make(`${project}/milestones`, {
  title: "Launch",
  audience: "client",
  targetOn: "2026-04-30",
});
await sam.put(`/milestones/${content.id}/objectives`, { objectiveIds: [objective.id] });
await make(`/milestones/${content.id}/criteria`, { text: "14 pages approved" });
for (const from of [hidden, content])
  await make(`${project}/dependencies`, {
    from: { kind: "milestone", id: from.id },
    to: { kind: "milestone", id: launch.id },
  });
await sam.put(`/milestones/${content.id}/roles`, {
  roles: [
    { personId: dana, role: "consulted", part: "Sends the photos" },
    { personId: seed.jo.id, role: "responsible", part: `${ZEBRA} part` },
  ],
});
const deliverable = { title: `${ZEBRA} deliverable`, kind: "text" };
await make(`/milestones/${content.id}/deliverables`, deliverable);
const risk = { chance: 30, impactLow: 1, impactLikely: 2, impactHigh: 3 };
await make(`${project}/risks`, { ...risk, title: `${ZEBRA} private`, response: ZEBRA, trigger: ZEBRA });
await make(`${project}/risks`, {
  ...risk,
  title: "Legal review is slow",
  response: "Ask early",
  trigger: `${ZEBRA} trigger`,
  audience: "client",
  ownerId: seed.sam.id,
});
await make(`${project}/risks`, { ...risk, chance: 60, title: "Printer moves house", audience: "client" });
const work = async (title: string, audience: string, milestoneId: string, more: object = {}) => {
  const card = await make(`${project}/cards`, {
    title,
    body: `${ZEBRA} text`,
    milestoneId,
    low: 6_010_601,
    likely: 7_330_733,
    high: 9_070_907,
    ...more,
  });
  if (audience === "client")
    await sam.patch(`/cards/${card.id}`, { audience }, { "if-match": `"r${card.revision}"` });
  return card;
};
await work(`${ZEBRA} card`, "team", content.id);
await work("Photos of the shop", "client", content.id);
await work("Shown, its milestone is not", "client", hidden.id);
await work(`${ZEBRA} later`, "client", content.id, { place: "later" });
for (const [kind, { id }] of [
  ["milestone", content],
  ["objective", objective],
] as const)
  await make("/comments", { subject: { kind, id }, body: `${ZEBRA} comment` });
await make(`${project}/fixed-dates`, { title: `${ZEBRA} fair`, onDate: "2026-05-04" });

async function frozen(): Promise<{ text: string; plan: Loose }> {
  const { hash, last } = (await sam.get(`${project}/publication-preview`)).body;
  const words = { clientText: "", teamText: `${ZEBRA} team words`, expectedHash: hash, expectedLast: last };
  await make(`${project}/publications`, words);
  const { snapshot } = await database.inWorkspace(seed.workspaceId, (tx) =>
    tx.selectFrom("publications").select("snapshot").orderBy("createdAt", "desc").executeTakeFirstOrThrow(),
  );
  server.kit.at = new Date(server.kit.at.getTime() + 300_000);
  return { text: snapshot, plan: ClientSnapshot.strict().parse(JSON.parse(snapshot)) };
}

test("nothing that is the team's alone stands in what clients read", async () => {
  const { text } = await frozen();
  expect(text).not.toContain(ZEBRA);
  for (const secret of [
    "987654321",
    "6010601",
    "7330733",
    "9070907",
    hidden.id,
    phase.id,
    seed.jo.id,
    "droppedReason",
    "weight",
  ])
    expect(text).not.toContain(secret);
});

test("what clients read is the plan that was published, with its people by id", async () => {
  const { plan } = await frozen();
  expect(plan.project).toMatchObject({ name: "ACME project", currency: "EUR", leadId: seed.sam.id });
  expect(plan.objectives).toMatchObject([
    { statement: "More orders", clientReason: "The bakery grows", target: 150 },
  ]);
  expect(plan.milestones).toMatchObject([
    {
      number: 3,
      title: "Content ready",
      targetOn: "2026-04-10",
      state: "draft",
      dropped: false,
      parentId: null,
      ownerId: seed.sam.id,
      criteria: [{ text: "14 pages approved" }],
      clientParts: [{ personId: dana, part: "Sends the photos" }],
      objectiveIds: [objective.id],
      priceMinor: 300_000,
      health: { word: "not_enough_data", sentence: "too_early" },
      expectedByOn: null,
    },
    { title: "Launch", dependsOn: [content.id] },
  ]);
  const id = expect.any(String);
  expect(plan.risks).toEqual([
    { id, title: "Printer moves house", response: "", ownerId: null },
    { id, title: "Legal review is slow", response: "Ask early", ownerId: seed.sam.id },
  ]);
  expect(plan.cards).toMatchObject([
    { title: "Photos of the shop", milestoneId: content.id, category: "todo" },
    { title: "Shown, its milestone is not", milestoneId: null },
  ]);
});

test("the project's word comes from what clients see, and a date that has passed is said without blame", async () => {
  server.kit.at = new Date("2026-05-06T09:00:00Z");
  const { plan } = await frozen();
  expect(plan.project.health).toEqual({
    word: "off_track",
    sentence: "date_has_passed",
    milestoneId: expect.toBeOneOf([content.id, launch.id]),
  });
});
