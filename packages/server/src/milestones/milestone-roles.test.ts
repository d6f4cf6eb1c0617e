import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as } = server;
const { sam, jo, kim, rex } = seed;
const { body: milestone } = await as(sam).post(`/projects/${seed.acme.id}/milestones`, {
  title: "Design approved",
});
const path = `/milestones/${milestone.id}`;
const jos = { personId: jo.id, role: "responsible", part: "You draw the pages" };

test("everybody has their part in one sentence", async () => {
  const { status, body } = await as(sam).put(`${path}/roles`, {
    roles: [jos, { personId: seed.amara.id, role: "informed", part: "" }],
  });
  expect(status).toBe(200);
  expect(body.roles).toEqual([jos, { personId: seed.amara.id, role: "informed", part: "" }]);
});

test("a part is clear, or a question that everybody sees", async () => {
  const asked = await as(jo).put(`${path}/receipt`, { answer: "question", question: "Mobile too?" });
  expect(asked.body.receipts).toMatchObject([
    { personId: jo.id, answer: "question", question: "Mobile too?" },
  ]);
  const plan = await as(seed.amara).get(`/projects/${seed.acme.id}/plan`);
  expect(plan.body.milestones[0].questions).toBe(1);
  const clear = await as(jo).put(`${path}/receipt`, { answer: "clear" });
  expect(clear.body.receipts).toMatchObject([{ personId: jo.id, answer: "clear", question: "" }]);
  expect((await as(sam).put(`${path}/receipt`, { answer: "clear" })).status).toBe(403);
});

test("whoever's part changes is asked again, the others are not", async () => {
  await as(seed.amara).put(`${path}/receipt`, { answer: "clear" });
  const { body } = await as(sam).put(`${path}/roles`, {
    roles: [
      { ...jos, part: "You draw pages and icons" },
      { personId: seed.amara.id, role: "informed", part: "" },
    ],
  });
  expect(body.receipts).toMatchObject([{ personId: seed.amara.id }]);
});

test("only people of the project have a part", async () => {
  for (const person of [kim, rex, seed.other.owner]) {
    const answer = await as(sam).put(`${path}/roles`, { roles: [{ ...jos, personId: person.id }] });
    expect(answer.status).toBe(404);
  }
  expect((await as(sam).put(`${path}/roles`, { roles: [jos, jos] })).status).toBe(400);
  expect((await as(jo).put(`${path}/roles`, { roles: [] })).status).toBe(403);
  expect((await as(sam).get(path)).body.roles).toHaveLength(2);
});

test("a milestone serves objectives of its own project", async () => {
  const mine = await as(sam).post(`/projects/${seed.acme.id}/objectives`, { statement: "More orders" });
  const other = await as(kim).post(`/projects/${seed.baker.id}/objectives`, { statement: "Fewer returns" });
  const linked = await as(sam).put(`${path}/objectives`, { objectiveIds: [mine.body.id, mine.body.id] });
  expect(linked.body.objectiveIds).toEqual([mine.body.id]);
  const foreign = await as(seed.amara).put(`${path}/objectives`, { objectiveIds: [other.body.id] });
  expect(foreign.status).toBe(404);
  expect((await as(sam).get(path)).body.objectiveIds).toEqual([mine.body.id]);
});

test("who overwrites what somebody else has just said is told", async () => {
  const { body: fresh } = await as(sam).post(`/projects/${seed.acme.id}/milestones`, { title: "Site built" });
  const own = `/milestones/${fresh.id}`;
  expect((await as(sam).put(`${own}/roles`, { roles: [jos], expected: [] })).status).toBe(200);
  const late = await as(seed.amara).put(`${own}/roles`, { roles: [], expected: [] });
  expect(late).toMatchObject({ status: 409, body: { facts: { roles: [jos] } } });
  const objectives = await as(sam).get(`/projects/${seed.acme.id}/objectives`);
  const ids = [objectives.body.items[0].id];
  await as(sam).put(`${own}/objectives`, { objectiveIds: ids, expected: [] });
  const behind = await as(seed.amara).put(`${own}/objectives`, { objectiveIds: [], expected: [] });
  expect(behind).toMatchObject({ status: 409, body: { facts: { objectiveIds: ids } } });
});

test("a link comes back with an objective that is restored", async () => {
  const made = await as(sam).post(`/projects/${seed.acme.id}/objectives`, { statement: "Fewer calls" });
  await as(sam).put(`${path}/objectives`, { objectiveIds: [made.body.id] });
  await as(sam).delete(`/objectives/${made.body.id}`);
  expect((await as(sam).put(`${path}/objectives`, { objectiveIds: [] })).body.objectiveIds).toEqual([]);
  const trash = await as(sam).get(`/trash?projectId=${seed.acme.id}`);
  await as(sam).post(`/trash/${trash.body.items[0].id}/restore`);
  expect((await as(sam).get(path)).body.objectiveIds).toEqual([made.body.id]);
});
