import { expect, test } from "vitest";
import { seedContacts } from "../testing/portal.ts";
import { publishedPlan } from "../testing/published.ts";
import { type Loose, testServer } from "../testing/server.ts";

const server = await testServer();
const { database, kit, seed, as } = server;
await seedContacts(server);
const sam = as(seed.sam);
const ada = as(seed.ada);
const jo = as(seed.jo);
const at = `/projects/${seed.acme.id}`;
const plan = await publishedPlan(server, [
  { title: "Content ready", targetOn: "2026-03-20" },
  { title: "Launch", targetOn: "2026-04-30" },
  { title: "Extras", targetOn: "2026-05-29" },
]);
const [content = "", launch = "", extras = ""] = plan.ids;
const objective = (
  await sam.post(`${at}/objectives`, {
    statement: "More orders",
    measure: "orders",
    baseline: 120,
    target: 150,
  })
).body;
const later = (days: number) => {
  kit.at = new Date(kit.at.getTime() + days * 86_400_000);
};
const open = async (): Promise<Loose> => (await sam.post(`${at}/reviews`)).body;
const lineOf = (review: Loose, id: string): Loose =>
  review.lines.find((line: Loose) => line.milestoneId === id);
const targetOf = async (id: string) => (await sam.get(`/milestones/${id}`)).body.targetOn;

async function say(id: string, body: object, who = sam): Promise<Loose> {
  const review = await open();
  const { revision } = lineOf(review, id);
  return who.patch(`/reviews/${review.id}/lines/${id}`, body, { "if-match": String(revision) });
}

test("R01: two who write about one milestone: the second sees the first one's words", async () => {
  const { id } = await open();
  const path = `/reviews/${id}/lines/${content}`;
  const seen = { "if-match": "1" };
  const [one, two] = await Promise.all([
    sam.patch(path, { stated: "at_risk", evidence: "The texts are late" }, seen),
    ada.patch(path, { stated: "off_track", evidence: "No photos" }, seen),
  ]);
  const statuses = [one.status, two.status].sort();
  expect(statuses).toEqual([200, 412]);
  const [won, lost] = one.status === 200 ? [one, two] : [two, one];
  expect(lost.body.facts.current.evidence).toBe(lineOf(won.body, content).evidence);
});

test("the team says what it sees; deciding and telling is for who leads", async () => {
  expect(
    (await say(content, { stated: "at_risk", evidence: "Two texts of nine are there" }, jo)).status,
  ).toBe(200);
  expect((await say(content, { decision: "keep" }, jo)).status).toBe(403);
  expect((await say(content, { clientNote: "Soon" }, jo)).status).toBe(403);
  expect((await say(content, { evidence: "x" }, as(seed.kim))).status).toBe(404);
});

test("a decision to move moves the date with it, and keeping it puts the date back", async () => {
  const expected = { startOn: null, targetOn: "2026-04-30" };
  const stale = { startOn: null, targetOn: "2026-04-29" };
  const why = { reasonCode: "client_input_late", reason: "The texts came on Friday" };
  const refused = await say(launch, { decision: "move", move: { targetOn: "2026-05-08", expected: stale } });
  expect([refused.status, await targetOf(launch)]).toEqual([409, "2026-04-30"]);
  expect(lineOf(await open(), launch)).toMatchObject({ decision: null, revision: 1 });
  expect((await say(launch, { decision: "move" })).body.type).toContain("date-needed");

  await say(launch, { decision: "move", ...why, move: { targetOn: "2026-05-08", expected } });
  expect(await targetOf(launch)).toBe("2026-05-08");
  const again = { targetOn: "2026-05-12", expected: { startOn: null, targetOn: "2026-05-08" } };
  const moved = await say(launch, { decision: "move", move: again });
  expect(lineOf(moved.body, launch)).toMatchObject({
    decision: "move",
    targetOn: "2026-05-12",
    changed: ["target"],
    decidedBy: seed.sam.id,
  });
  const review = await open();
  expect(review.untold).toEqual([{ milestoneId: launch, fields: ["date"] }]);
  await say(launch, { reason: "The texts came on Monday" });
  const { items } = (await sam.get(`${at}/adjustments`)).body;
  expect(items.filter(({ undoneAt }: Loose) => undoneAt === null)).toMatchObject([
    {
      milestoneId: launch,
      reviewId: review.id,
      reasonCode: "client_input_late",
      reason: "The texts came on Monday",
    },
  ]);

  await say(launch, { decision: "keep" });
  expect(await targetOf(launch)).toBe("2026-04-30");
  expect((await open()).untold).toEqual([]);
});

test("what somebody else moved meanwhile stays where they put it", async () => {
  const expected = { startOn: null, targetOn: "2026-04-30" };
  await say(launch, { decision: "move", reason: "Late", move: { targetOn: "2026-05-08", expected } });
  await plan.move(launch, "2026-05-20");
  const kept = await say(launch, { decision: "keep" });
  expect([kept.status, await targetOf(launch)]).toEqual([200, "2026-05-20"]);
  expect(lineOf(kept.body, launch)).toMatchObject({ dateChangeId: null, changed: ["target"] });
});

test("dropping ends the milestone, with its reason; nothing is decided about it after that", async () => {
  expect((await say(extras, { decision: "drop" })).status).toBe(422);
  await say(extras, { decision: "drop", reason: "Nobody asks for it" });
  const line = lineOf(await open(), extras);
  expect(line).toMatchObject({ state: "dropped", decision: "drop", health: null, changed: ["state"] });
  expect((await say(extras, { decision: "keep" })).status).toBe(422);
});

