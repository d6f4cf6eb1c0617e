import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

const { seed, as } = await testServer();
const { amara, sam, jo } = seed;
const project = `/projects/${seed.acme.id}`;
const work = async (person: typeof sam, asker = amara) => as(asker).get(`/members/${person.id}/work`);

test("what a member has in hand counts open work only, and names the projects they lead", async () => {
  const nothing = { openCards: 0, openMilestones: 0, leads: [] };
  expect((await work(jo)).body).toEqual(nothing);
  const card = async (body: object) => (await as(sam).post(`${project}/cards`, body)).body;
  await card({ title: "Draw the logo", people: [jo.id, sam.id] });
  await card({ title: "One day", place: "later", people: [jo.id] });
  const gone = await card({ title: "Not needed", people: [jo.id] });
  await as(sam).delete(`/cards/${gone.id}`);
  const done = await card({ title: "Old one", people: [jo.id] });
  const { columnId } = done;
  await as(sam).post(`/cards/${done.id}/move`, { columnId: seed.acme.columns.done, expected: { columnId } });
  await as(sam).post(`${project}/milestones`, { title: "Logo agreed", ownerId: jo.id });
  const dropped = await as(sam).post(`${project}/milestones`, { title: "Print agreed", ownerId: jo.id });
  await as(sam).post(`/milestones/${dropped.body.id}/moves`, {
    expected: "draft",
    to: "dropped",
    reason: "No print",
  });
  expect((await work(jo)).body).toMatchObject({ openMilestones: 1, leads: [] });
  expect((await work(jo)).body.openCards).toBe(2);
  expect((await work(sam)).body).toEqual({
    openCards: 1,
    openMilestones: 0,
    leads: [{ key: "ACME", name: expect.any(String) }],
  });
});

test("only those who change members ask for it, and only about members of theirs", async () => {
  expect((await work(jo, jo)).status).toBe(403);
  expect((await work(seed.rex)).status).toBe(404);
  expect((await work(seed.other.owner)).status).toBe(404);
});
