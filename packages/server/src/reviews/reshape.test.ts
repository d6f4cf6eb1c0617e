import { expect, test } from "vitest";
import { seedContacts } from "../testing/portal.ts";
import { publishedPlan } from "../testing/published.ts";
import { type Loose, testServer } from "../testing/server.ts";

const server = await testServer();
const { kit, seed, as } = server;
await seedContacts(server);
const sam = as(seed.sam);
const at = `/projects/${seed.acme.id}`;
const plan = await publishedPlan(server, [{ title: "Content ready", targetOn: "2026-03-20" }]);
const [content = ""] = plan.ids;
for (const text of ["14 pages have copy", "Every page has a photo"])
  await sam.post(`/milestones/${content}/criteria`, { text });
const objective = (await sam.post(`${at}/objectives`, { statement: "More orders" })).body;
await sam.put(`/milestones/${content}/objectives`, { objectiveIds: [objective.id] });
const photos = (await sam.post(`${at}/cards`, { title: "Photos", milestoneId: content })).body;
await plan.publish();
const review = (await sam.post(`${at}/reviews`)).body;

const line = async (): Promise<Loose> =>
  (await sam.get(`/reviews/${review.id}`)).body.lines.find(
    ({ milestoneId }: Loose) => milestoneId === content,
  );
async function say(body: object): Promise<Loose> {
  const headers = { "if-match": String((await line()).revision) };
  return sam.patch(`/reviews/${review.id}/lines/${content}`, body, headers);
}
const texts = async (id = content): Promise<string[]> =>
  (await sam.get(`/milestones/${id}`)).body.criteria.map(({ text }: Loose) => text);
const adjusted = async (): Promise<Loose[]> =>
  (await sam.get(`${at}/adjustments`)).body.items
    .filter(({ undoneAt, told }: Loose) => undoneAt === null && told === null)
    .map(({ field, reason, reviewId }: Loose) => ({ field, reason, reviewId }));

test("redefining words the outcome and the criteria anew, as adjustments with the reason; another decision takes it back", async () => {
  const { outcome, criteria } = await line();
  const expected = { outcome, criteria: criteria.map(({ text }: Loose) => text) };
  const wanted = {
    outcome: "Copy for the shop is approved",
    criteria: [
      { id: criteria[0].id, text: "9 pages have copy" },
      { id: null, text: "Rosa has read them" },
    ],
  };
  expect((await say({ decision: "redefine", reason: "x" })).body.type).toContain("redefinition-needed");
  const unexplained = await say({ decision: "redefine", redefine: { ...wanted, expected } });
  expect([unexplained.body.type, await texts()]).toEqual([
    expect.stringContaining("reason-needed"),
    expected.criteria,
  ]);
  const stale = { outcome: "Seen before", criteria: [] };
  const late = await say({ decision: "redefine", reason: "x", redefine: { ...wanted, expected: stale } });
  expect([late.status, late.body.facts.outcome]).toEqual([409, outcome]);
  const reason = "Five pages wait for the new range";
  expect((await say({ decision: "redefine", reason, redefine: { ...wanted, expected } })).status).toBe(200);
  expect([(await line()).outcome, await texts()]).toEqual([
    "Copy for the shop is approved",
    ["9 pages have copy", "Rosa has read them"],
  ]);
  kit.at = new Date(kit.at.getTime() + 60_000);
  const told = { reason, reviewId: review.id };
  expect(await adjusted()).toEqual(
    expect.arrayContaining([
      { field: "scope", ...told },
      { field: "criteria", ...told },
    ]),
  );
  expect((await say({ decision: "keep" })).status).toBe(200);
  expect([(await line()).outcome, await texts(), await adjusted()]).toEqual([outcome, expected.criteria, []]);
});

test("a split makes the second milestone, with what goes over to it, until another decision takes it back", async () => {
  const { criteria } = await line();
  const split = {
    title: "Photos ready",
    targetOn: "2026-04-02",
    criterionIds: [criteria[1].id],
    cardIds: [photos.id],
  };
  expect((await say({ decision: "split", reason: "x" })).body.type).toContain("split-needed");
  const reason = "The photographer comes in April";
  const done = await say({ decision: "split", reason, split });
  expect(done.status).toBe(200);
  const { splitOff } = await line();
  expect(splitOff).toMatchObject({ title: "Photos ready", ref: "ACME-M2" });
  const second = (await sam.get(`/milestones/${splitOff.milestoneId}`)).body;
  expect(second).toMatchObject({
    state: "draft",
    targetOn: "2026-04-02",
    audience: "client",
    objectiveIds: [objective.id],
  });
  expect([await texts(), await texts(second.id)]).toEqual([
    ["14 pages have copy"],
    ["Every page has a photo"],
  ]);
  expect((await sam.get(`/cards/${photos.id}`)).body.milestoneId).toBe(second.id);
  expect((await say({ decision: "split", split })).body.type).toContain("split-already");
  expect((await adjusted()).every((one) => one.reason === reason)).toBe(true);
  await say({ decision: "keep" });
  expect(await texts()).toEqual(["14 pages have copy", "Every page has a photo"]);
  expect((await sam.get(`/milestones/${second.id}`)).status).toBe(404);
  expect((await sam.get(`/cards/${photos.id}`)).body.milestoneId).toBe(content);
  expect(await line()).toMatchObject({ splitOff: null, decision: "keep" });
});

test("somebody else's criterion does not go over, and once it is held the second milestone stays", async () => {
  const split = { title: "Photos ready", targetOn: null, criterionIds: [crypto.randomUUID()] };
  expect((await say({ decision: "split", reason: "x", split })).status).toBe(404);
  expect((await line()).splitOff).toBeNull();
  await say({ decision: "split", reason: "In two steps", split: { ...split, criterionIds: [] } });
  const { milestoneId } = (await line()).splitOff;
  expect((await sam.post(`/reviews/${review.id}/close`, { untoldReason: "On Friday" })).status).toBe(200);
  expect((await say({ decision: "keep" })).status).toBe(409);
  expect((await sam.get(`/milestones/${milestoneId}`)).status).toBe(200);
  expect((await line()).splitOff).toMatchObject({ milestoneId });
});
