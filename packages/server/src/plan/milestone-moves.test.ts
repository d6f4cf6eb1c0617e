import { expect, test } from "vitest";
import { type TestAnswer, testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as } = server;
const { sam, jo, gil } = seed;
const project = `/projects/${seed.acme.id}`;
const { body: objective } = await as(sam).post(`${project}/objectives`, {
  statement: "150 orders a week by summer",
  measure: "Orders",
  baseline: 120,
  target: 150,
});

/** A milestone that lacks nothing for being agreed; Jo owns it. */
async function ready(title: string, more: object = {}): Promise<string> {
  const { body } = await as(sam).post(`${project}/milestones`, {
    title,
    startOn: "2026-03-02",
    targetOn: "2026-03-13",
    ownerId: jo.id,
    clientApproval: false,
    ...more,
  });
  await as(sam).post(`/milestones/${body.id}/criteria`, { text: "The client has the address" });
  await as(sam).put(`/milestones/${body.id}/objectives`, { objectiveIds: [objective.id] });
  return body.id;
}

function move(
  person: typeof sam,
  id: string,
  expected: string,
  to: string,
  more: object = {},
): Promise<TestAnswer> {
  return as(person).post(`/milestones/${id}/moves`, { expected, to, ...more });
}

async function submitted(title: string): Promise<string> {
  const id = await ready(title);
  await move(sam, id, "draft", "agreed");
  await move(jo, id, "agreed", "active");
  const { body } = await as(sam).get(`/milestones/${id}`);
  await as(jo).post(`/criteria/${body.criteria[0].id}/answer`, { answer: "met", expected: null });
  expect((await move(jo, id, "active", "submitted")).status).toBe(200);
  return id;
}

test("what is missing for agreeing is named all at once", async () => {
  const { body } = await as(sam).post(`${project}/milestones`, {
    title: "Home page built",
    clientApproval: false,
  });
  const answer = await move(sam, body.id, "draft", "agreed");
  expect(answer).toMatchObject({ status: 422, body: { type: "urn:milepost:problem:not-ready" } });
  const missing = answer.body.facts.missing;
  expect(
    missing
      .map((part: { kind: string; id: string }) => (part.kind === "finding" ? part.id : part.kind))
      .sort(),
  ).toEqual(["L2", "L3", "L4", "owner"]);
  for (const part of missing) expect(part.what).not.toBe("");
});

test("a milestone goes from draft to reached, and its objective counts it", async () => {
  const id = await submitted("Shop is online");
  const accepted = await move(jo, id, "submitted", "accepted");
  expect(accepted).toMatchObject({ status: 200, body: { state: "accepted", reachedOn: "2026-03-02" } });
  expect(accepted.body.moves.map((one: { to: string }) => one.to)).toEqual([
    "agreed",
    "active",
    "submitted",
    "accepted",
  ]);
  expect(accepted.body.moves[0]).toMatchObject({ from: "draft", personId: sam.id, reason: "" });
  const plan = await as(sam).get(`${project}/plan`);
  expect(plan.body.objectives[0]).toMatchObject({ reached: 1 });
  expect(plan.body.milestones.find((one: { id: string }) => one.id === id).health.word).toBe("reached");
});

test("submitting needs every answer and every required deliverable", async () => {
  const id = await ready("Report handed over");
  const { body } = await as(sam).post(`/milestones/${id}/deliverables`, {
    title: "The report",
    kind: "link",
  });
  await move(sam, id, "draft", "agreed");
  await move(jo, id, "agreed", "active");
  const answer = await move(jo, id, "active", "submitted");
  expect(answer.status).toBe(422);
  expect(answer.body.facts.missing).toMatchObject([
    { kind: "criterion", what: "Not answered yet: The client has the address" },
    { kind: "deliverable", id: body.deliverables[0].id, what: "Not handed in: The report" },
  ]);
});

test("sending back and dropping need a reason", async () => {
  const id = await submitted("Newsletter sent");
  expect((await move(jo, id, "submitted", "active")).body.type).toBe("urn:milepost:problem:reason-needed");
  const back = await move(jo, id, "submitted", "active", { reason: "Two links are broken" });
  expect(back.body).toMatchObject({ state: "active" });
  expect((await move(sam, id, "active", "dropped")).status).toBe(422);
  const dropped = await move(sam, id, "active", "dropped", { reason: "No budget" });
  expect(dropped.body).toMatchObject({ state: "dropped", droppedReason: "No budget" });
  expect((await move(sam, id, "dropped", "active")).body.type).toBe("urn:milepost:problem:no-such-step");
});

