import { expect, test } from "vitest";
import { addContact } from "../testing/portal.ts";
import { publishedPlan } from "../testing/published.ts";
import { type Loose, testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as, kit } = server;
const sam = as(seed.sam);
const project = `/projects/${seed.acme.id}`;
await addContact(server, seed.workspaceId, "Dana Reyes", seed.acme, "approver");
const plan = await publishedPlan(server, [
  { title: "Design approved", targetOn: "2026-03-13", priceMinor: 100_000 },
  { title: "Site built", targetOn: "2026-03-27" },
]);
const [design = "", site = ""] = plan.ids;
const end = (id: string) => ({ kind: "milestone", id });
await sam.post(`${project}/dependencies`, { from: end(design), to: end(site) });
await sam.post(`/milestones/${site}/date-change`, {
  startOn: "2026-03-16",
  expected: { startOn: null, targetOn: "2026-03-27" },
});
await plan.publish();

const list = async (query = "", person = seed.sam): Promise<Loose[]> =>
  (await as(person).get(`${project}/adjustments${query}`)).body.items;
const patch = async (id: string, body: object) => {
  const { revision } = (await sam.get(`/milestones/${id}`)).body;
  return sam.patch(`/milestones/${id}`, body, { "if-match": `"${revision}"` });
};
const move = async (id: string, targetOn: string, more: object = {}) => {
  const { startOn, targetOn: before } = (await sam.get(`/milestones/${id}`)).body;
  return (
    await sam.post(`/milestones/${id}/date-change`, {
      targetOn,
      expected: { startOn, targetOn: before },
      ...more,
    })
  ).body;
};
const undo = (eventId: string) => sam.post(`${project}/date-changes/undo`, { eventId });
const untoldFindings = async (): Promise<Loose[]> =>
  (await sam.get(`${project}/plan`)).body.findings.filter(({ id }: Loose) => id === "L16");
const later = (minutes: number) => {
  kit.at = new Date(kit.at.getTime() + minutes * 60_000);
};

test("a slip is one adjustment with its reason, and one for each milestone that it moved along", async () => {
  const done = await move(design, "2026-03-23", {
    reasonCode: "client_input_late",
    reason: "The texts came on Friday",
  });
  const [pushed, root] = (await list("?untold=true")).sort((a) => (a.milestoneId === site ? -1 : 1));
  expect(root).toMatchObject({
    milestoneId: design,
    field: "date",
    changes: [{ field: "targetOn", from: "2026-03-13", to: "2026-03-23", workingDays: 6 }],
    reasonCode: "client_input_late",
    reason: "The texts came on Friday",
    because: null,
    by: { name: "Sam" },
    eventId: done.eventId,
    told: null,
  });
  expect(pushed).toMatchObject({
    milestoneId: site,
    reasonCode: "other_milestone_moved",
    because: { milestoneId: design, title: "Design approved" },
    eventId: done.eventId,
  });
  const [event] = (await sam.get(`/events?subjectId=${design}`)).body.items;
  expect(event.data.reason).toBe("Client input late: The texts came on Friday");
});

test("undoing a change undoes its adjustments, and undoing that brings them back", async () => {
  const [{ eventId }] = (await list("?untold=true")) as [Loose];
  expect(await untoldFindings()).toHaveLength(2);
  const undone = await undo(eventId);
  expect(undone.status).toBe(200);
  expect(await list("?untold=true")).toEqual([]);
  expect((await list()).filter(({ undoneAt }) => undoneAt !== null)).toHaveLength(2);
  expect(await untoldFindings()).toEqual([]);
  await undo(undone.body.eventId);
  expect(await list("?untold=true")).toMatchObject([
    { field: "date", undoneAt: null },
    { field: "date", undoneAt: null },
  ]);
});

test("a publication tells what was changed, and then it can no longer be undone", async () => {
  const [{ eventId }] = (await list("?untold=true")) as [Loose];
  const made = await plan.publish();
  expect(await list("?untold=true")).toEqual([]);
  const told = (await list()).filter((one) => one.told?.publicationId === made.id);
  expect(told.map(({ milestoneId }) => milestoneId).sort()).toEqual([design, site].sort());
  const refusal = await undo(eventId);
  expect(refusal).toMatchObject({ status: 422, body: { facts: { n: made.n } } });
  expect(refusal.body.type).toContain("dates-told");
});

