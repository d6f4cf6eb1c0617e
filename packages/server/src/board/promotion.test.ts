import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { database, seed, as } = server;
const make = async (title: string, more: object = {}) =>
  (await as(seed.jo).post(`/projects/${seed.acme.id}/cards`, { title, ...more })).body;
const milestone = async (title: string) =>
  (await as(seed.sam).post(`/projects/${seed.acme.id}/milestones`, { title })).body;
const setState = (id: string, state: string) =>
  database.inWorkspace(seed.workspaceId, (tx) =>
    tx
      .updateTable("milestones")
      .set({ state })
      .where("workspaceId", "=", seed.workspaceId)
      .where("id", "=", id)
      .execute(),
  );

test("an agreed milestone becomes active when its first card leaves todo", async () => {
  const { id: milestoneId } = await milestone("Launched");
  const card = await make("First work", { milestoneId });
  await setState(milestoneId, "agreed");
  const read = async () => (await as(seed.sam).get(`/milestones/${milestoneId}`)).body;
  await as(seed.jo).post(`/cards/${card.id}/move`, {
    columnId: seed.acme.columns.todo,
    expected: { columnId: card.columnId },
  });
  expect((await read()).state).toBe("agreed");
  await as(seed.jo).post(`/cards/${card.id}/move`, {
    columnId: seed.acme.columns.doing,
    expected: { columnId: card.columnId },
  });
  expect(await read()).toMatchObject({
    state: "active",
    moves: [{ from: "agreed", to: "active", personId: seed.jo.id }],
  });
});

test("a card becomes a milestone and a card again; dates, people and words stay", async () => {
  const card = await make("Press day", {
    people: [seed.jo.id, seed.gil.id],
    body: "Invite the press",
    startOn: "2026-04-01",
    dueOn: "2026-04-08",
  });
  await as(seed.jo).post(`/cards/${card.id}/items`, { texts: ["Room", "Drinks"] });
  expect((await as(seed.jo).post(`/cards/${card.id}/promote`)).status).toBe(403);
  const promoted = await as(seed.sam).post(`/cards/${card.id}/promote`);
  expect(promoted).toMatchObject({
    status: 201,
    body: {
      title: "Press day",
      outcome: "Invite the press\n\n- [ ] Room\n- [ ] Drinks",
      ownerId: seed.jo.id,
      startOn: "2026-04-01",
      targetOn: "2026-04-08",
      roles: [
        { personId: seed.jo.id, role: "responsible" },
        { personId: seed.gil.id, role: "responsible" },
      ],
    },
  });
  expect((await as(seed.jo).get(`/cards/${card.id}`)).status).toBe(404);
  const back = await as(seed.sam).post(`/milestones/${promoted.body.id}/demote`, {
    columnId: seed.acme.columns.doing,
  });
  expect(back).toMatchObject({
    status: 201,
    body: {
      title: "Press day",
      columnId: seed.acme.columns.doing,
      people: [seed.jo.id, seed.gil.id],
      startOn: "2026-04-01",
      dueOn: "2026-04-08",
    },
  });
  expect((await as(seed.sam).get(`/milestones/${promoted.body.id}`)).status).toBe(404);
});

test("a milestone with cards is not made a card, nor one that is over", async () => {
  const { id } = await milestone("Full");
  const card = await make("In it", { milestoneId: id });
  expect((await as(seed.sam).post(`/milestones/${id}/demote`)).body).toMatchObject({
    status: 422,
    facts: { count: 1 },
  });
  await as(seed.jo).put(`/cards/${card.id}/milestone`, { milestoneId: null, expected: id });
  await setState(id, "accepted");
  expect((await as(seed.sam).post(`/milestones/${id}/demote`)).body.type).toContain("milestone-closed");
  expect(
    (await as(seed.jo).put(`/cards/${card.id}/milestone`, { milestoneId: id, expected: null })).body.type,
  ).toContain("milestone-closed");
  expect(
    (await as(seed.jo).post(`/projects/${seed.acme.id}/cards`, { title: "Late", milestoneId: id })).status,
  ).toBe(422);
});