test("of two people at once the second learns of the first", async () => {
  const id = await ready("Photos taken");
  await move(sam, id, "draft", "agreed");
  const late = await move(seed.amara, id, "draft", "in_input");
  expect(late).toMatchObject({ status: 409, body: { facts: { state: "agreed", by: sam.id } } });
});

test("a milestone that the client approves is not accepted by the team", async () => {
  const id = await submitted("Design approved");
  await as(sam).patch(
    `/milestones/${id}`,
    { clientApproval: true },
    { "if-match": `"r${(await as(sam).get(`/milestones/${id}`)).body.revision}"` },
  );
  for (const person of [jo, sam, seed.amara]) {
    const answer = await move(person, id, "submitted", "accepted");
    expect(answer).toMatchObject({ status: 422, body: { type: "urn:milepost:problem:client-decides" } });
  }
  expect((await as(sam).get(`/milestones/${id}`)).body).toMatchObject({
    state: "submitted",
    reachedOn: null,
  });
});

test("open cards go somewhere when a milestone is over", async () => {
  const id = await submitted("Menu printed");
  const other = await ready("Menu distributed");
  const { body: card } = await as(jo).post(`${project}/cards`, { title: "Fold the menus", milestoneId: id });
  const refused = await move(jo, id, "submitted", "accepted");
  expect(refused).toMatchObject({ status: 422, body: { type: "urn:milepost:problem:open-cards" } });
  expect(refused.body.facts.cards).toMatchObject([{ id: card.id, title: "Fold the menus" }]);
  expect((await as(jo).get(`/milestones/${id}`)).body.state).toBe("submitted");
  const done = await move(jo, id, "submitted", "accepted", { openCards: { to: other } });
  expect(done.status).toBe(200);
  expect((await as(jo).get(`/cards/${card.id}`)).body.milestoneId).toBe(other);
  const dropped = await move(sam, other, "draft", "dropped", {
    reason: "Not needed",
    openCards: { to: "later" },
  });
  expect(dropped.status).toBe(200);
  expect((await as(jo).get(`/cards/${card.id}`)).body).toMatchObject({ milestoneId: null, place: "later" });
});

test("each open card goes where it was sent, the rest together, and all or none of it happens", async () => {
  const id = await ready("Tables painted");
  const other = await ready("Chairs painted");
  const over = await ready("Doors painted");
  await move(sam, over, "draft", "dropped", { reason: "No doors" });
  const make = async (title: string, more: object = {}): Promise<string> =>
    (await as(jo).post(`${project}/cards`, { title, milestoneId: id, ...more })).body.id;
  const [sand, buy, thank] = [await make("Sand"), await make("Buy paint"), await make("Thank")];
  const asked = await make("Ask for colours", { place: "later" });
  const drop = (except: { cardId: string; to: string }[]) =>
    move(sam, id, "draft", "dropped", { reason: "No money", openCards: { to: "archive", except } });
  const card = async (cardId: string) => (await as(jo).get(`/cards/${cardId}`)).body;

  const refused = await drop([
    { cardId: sand, to: other },
    { cardId: buy, to: over },
  ]);
  expect(refused).toMatchObject({ status: 422, body: { type: "urn:milepost:problem:milestone-closed" } });
  expect(await card(sand)).toMatchObject({ milestoneId: id });

  const dropped = await drop([
    { cardId: sand, to: other },
    { cardId: buy, to: "later" },
  ]);
  expect(dropped.status).toBe(200);
  expect(await card(sand)).toMatchObject({ milestoneId: other, place: "board", archivedAt: null });
  expect(await card(buy)).toMatchObject({ milestoneId: null, place: "later", archivedAt: null });
  for (const rest of [thank, asked]) expect((await card(rest)).archivedAt).not.toBeNull();
  const told = async (cardId: string) =>
    (await as(jo).get(`/events?subjectId=${cardId}`)).body.items.map(({ verb }: { verb: string }) => verb);
  expect(await told(sand)).toEqual(["card.milestoneChanged", "card.created"]);
  expect(await told(buy)).toEqual(["card.moved", "card.created"]);
  expect(await told(thank)).toEqual(["card.archived", "card.created"]);
});

