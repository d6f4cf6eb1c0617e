import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as } = server;
const { sam, jo, kim, rex } = seed;
const path = `/projects/${seed.acme.id}/milestones`;

test("the lead adds a milestone and it gets a number", async () => {
  const first = await as(seed.sam).post(path, {
    title: "Brief agreed",
    startOn: "2026-03-02",
    targetOn: "2026-03-13",
    ownerId: seed.jo.id,
    priceMinor: 150_000,
  });
  expect(first.status).toBe(201);
  expect(first.body).toMatchObject({
    ref: "ACME-M1",
    number: 1,
    state: "draft",
    workingDays: 10,
    ownerId: seed.jo.id,
    priceMinor: 150_000,
    currency: "EUR",
    audience: "team",
    weight: null,
    criteria: [],
    moves: [],
    revision: 1,
  });
  const second = await as(seed.amara).post(path, { title: "Design approved" });
  expect(second.body).toMatchObject({ ref: "ACME-M2", workingDays: null });
});

test("a window cannot end before it starts", async () => {
  const answer = await as(seed.sam).post(path, { title: "X", startOn: "2026-04-02", targetOn: "2026-04-01" });
  expect(answer).toMatchObject({ status: 422, body: { type: "urn:milepost:problem:window-backwards" } });
});

test("an owner works on the project", async () => {
  for (const person of [kim, rex, seed.other.owner])
    expect((await as(sam).post(path, { title: "X", ownerId: person.id })).status).toBe(404);
  const { body } = await as(sam).post(path, { title: "Owned by the boss", ownerId: seed.amara.id });
  expect(body.ownerId).toBe(seed.amara.id);
});

test("text is saved only over the revision that was seen", async () => {
  const { body } = await as(sam).post(path, { title: "Copy written" });
  const one = `/milestones/${body.id}`;
  expect((await as(sam).patch(one, { outcome: "All pages" })).status).toBe(428);
  const saved = await as(sam).patch(one, { outcome: "All pages", weight: 3 }, { "if-match": '"r1"' });
  expect(saved).toMatchObject({ status: 200, body: { outcome: "All pages", weight: 3, revision: 2 } });
  const late = await as(seed.ada).patch(one, { outcome: "Some" }, { "if-match": '"r1"' });
  expect(late).toMatchObject({ status: 412, body: { facts: { current: { outcome: "All pages" } } } });
  const dated = await as(sam).patch(one, { targetOn: "2026-05-29" }, { "if-match": '"r2"' });
  expect(dated.status).toBe(400);
});

test("a phase holds minor milestones, and never itself", async () => {
  const make = async (title: string, more: object) => (await as(sam).post(path, { title, ...more })).body;
  const phase = await make("Build", { phase: true });
  const inner = await make("Pages", { phase: true, parentId: phase.id });
  const minor = await make("Home page", { parentId: inner.id });
  const move = (one: { id: string; revision: number }, parentId: string) =>
    as(sam).patch(`/milestones/${one.id}`, { parentId }, { "if-match": `"r${one.revision}"` });
  for (const parentId of [phase.id, inner.id])
    expect(await move(phase, parentId)).toMatchObject({
      status: 422,
      body: { type: "urn:milepost:problem:own-ancestor" },
    });
  expect((await move(inner, minor.id)).status).toBe(422);
  expect((await as(sam).post(path, { title: "X", parentId: minor.id })).body.type).toContain("not-a-phase");
  const plain = await as(sam).patch(`/milestones/${inner.id}`, { phase: false }, { "if-match": '"r1"' });
  expect(plain).toMatchObject({ status: 422, body: { facts: { milestoneIds: [minor.id] } } });
  expect((await move(minor, phase.id)).body).toMatchObject({ parentId: phase.id, revision: 2 });
});

test("minor milestones of a deleted phase stand on their own", async () => {
  const { body: phase } = await as(sam).post(path, { title: "Print", phase: true });
  const { body: minor } = await as(sam).post(path, { title: "Flyer printed", parentId: phase.id });
  expect(minor.parentId).toBe(phase.id);
  await as(sam).delete(`/milestones/${phase.id}`);
  expect((await as(sam).get(`/milestones/${minor.id}`)).body.parentId).toBeNull();
});

test("a deleted milestone waits in the trash and leaves the plan", async () => {
  const { body } = await as(sam).post(path, { title: "To be dropped" });
  const listed = async () =>
    (await as(sam).get(`/projects/${seed.acme.id}/plan`)).body.milestones.map(
      (one: { id: string }) => one.id,
    );
  expect(await listed()).toContain(body.id);
  expect((await as(jo).delete(`/milestones/${body.id}`)).status).toBe(403);
  expect((await as(sam).delete(`/milestones/${body.id}`)).status).toBe(204);
  expect((await as(sam).get(`/milestones/${body.id}`)).status).toBe(404);
  expect(await listed()).not.toContain(body.id);
  const next = await as(sam).post(path, { title: "Next" });
  expect(next.body.number).toBe(body.number + 1);
});

test("whether the client approves comes from the project", async () => {
  const head = (await as(sam).get(`/projects/${seed.acme.id}`)).body;
  expect((await as(sam).post(path, { title: "Internal" })).body.clientApproval).toBe(head.clientApproval);
  const change = { clientApproval: !head.clientApproval };
  await as(sam).patch(`/projects/${seed.acme.id}`, change, { "if-match": `"r${head.revision}"` });
  expect((await as(sam).post(path, { title: "Approved" })).body.clientApproval).toBe(!head.clientApproval);
  const own = await as(sam).post(path, { title: "Own way", clientApproval: head.clientApproval });
  expect(own.body.clientApproval).toBe(head.clientApproval);
});

test("members look on", async () => {
  expect((await as(jo).post(path, { title: "X" })).status).toBe(403);
  const { body } = await as(sam).post(path, { title: "Site built" });
  expect((await as(jo).patch(`/milestones/${body.id}`, { title: "X" }, { "if-match": '"r1"' })).status).toBe(
    403,
  );
  expect((await as(jo).get(`/milestones/${body.id}`)).status).toBe(200);
  expect((await as(kim).get(`/milestones/${body.id}`)).status).toBe(404);
});
