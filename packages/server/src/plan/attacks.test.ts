import { expect, test } from "vitest";
import { type Caller, type TestAnswer, testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as } = server;

interface Planted {
  project: string;
  objective: string;
  milestone: string;
  criterion: string;
  deliverable: string;
  risk: string;
  dependency: string;
  change: string;
}

/** A plan with one of everything. */
async function plant(lead: Caller, project: string): Promise<Planted> {
  const make = async (path: string, body: object) => (await lead.post(path, body)).body;
  const objective = await make(`/projects/${project}/objectives`, { statement: "ZEBRA goal" });
  const milestone = await make(`/projects/${project}/milestones`, {
    title: "ZEBRA stone",
    targetOn: "2026-05-29",
  });
  const second = await make(`/projects/${project}/milestones`, { title: "ZEBRA end" });
  const criteria = await make(`/milestones/${milestone.id}/criteria`, { text: "ZEBRA done" });
  const deliverables = await make(`/milestones/${milestone.id}/deliverables`, {
    title: "ZEBRA file",
    kind: "link",
  });
  const risk = await make(`/projects/${project}/risks`, {
    title: "ZEBRA risk",
    chance: 5,
    impactLow: 1,
    impactLikely: 1,
    impactHigh: 1,
  });
  const dependency = await make(`/projects/${project}/dependencies`, {
    from: { kind: "milestone", id: milestone.id },
    to: { kind: "milestone", id: second.id },
  });
  const change = await make(`/milestones/${milestone.id}/date-change`, {
    targetOn: "2026-06-05",
    expected: { startOn: null, targetOn: "2026-05-29" },
  });
  return {
    project,
    objective: objective.id,
    milestone: milestone.id,
    criterion: criteria.criteria[0].id,
    deliverable: deliverables.deliverables[0].id,
    risk: risk.id,
    dependency: dependency.id,
    change: change.eventId,
  };
}

/** Every verb that takes the id of a part of a plan. */
function attempts(of: Planted): [string, string, object?][] {
  const { milestone, objective, criterion, deliverable, risk, dependency } = of;
  const expected = { startOn: null, targetOn: "2026-06-05" };
  return [
    ["get", `/milestones/${milestone}`],
    ["patch", `/milestones/${milestone}`, { title: "Mine" }],
    ["delete", `/milestones/${milestone}`],
    ["post", `/milestones/${milestone}/moves`, { to: "dropped", expected: "draft", reason: "X" }],
    ["post", `/milestones/${milestone}/date-preview`, { targetOn: "2027-01-01" }],
    ["post", `/milestones/${milestone}/date-change`, { targetOn: "2027-01-01", expected }],
    ["post", `/milestones/${milestone}/computed-back`, { on: "2027-01-01" }],
    ["post", `/milestones/${milestone}/criteria`, { text: "Mine" }],
    ["post", `/milestones/${milestone}/deliverables`, { title: "Mine", kind: "text" }],
    ["put", `/milestones/${milestone}/roles`, { roles: [] }],
    ["put", `/milestones/${milestone}/receipt`, { answer: "clear" }],
    ["put", `/milestones/${milestone}/objectives`, { objectiveIds: [] }],
    ["patch", `/criteria/${criterion}`, { text: "Mine" }],
    ["post", `/criteria/${criterion}/answer`, { answer: "met", expected: null }],
    ["delete", `/criteria/${criterion}`],
    ["patch", `/deliverables/${deliverable}`, { title: "Mine" }],
    ["put", `/deliverables/${deliverable}/content`, { url: "https://a.example" }],
    ["delete", `/deliverables/${deliverable}`],
    ["get", `/objectives/${objective}`],
    ["patch", `/objectives/${objective}`, { statement: "Mine" }],
    ["post", `/objectives/${objective}/readings`, { onDate: "2026-03-02", value: 1 }],
    ["post", `/objectives/${objective}/order`, { after: null }],
    ["delete", `/objectives/${objective}`],
    ["patch", `/risks/${risk}`, { title: "Mine" }],
    ["delete", `/risks/${risk}`],
    ["delete", `/dependencies/${dependency}`],
  ];
}

function send(caller: Caller, [verb, path, body]: [string, string, object?]): Promise<TestAnswer> {
  const headers = { "if-match": '"r1"' };
  if (verb === "get") return caller.get(path);
  if (verb === "delete") return caller.delete(path);
  if (verb === "post") return caller.post(path, body);
  return verb === "put" ? caller.put(path, body, headers) : caller.patch(path, body, headers);
}

const acme = await plant(as(seed.sam), seed.acme.id);
const foreign = await plant(as(seed.other.owner), seed.other.project.id);

test("A01: parts of a plan in another workspace are not there, for any verb, and stay as they are", async () => {
  const plan = () => as(seed.other.owner).get(`/projects/${foreign.project}/plan`);
  const before = await plan();
  for (const attempt of attempts(foreign)) {
    const answer = await send(as(seed.amara), attempt);
    expect([...attempt.slice(0, 2), answer.status]).toEqual([...attempt.slice(0, 2), 404]);
    expect(JSON.stringify(answer.body)).not.toContain("ZEBRA");
  }
  expect((await plan()).body).toEqual(before.body);
});