test("an action is a card of its owner, and is taken back with it", async () => {
  const { id } = await open();
  const wanted = { title: "Call Dana", milestoneId: content, ownerId: seed.jo.id, dueOn: "2026-03-09" };
  const [action] = lineOf((await jo.post(`/reviews/${id}/actions`, wanted)).body, content).actions;
  expect(action).toMatchObject({ title: "Call Dana", ownerId: seed.jo.id, done: false, ref: "ACME-1" });
  expect((await sam.get(`/cards/${action.cardId}`)).body).toMatchObject({
    people: [seed.jo.id],
    dueOn: "2026-03-09",
  });
  expect((await sam.post(`/reviews/${id}/actions`, { ...wanted, ownerId: seed.kim.id })).status).toBe(404);
  expect((await sam.delete(`/reviews/${id}/actions/${action.id}`)).status).toBe(204);
  expect((await sam.get(`/cards/${action.cardId}`)).status).toBe(404);
  expect((await sam.delete(`/reviews/${id}/actions/${action.id}`)).status).toBe(404);
  await sam.post(`/reviews/${id}/actions`, wanted);
});

test("a measure that is read in the review is where its objective stands", async () => {
  const { id } = await open();
  await sam.post(`/objectives/${objective.id}/readings`, { onDate: "2026-02-20", value: 124 });
  await sam.put(`/reviews/${id}/readings/${objective.id}`, { value: 128 });
  await sam.put(`/reviews/${id}/readings/${objective.id}`, { value: 129 });
  expect((await open()).objectives).toMatchObject([
    { last: { onDate: "2026-02-20", value: 124 }, today: 129, current: 129, baseline: 120, target: 150 },
  ]);
  expect((await sam.put(`/reviews/${id}/readings/${crypto.randomUUID()}`, { value: 1 })).status).toBe(404);
});

test("it is not closed while somebody disagrees without a word, or a promise has changed untold", async () => {
  const { id } = await open();
  await say(content, { stated: "at_risk", evidence: "" });
  const bare = await sam.post(`/reviews/${id}/close`);
  expect([bare.status, bare.body.facts.milestones]).toMatchObject([422, [{ milestoneId: content }]]);
  await say(content, { evidence: "Two texts of nine are there" });
  const untold = await sam.post(`/reviews/${id}/close`);
  expect([untold.status, untold.body.type]).toMatchObject([422, expect.stringContaining("untold")]);
  expect((await jo.post(`/reviews/${id}/close`, { untoldReason: "x" })).status).toBe(403);
});

test("of two who close it at once one does, and the record stays as it was", async () => {
  const { id } = await open();
  await sam.post(`${at}/milestones`, { title: "Came late", targetOn: "2026-06-30" });
  const close = (who: typeof sam) =>
    who.post(`/reviews/${id}/close`, { untoldReason: "We tell them on Friday" });
  const answers = await Promise.all([close(sam), close(ada)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const held = (await sam.get(`/reviews/${id}`)).body;
  expect(held).toMatchObject({ untoldReason: "We tell them on Friday", notice: null });
  expect(held.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(lineOf(held, content)).toMatchObject({ stated: "at_risk", decision: "keep" });

  await plan.move(content, "2026-03-27");
  expect(lineOf((await sam.get(`/reviews/${id}`)).body, content).targetOn).toBe("2026-03-20");
  expect((await ada.put(`/reviews/${id}/lead`)).status).toBe(409);
  expect((await sam.post(`/reviews/${id}/actions`, { title: "Late" })).status).toBe(409);
  const rewritten = await database.inWorkspace(seed.workspaceId, async (tx) => [
    await tx.updateTable("reviews").set({ snapshot: "{}" }).where("id", "=", id).executeTakeFirst(),
    await tx.deleteFrom("reviews").where("id", "=", id).executeTakeFirst(),
  ]);
  expect(rewritten).toMatchObject([{ numUpdatedRows: 0n }, { numDeletedRows: 0n }]);
});

test("the list of reviews says what those that were held came to", async () => {
  const { past } = (await sam.get(`${at}/reviews`)).body;
  expect(past).toMatchObject([
    {
      state: "held",
      outcome: { leader: { name: "Sam" }, milestones: 4, atRisk: 1, offTrack: 0, dropped: 1, actions: 1 },
    },
  ]);
});

test("the next one begins with what the last one said", async () => {
  later(7);
  await sam.post(`${at}/cards`, { title: "Photos", milestoneId: content });
  const next = await open();
  expect(next.since).toMatchObject({ on: "2026-03-02", added: 1, done: 0 });
  expect(lineOf(next, content)).toMatchObject({
    last: { stated: "at_risk", targetOn: "2026-03-20", actions: [{ title: "Call Dana" }] },
    trend: [{ on: "2026-03-02", targetOn: "2026-03-20" }],
    since: { added: 1, done: 0 },
    targetOn: "2026-03-27",
  });
  expect(next.lines.map(({ title }: Loose) => title)).toEqual(["Content ready", "Launch", "Came late"]);
  const draft = async () => (await sam.get(`${at}/publication-preview`)).body.draft.clientText;
  await say(content, { clientNote: "Your texts can come until Friday." });
  const told = "M1 Content ready: Your texts can come until Friday.";
  expect((await open()).notice.draft.clientText.split(told)).toHaveLength(2);
  expect(await draft()).toContain(told);
  await plan.publish();
  expect(await draft()).not.toContain("Friday");
  await say(content, { clientNote: "Thank you for the texts." });
  expect(await draft()).toContain("M1 Content ready: Thank you for the texts.");
  await plan.publish();
  const { id, publicationId } = (await sam.post(`/reviews/${next.id}/close`)).body;
  expect([id, publicationId]).toEqual([next.id, (await sam.get(`${at}/publications`)).body.items[0].id]);
});