test("open cards of a reached milestone can be done with it", async () => {
  const id = await submitted("Lamps hung");
  const make = async (title: string, more: object = {}): Promise<string> =>
    (await as(jo).post(`${project}/cards`, { title, milestoneId: id, ...more })).body.id;
  const [hang, test] = [await make("Hang them"), await make("Try the switch", { place: "later" })];
  const done = { openCards: { to: "done" } };
  expect((await move(jo, id, "submitted", "accepted", done)).status).toBe(200);
  for (const cardId of [hang, test])
    expect((await as(jo).get(`/cards/${cardId}`)).body).toMatchObject({
      milestoneId: id,
      columnId: seed.acme.columns.done,
      place: "board",
      doneAt: expect.any(String),
    });
});

test("cards never go to another project", async () => {
  const id = await ready("Sign ordered");
  await as(jo).post(`${project}/cards`, { title: "Ask for an offer", milestoneId: id });
  const theirs = await as(seed.kim).post(`/projects/${seed.baker.id}/milestones`, { title: "Theirs" });
  const answer = await move(seed.amara, id, "draft", "dropped", {
    reason: "X",
    openCards: { to: theirs.body.id },
  });
  expect(answer.status).toBe(404);
  expect((await as(sam).get(`/milestones/${id}`)).body.state).toBe("draft");
});

test("who leads agrees and drops, who owns submits, a guest does nothing", async () => {
  const id = await ready("Oven tested", { ownerId: sam.id });
  expect((await move(jo, id, "draft", "agreed")).status).toBe(403);
  await move(sam, id, "draft", "agreed");
  expect((await move(jo, id, "agreed", "dropped", { reason: "X" })).status).toBe(403);
  expect((await move(jo, id, "agreed", "active")).status).toBe(200);
  expect((await move(jo, id, "active", "submitted")).status).toBe(403);
  expect((await move(gil, id, "active", "submitted")).status).toBe(404);
});

test("what was reached or dropped stays as it was", async () => {
  const id = await submitted("Shelf built");
  await move(jo, id, "submitted", "accepted");
  const { body } = await as(sam).get(`/milestones/${id}`);
  const changed = await as(sam).patch(
    `/milestones/${id}`,
    { title: "X" },
    { "if-match": `"r${body.revision}"` },
  );
  expect(changed).toMatchObject({ status: 422, body: { type: "urn:milepost:problem:milestone-closed" } });
  expect((await as(sam).delete(`/criteria/${body.criteria[0].id}`)).status).toBe(422);
  expect((await as(sam).delete(`/milestones/${id}`)).status).toBe(422);
  const answered = { answer: "not_met", expected: "met" };
  expect((await as(jo).post(`/criteria/${body.criteria[0].id}/answer`, answered)).status).toBe(422);
});

test("of two who move it at the same moment one wins, and one event tells of it", async () => {
  const id = await ready("Tables ordered");
  const answers = await Promise.all([
    move(sam, id, "draft", "agreed"),
    move(seed.amara, id, "draft", "in_input"),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const events = await server.database.inWorkspace(seed.workspaceId, (tx) =>
    tx
      .selectFrom("events")
      .select("data")
      .where("subjectId", "=", id)
      .where("verb", "=", "milestone.moved")
      .execute(),
  );
  const { body } = await as(sam).get(`/milestones/${id}`);
  expect(events).toMatchObject([{ data: { from: "draft", to: body.state } }]);
  expect(body.moves).toHaveLength(1);
});

test("a phase is not over before its minor milestones are", async () => {
  const phase = await ready("Kitchen ready", { phase: true });
  const { body: minor } = await as(sam).post(`${project}/milestones`, {
    title: "Oven connected",
    parentId: phase,
  });
  const refused = await move(sam, phase, "draft", "dropped", { reason: "X" });
  expect(refused).toMatchObject({
    status: 422,
    body: { type: "urn:milepost:problem:open-minors", facts: { milestones: [{ id: minor.id }] } },
  });
  await move(sam, minor.id, "draft", "dropped", { reason: "X" });
  expect((await move(sam, phase, "draft", "dropped", { reason: "X" })).status).toBe(200);
});