test("open cards of a milestone go to another one or to the Later list, done ones stay", async () => {
  const [from, to] = [await milestone("From"), await milestone("To")];
  const [one, two] = [
    await make("One", { milestoneId: from.id }),
    await make("Two", { milestoneId: from.id }),
  ];
  const done = await make("Done", { milestoneId: from.id, columnId: seed.acme.columns.done });
  const path = (id: string) => `/milestones/${id}/open-cards`;
  expect((await as(seed.jo).post(path(from.id), { to: to.id })).status).toBe(403);
  const given = await as(seed.sam).post(path(from.id), { to: to.id });
  expect(given.body.moved.toSorted()).toEqual([one.id, two.id].toSorted());
  expect((await as(seed.jo).get(`/cards/${one.id}`)).body).toMatchObject({
    milestoneId: to.id,
    columnId: one.columnId,
  });
  await as(seed.sam).post(path(to.id), { to: "later" });
  expect((await as(seed.jo).get(`/cards/${two.id}`)).body).toMatchObject({
    milestoneId: null,
    place: "later",
  });
  expect((await as(seed.jo).get(`/cards/${done.id}`)).body.milestoneId).toBe(from.id);
});

test("open work that comes back when its milestone is over serves none any more; done work stays with it", async () => {
  const { id: milestoneId } = await milestone("Over soon");
  const [archived, deleted] = [
    await make("Put away", { milestoneId }),
    await make("Thrown away", { milestoneId }),
  ];
  const done = await make("Did it", { milestoneId, columnId: seed.acme.columns.done });
  for (const { id } of [archived, done]) await as(seed.jo).post(`/cards/${id}/archive`);
  await as(seed.jo).delete(`/cards/${deleted.id}`);
  await setState(milestoneId, "accepted");
  const back = (id: string) => as(seed.jo).post(`/cards/${id}/unarchive`);
  expect((await back(archived.id)).body).toMatchObject({ milestoneId: null, archivedAt: null });
  expect((await back(done.id)).body.milestoneId).toBe(milestoneId);
  const { items } = (await as(seed.jo).get("/trash")).body;
  const { id } = items.find((one: { thingId: string }) => one.thingId === deleted.id);
  expect((await as(seed.jo).post(`/trash/${id}/restore`)).status).toBe(204);
  expect((await as(seed.jo).get(`/cards/${deleted.id}`)).body.milestoneId).toBeNull();
});

test("A01: nothing is promoted, demoted or moved into other projects", async () => {
  const { body: theirs } = await as(seed.kim).post(`/projects/${seed.baker.id}/milestones`, {
    title: "Theirs",
  });
  const own = await milestone("Own");
  expect((await as(seed.sam).post(`/milestones/${theirs.id}/demote`)).status).toBe(404);
  expect((await as(seed.sam).post(`/milestones/${theirs.id}/open-cards`, { to: "later" })).status).toBe(404);
  expect((await as(seed.sam).post(`/milestones/${own.id}/open-cards`, { to: theirs.id })).status).toBe(404);
  const demoted = await as(seed.amara).post(`/milestones/${own.id}/demote`, {
    columnId: seed.baker.columns.todo,
  });
  expect(demoted.status).toBe(404);
});

test("talk moves along when a card becomes a milestone and a card again", async () => {
  const card = await make("Talked about");
  const subject = { kind: "card", id: card.id };
  await as(seed.jo).post("/comments", { subject, body: "For the team" });
  await as(seed.sam).post("/comments", { subject, body: "For the client", audience: "client" });
  const { body: promoted } = await as(seed.sam).post(`/cards/${card.id}/promote`);
  const talk = async (where: string, audience: string) =>
    (await as(seed.jo).get(`/comments?subject=${where}&audience=${audience}`)).body.items;
  expect(await talk(`milestone:${promoted.id}`, "team")).toMatchObject([
    { body: "For the team", subject: { kind: "milestone" } },
  ]);
  expect(await talk(`milestone:${promoted.id}`, "client")).toMatchObject([{ body: "For the client" }]);
  const { body: back } = await as(seed.sam).post(`/milestones/${promoted.id}/demote`);
  expect(back.comments).toBe(2);
  expect(await talk(`card:${back.id}`, "team")).toMatchObject([{ body: "For the team" }]);
});