test("a publication that is taken back has told nobody", async () => {
  const { eventId } = await move(design, "2026-03-25");
  const { hash, last } = (await sam.get(`${project}/publication-preview`)).body;
  const words = { clientText: "", teamText: "", expectedHash: hash, expectedLast: last };
  const { body } = await sam.post(`${project}/publications`, words);
  expect((await undo(eventId)).status).toBe(422);
  await sam.post(`/publications/${body.id}/withdraw`);
  expect(await list(`?untold=true&milestoneId=${design}`)).toHaveLength(1);
  expect((await undo(eventId)).status).toBe(200);
  expect(await list("?untold=true")).toEqual([]);
});

test("scope, owner, price and criteria of what was promised are adjustments too, each once", async () => {
  await patch(design, { title: "Design is approved" });
  await patch(design, { title: "Design approved by Dana", ownerId: seed.jo.id, priceMinor: 120_000 });
  await sam.post(`/milestones/${design}/criteria`, { text: "Dana has signed" });
  const made = await list(`?untold=true&milestoneId=${design}`);
  expect(new Map(made.map(({ field, changes }) => [field, changes]))).toEqual(
    new Map([
      ["scope", [expect.objectContaining({ from: "Design approved", to: "Design approved by Dana" })]],
      ["owner", [expect.objectContaining({ field: "ownerId", from: null, to: seed.jo.id })]],
      ["price", [expect.objectContaining({ from: 100_000, to: 120_000 })]],
      ["criteria", [expect.objectContaining({ field: "criterion", from: null, to: "Dana has signed" })]],
    ]),
  );
  expect(made).toHaveLength(4);
  expect((await list("?untold=true", seed.jo)).map(({ field }) => field)).not.toContain("price");
  await patch(design, { title: "Design approved", ownerId: null, priceMinor: 100_000 });
  expect((await list("?untold=true")).map(({ field }) => field)).toEqual(["criteria"]);
});

test("what nobody was promised is simply edited", async () => {
  const before = (await list()).length;
  const { body } = await sam.post(`${project}/milestones`, { title: "Handover", targetOn: "2026-05-08" });
  expect((await list("?untold=true"))[0]).toMatchObject({
    milestoneId: body.id,
    field: "scope",
    changes: [{ field: "inPlan", from: false, to: true }],
  });
  await patch(body.id, { title: "Handed over" });
  await move(body.id, "2026-05-11");
  await sam.post(`/milestones/${body.id}/criteria`, { text: "Keys are there" });
  expect(await list()).toHaveLength(before + 1);
  await sam.delete(`/milestones/${body.id}`);
  expect(await list(`?untold=true&milestoneId=${body.id}`)).toEqual([]);
});

test("what leaves the plan is told with the reason, and coming back puts it right", async () => {
  await sam.post(`/milestones/${site}/moves`, {
    to: "dropped",
    expected: "draft",
    reason: "Built elsewhere",
  });
  expect(await list(`?untold=true&milestoneId=${site}`)).toMatchObject([
    { field: "scope", changes: [{ field: "inPlan", to: false }], reason: "Built elsewhere" },
  ]);
  const { body: made } = await sam.post(`${project}/milestones`, { title: "Audit", audience: "client" });
  await plan.publish();
  await sam.delete(`/milestones/${made.id}`);
  const { body: trash } = await sam.get(`/trash?projectId=${seed.acme.id}`);
  const lies = trash.items.find(({ thingId }: Loose) => thingId === made.id);
  await sam.post(`/trash/${lies.id}/restore`);
  const both = await list(`?milestoneId=${made.id}`);
  expect(both.map(({ undoneAt, told }) => [undoneAt !== null, told !== null])).toEqual([
    [true, false],
    [false, true],
  ]);
});

test("a reason may be given later, until it was told with one", async () => {
  later(30);
  await move(design, "2026-03-27");
  const [{ id }] = (await list("?untold=true")) as [Loose];
  const say = (person: typeof seed.sam, reasonCode: string) =>
    as(person).patch(`/adjustments/${id}`, { reasonCode, reason: "" });
  expect((await say(seed.jo, "other")).status).toBe(403);
  expect((await say(seed.kim, "other")).status).toBe(404);
  expect((await say(seed.sam, "waiting_for_third_party")).body).toMatchObject({
    reasonCode: "waiting_for_third_party",
  });
  await plan.publish();
  expect((await say(seed.sam, "other")).status).toBe(409);
  const { body } = await as(seed.gil).get(`${project}/adjustments`);
  expect(body.items).toEqual([]);
});
