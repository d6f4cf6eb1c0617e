import { expect, test } from "vitest";
import { newId } from "../kit/id.ts";
import { type TestAnswer, testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as } = server;
const { sam, jo } = seed;
const project = `/projects/${seed.acme.id}`;

interface Chain {
  first: string;
  second: string;
}

/** Two milestones, the second following the first. */
async function chain(): Promise<Chain> {
  const make = async (title: string, startOn: string, targetOn: string) =>
    (await as(sam).post(`${project}/milestones`, { title, startOn, targetOn, ownerId: jo.id })).body.id;
  const first = await make("Design approved", "2026-03-02", "2026-03-13");
  const second = await make("Site built", "2026-03-16", "2026-03-27");
  const end = (id: string) => ({ kind: "milestone", id });
  await as(sam).post(`${project}/dependencies`, { from: end(first), to: end(second) });
  return { first, second };
}

const window = { startOn: "2026-03-02", targetOn: "2026-03-13" };
const dates = async (id: string) => {
  const { startOn, targetOn } = (await as(sam).get(`/milestones/${id}`)).body;
  return [startOn, targetOn];
};
const slip = (id: string, more: object = {}): Promise<TestAnswer> =>
  as(sam).post(`/milestones/${id}/date-change`, { targetOn: "2026-03-20", expected: window, ...more });

test("a preview names what would move and changes nothing", async () => {
  const { first, second } = await chain();
  const { body: card } = await as(sam).post(`${project}/cards`, {
    title: "Cut the pages",
    milestoneId: second,
    dueOn: "2026-03-17",
    people: [seed.gil.id],
  });
  const { status, body } = await as(sam).post(`/milestones/${first}/date-preview`, {
    targetOn: "2026-03-20",
  });
  expect(status).toBe(200);
  expect(body.moves).toMatchObject([
    {
      milestoneId: first,
      to: { startOn: "2026-03-02", targetOn: "2026-03-20" },
      slipDays: 5,
      why: { by: "change" },
    },
    {
      milestoneId: second,
      title: "Site built",
      to: { startOn: "2026-03-23", targetOn: "2026-04-03" },
      why: { by: "link", milestoneId: first, title: "Design approved" },
    },
  ]);
  expect(body.cards).toMatchObject([{ cardId: card.id, title: "Cut the pages", side: "before_start" }]);
  expect(body.people).toEqual([jo.id, seed.gil.id]);
  expect(body.refusal).toBeNull();
  expect(body.payments).toEqual([]);
  expect(await dates(second)).toEqual(["2026-03-16", "2026-03-27"]);
});

test("a preview names the prices that become due later, and what the client still owes", async () => {
  const { first, second } = await chain();
  const { revision } = (await as(sam).get(`/milestones/${second}`)).body;
  await as(sam).patch(`/milestones/${second}`, { priceMinor: 600_000 }, { "if-match": `"${revision}"` });
  await server.database.inWorkspace(seed.workspaceId, (tx) =>
    tx
      .insertInto("clientRequests")
      .values({
        workspaceId: seed.workspaceId,
        id: newId(),
        projectId: seed.acme.id,
        milestoneId: second,
        number: 77,
        kind: "files",
        title: "Photos of the shop",
        state: "asked",
        contactId: null,
        askedBy: sam.id,
        closedBy: null,
        closedAt: null,
        dueOn: "2026-03-18",
        askedAt: server.kit.at,
        answeredAt: null,
      })
      .execute(),
  );
  const { body } = await as(sam).post(`/milestones/${first}/date-preview`, { targetOn: "2026-03-20" });
  expect(body.payments).toMatchObject([
    { milestoneId: second, priceMinor: 600_000, from: "2026-03-27", to: "2026-04-03" },
  ]);
  expect(body.clientItems).toMatchObject([{ title: "Photos of the shop", milestoneId: second }]);
});

test("a change moves all that follows at once, and undo brings all of it back", async () => {
  const { first, second } = await chain();
  const done = await slip(first, { reason: "Client input late", cascade: true });
  expect(done.status).toBe(200);
  expect(done.body.changes).toHaveLength(2);
  expect(await dates(first)).toEqual(["2026-03-02", "2026-03-20"]);
  expect(await dates(second)).toEqual(["2026-03-23", "2026-04-03"]);
  const undone = await as(sam).post(`${project}/date-changes/undo`, { eventId: done.body.eventId });
  expect(undone.status).toBe(200);
  expect(await dates(first)).toEqual(["2026-03-02", "2026-03-13"]);
  expect(await dates(second)).toEqual(["2026-03-16", "2026-03-27"]);
  const redone = await as(sam).post(`${project}/date-changes/undo`, { eventId: undone.body.eventId });
  expect(redone.status).toBe(200);
  expect(await dates(second)).toEqual(["2026-03-23", "2026-04-03"]);
});

