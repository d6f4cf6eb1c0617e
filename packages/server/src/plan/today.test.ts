import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

/** Monday 2 March 2026. */
const server = await testServer();
const { seed, as } = server;
const { sam, jo, gil } = seed;
const project = `/projects/${seed.acme.id}`;

const { body: brief } = await as(sam).post(`${project}/milestones`, {
  title: "Brief agreed",
  targetOn: "2026-03-20",
  ownerId: sam.id,
});
const card = async (body: object) => (await as(sam).post(`${project}/cards`, body)).body;
const titles = (items: { title: string }[]) => items.map(({ title }) => title);

const late = await card({ title: "Late", people: [jo.id], dueOn: "2026-02-27" });
const first = await card({ title: "First", people: [jo.id, gil.id], milestoneId: brief.id, likely: 240 });
const second = await card({ title: "Second", people: [jo.id], milestoneId: brief.id });
await card({ title: "Somebody else's", people: [sam.id] });
await as(sam).post(`${project}/dependencies`, {
  from: { kind: "card", id: first.id },
  to: { kind: "card", id: second.id },
});

test("everybody finds their own open cards, each once and with the reason for its place", async () => {
  const { status, body } = await as(jo).get("/today");
  expect(status).toBe(200);
  expect(body).toMatchObject({ today: "2026-03-02" });
  expect(body.due).toMatchObject([{ title: "Late", reason: { code: "overdue", days: 3 }, milestone: null }]);
  expect(body.next).toMatchObject([
    {
      title: "First",
      reason: { code: "next_target", on: "2026-03-20" },
      milestone: { title: "Brief agreed", health: "not_enough_data" },
      likely: 240,
    },
  ]);
  expect(body.waiting).toMatchObject([
    { title: "Second", reason: { code: "waits" }, waitsFor: [{ ref: first.ref, title: "First" }] },
  ]);
});

test("what was done and what is blocked changes its list at once", async () => {
  const { body: before } = await as(jo).get("/today");
  const [overdue] = before.due;
  await as(jo).post(`/cards/${late.id}/move`, {
    columnId: overdue.doneColumnId,
    expected: { columnId: overdue.columnId },
  });
  await as(jo).put(`/cards/${first.id}/blocked`, {
    reason: "No access yet",
    byClient: true,
  });
  const { body } = await as(jo).get("/today");
  expect(titles(body.due)).toEqual([]);
  expect(titles(body.next)).toEqual([]);
  expect(titles(body.waiting)).toEqual(["First", "Second"]);
  expect(body.nextMilestone).toMatchObject({ title: "Brief agreed", targetOn: "2026-03-20" });
});

test("a guest finds their cards and nothing of what these wait for", async () => {
  const { body } = await as(gil).get("/today");
  expect(titles(body.waiting)).toEqual(["First"]);
  expect(body.waiting[0].waitsFor).toEqual([]);
});