test("A01: parts of a project that this member is not on are not there, for any verb", async () => {
  const plan = () => as(seed.sam).get(`/projects/${acme.project}/plan`);
  const before = await plan();
  for (const attempt of attempts(acme)) {
    const answer = await send(as(seed.kim), attempt);
    expect([...attempt.slice(0, 2), answer.status]).toEqual([...attempt.slice(0, 2), 404]);
  }
  expect((await plan()).body).toEqual(before.body);
});

test("A01: an own project in the address does not open another project's parts", async () => {
  const plan = () => as(seed.sam).get(`/projects/${acme.project}/plan`);
  const before = await plan();
  const own = `/projects/${seed.baker.id}`;
  const mine = (await as(seed.kim).post(`${own}/milestones`, { title: "Mine", phase: true })).body;
  const headers = { "if-match": `"r${mine.revision}"` };
  for (const answer of [
    await as(seed.kim).post(`${own}/date-changes/undo`, { eventId: acme.change }),
    await as(seed.kim).post(`${own}/milestones`, { title: "X", parentId: acme.milestone }),
    await as(seed.amara).patch(`/milestones/${mine.id}`, { parentId: acme.milestone }, headers),
    await as(seed.amara).put(`/milestones/${mine.id}/objectives`, { objectiveIds: [acme.objective] }),
    await as(seed.amara).patch(`/criteria/${acme.criterion}`, { after: mine.id }, { "if-match": '"r1"' }),
  ])
    expect(answer.status).toBe(404);
  expect((await plan()).body).toEqual(before.body);
});

test("A06, A34: keys that would move a thing or speak for somebody are refused by name", async () => {
  const forged = {
    workspaceId: seed.other.workspaceId,
    projectId: seed.baker.id,
    clientId: seed.baker.clientId,
    visibility: "public",
    state: "accepted",
    reachedOn: "2026-01-01",
    number: 1,
    createdBy: seed.amara.id,
    authorId: seed.amara.id,
    approvedBy: seed.amara.id,
    answeredBy: seed.amara.id,
    deliveredBy: seed.amara.id,
    revision: 99,
  };
  const plan = () => as(seed.sam).get(`/projects/${acme.project}/plan`);
  const before = await plan();
  const targets: [string, string, object][] = [
    ["patch", `/milestones/${acme.milestone}`, {}],
    ["patch", `/objectives/${acme.objective}`, {}],
    ["patch", `/risks/${acme.risk}`, {}],
    ["patch", `/criteria/${acme.criterion}`, {}],
    ["patch", `/deliverables/${acme.deliverable}`, {}],
    ["post", `/criteria/${acme.criterion}/answer`, { answer: "met", expected: null }],
    ["post", `/milestones/${acme.milestone}/moves`, { to: "in_input", expected: "draft" }],
    ["post", `/projects/${acme.project}/milestones`, { title: "X" }],
    ["post", `/projects/${acme.project}/objectives`, { statement: "X" }],
  ];
  for (const [key, value] of Object.entries(forged))
    for (const [verb, path, body] of targets) {
      const answer = await send(as(seed.sam), [verb, path, { ...body, [key]: value }]);
      expect([path, key, answer.status]).toEqual([path, key, 400]);
      expect(answer.body.errors[0].message).toContain(key);
    }
  expect((await plan()).body).toEqual(before.body);
});

test("a guest sees milestones of their cards only, without money, and edits no plan", async () => {
  const { body: card } = await as(seed.sam).post(`/projects/${acme.project}/cards`, {
    title: "Take photos",
    milestoneId: acme.milestone,
    people: [seed.gil.id],
  });
  await as(seed.sam).patch(
    `/milestones/${acme.milestone}`,
    { priceMinor: 7_000_000 },
    { "if-match": '"r2"' },
  );
  expect((await as(seed.sam).get(`/milestones/${acme.milestone}`)).body.priceMinor).toBe(7_000_000);
  for (const person of [seed.gil, seed.jo])
    expect((await as(person).get(`/milestones/${acme.milestone}`)).body.priceMinor).toBeNull();
  const plan = await as(seed.gil).get(`/projects/${acme.project}/plan`);
  expect(plan.body.milestones.map((one: { id: string }) => one.id)).toEqual([acme.milestone]);
  expect(plan.body).toMatchObject({ risks: [], findings: [], dependencies: [] });
  expect(JSON.stringify(plan.body)).not.toContain("7000000");
  expect(
    (await as(seed.gil).patch(`/milestones/${acme.milestone}`, { title: "X" }, { "if-match": '"r3"' }))
      .status,
  ).toBe(403);
  expect((await as(seed.gil).post(`/projects/${acme.project}/milestones`, { title: "X" })).status).toBe(403);
  await as(seed.sam).put(`/cards/${card.id}/people`, { remove: [seed.gil.id] });
  expect((await as(seed.gil).get(`/milestones/${acme.milestone}`)).status).toBe(404);
});