test("what was pushed tells so in its own history, and who moved it meanwhile", async () => {
  const { first, second } = await chain();
  const done = await slip(first, { reason: "Client input late" });
  const because = { eventId: done.body.eventId, milestoneId: first };
  const history = () => as(sam).get(`/events?subjectId=${second}`);
  expect((await history()).body.items[0]).toMatchObject({
    verb: "milestone.datesPushed",
    actorId: sam.id,
    data: { reason: "Client input late", because, changes: [{ milestoneId: second }] },
  });
  const late = await as(seed.amara).post(`/milestones/${second}/date-change`, {
    targetOn: "2026-04-10",
    expected: { startOn: "2026-03-16", targetOn: "2026-03-27" },
  });
  expect(late).toMatchObject({ status: 409, body: { facts: { by: sam.id } } });
  await as(sam).post(`${project}/date-changes/undo`, { eventId: done.body.eventId });
  expect((await history()).body.items[0].data).toMatchObject({ undoes: done.body.eventId });
});

test("undo is refused when something has moved again", async () => {
  const { first, second } = await chain();
  const done = await slip(first);
  await as(seed.amara).post(`/milestones/${second}/date-change`, {
    targetOn: "2026-04-10",
    expected: { startOn: "2026-03-23", targetOn: "2026-04-03" },
  });
  const undone = await as(sam).post(`${project}/date-changes/undo`, { eventId: done.body.eventId });
  expect(undone).toMatchObject({ status: 409, body: { facts: { milestoneId: second, by: seed.amara.id } } });
  expect(await dates(first)).toEqual(["2026-03-02", "2026-03-20"]);
});

test("a change over dates that are no longer there is refused", async () => {
  const { first } = await chain();
  await slip(first);
  const late = await slip(first);
  expect(late).toMatchObject({ status: 409, body: { facts: { by: sam.id, targetOn: "2026-03-20" } } });
});

test("a date before what it follows is refused with the first that works", async () => {
  const { second } = await chain();
  const early = { startOn: "2026-03-09", targetOn: "2026-03-20" };
  const preview = await as(sam).post(`/milestones/${second}/date-preview`, early);
  expect(preview.body.refusal).toMatchObject({
    code: "before-predecessor",
    facts: { earliestOn: "2026-03-16", item: { title: "Design approved" } },
  });
  const expected = { startOn: "2026-03-16", targetOn: "2026-03-27" };
  const answer = await as(sam).post(`/milestones/${second}/date-change`, { ...early, expected });
  expect(answer).toMatchObject({ status: 422, body: { type: "urn:milepost:problem:before-predecessor" } });
  expect(answer.body.detail).toContain("Design approved");
  const backwards = await as(sam).post(`/milestones/${second}/date-change`, {
    targetOn: "2026-03-13",
    expected,
  });
  expect(backwards).toMatchObject({ status: 422, body: { type: "urn:milepost:problem:start-after-target" } });
});

test("dates are taken away and set again", async () => {
  const { first, second } = await chain();
  const taken = await as(sam).post(`/milestones/${first}/date-change`, {
    startOn: null,
    targetOn: null,
    expected: window,
  });
  expect(taken.body.changes).toEqual([
    { milestoneId: first, before: window, after: { startOn: null, targetOn: null } },
  ]);
  await as(sam).post(`/milestones/${first}/date-change`, {
    targetOn: "2026-03-20",
    expected: { startOn: null, targetOn: null },
  });
  expect(await dates(first)).toEqual([null, "2026-03-20"]);
  expect(await dates(second)).toEqual(["2026-03-23", "2026-04-03"]);
});

test("members look on", async () => {
  const { first } = await chain();
  expect((await as(jo).post(`/milestones/${first}/date-preview`, {})).status).toBe(403);
  expect((await as(jo).post(`/milestones/${first}/date-change`, { expected: window })).status).toBe(403);
  const done = await slip(first);
  const undo = { eventId: done.body.eventId };
  expect((await as(jo).post(`${project}/date-changes/undo`, undo)).status).toBe(403);
  expect((await as(seed.amara).post(`/projects/${seed.baker.id}/date-changes/undo`, undo)).status).toBe(404);
});

test.each([1, 2, 3, 4, 5, 6])("of two who change the dates at the same moment one wins (%i)", async () => {
  const { first, second } = await chain();
  const answers = await Promise.all([slip(first), slip(first, { targetOn: "2026-03-27" })]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const won = answers.find(({ status }) => status === 200);
  const [moved, pushed] = won?.body.changes ?? [];
  expect(await dates(first)).toEqual([moved.after.startOn, moved.after.targetOn]);
  expect(await dates(second)).toEqual([pushed.after.startOn, pushed.after.targetOn]);
});
