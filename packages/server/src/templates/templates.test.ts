import { TEMPLATE_CARRIES, type Template } from "@milepost/planning";
import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as, kit } = server;
kit.at = new Date("2026-01-05T09:00:00Z");

const START = { templateId: "marketing-strategy", name: "Rosa's strategy", dates: { endOn: "2026-06-30" } };

async function started(body: object) {
  const answer = await as(seed.amara).post("/projects/from-template", { ...START, ...body });
  expect(answer.status).toBe(201);
  const { project } = answer.body;
  return { project, plan: (await as(seed.amara).get(`/projects/${project.id}/plan`)).body, answer };
}

const targets = (plan: { milestones: { targetOn: string }[] }) =>
  plan.milestones.map(({ targetOn }) => targetOn).sort();

async function copied() {
  return (await as(seed.jo).post("/templates/marketing-strategy/copies")).body;
}

test("lists your own before the eight that come along", async () => {
  const copy = await copied();
  const { items } = (await as(seed.jo).get("/templates")).body;
  expect(items[0]).toMatchObject({ id: copy.id, builtIn: false, name: "Marketing strategy (copy)" });
  expect(items.filter(({ builtIn }: { builtIn: boolean }) => builtIn)).toHaveLength(8);
  expect(items.at(-1)).toMatchObject({ builtIn: true, revision: null });
  expect(items[0]).toMatchObject({
    days: 100,
    daysPerWeek: 5,
    road: [{ title: "Research findings presented" }, {}, {}, {}, { day: 99 }],
  });
  expect((await as(seed.gil).get("/templates")).status).toBe(403);
  await as(seed.jo).delete(`/templates/${copy.id}`);
});

test("a project's plan is computed back from its end", async () => {
  const { project, plan } = await started({});
  expect(project).toMatchObject({ startOn: "2026-02-11", dueOn: "2026-06-30" });
  expect(targets(plan).at(-1)).toBe("2026-06-30");
  expect(plan.objectives[0]).toMatchObject({ measure: "Qualified enquiries", baseline: 20, target: 30 });
  expect(plan.milestones[0]).toMatchObject({
    title: "Research findings presented",
    criteria: expect.arrayContaining([
      expect.objectContaining({ text: "At least 8 customers were interviewed" }),
    ]),
  });
  expect(plan.dependencies).toHaveLength(4);
});

test("or forwards from its start, over the workspace's holidays", async () => {
  const { plan } = await started({ dates: { startOn: "2026-02-11" } });
  expect(targets(plan).at(-1)).toBe("2026-06-30");
});

test("a start that is past is warned of, and still planned", async () => {
  const { answer } = await started({ dates: { endOn: "2026-04-30" } });
  expect(answer.body.warnings).toEqual([{ code: "start_past", startOn: "2025-12-12", days: 24 }]);
});

test("only the chosen milestones, as long as was said", async () => {
  const milestones = [
    { key: "research", days: 5 },
    { key: "strategy", title: "Strategy signed" },
  ];
  const { plan } = await started({ dates: { startOn: "2026-02-02" }, milestones });
  expect(
    plan.milestones.map((m: { title: string; startOn: string; targetOn: string }) => [
      m.title,
      m.startOn,
      m.targetOn,
    ]),
  ).toEqual([
    ["Research findings presented", "2026-02-02", "2026-02-06"],
    ["Strategy signed", "2026-02-09", "2026-03-06"],
  ]);
  const refused = await as(seed.amara).post("/projects/from-template", {
    ...START,
    milestones: [{ key: "nothing" }],
  });
  expect(refused).toMatchObject({
    status: 422,
    body: { type: expect.stringContaining("no-milestone-kept") },
  });
});

test("editing a template leaves its projects alone", async () => {
  const copy = await copied();
  const { project, plan } = await started({ templateId: copy.id });
  const detail = (await as(seed.jo).get(`/templates/${copy.id}`)).body;
  const milestones = detail.plan.milestones.slice(0, 2);
  const change = { name: "Strategy, short", milestones, links: [] };
  const path = `/templates/${copy.id}`;
  expect((await as(seed.jo).patch(path, change)).status).toBe(428);
  const changed = await as(seed.jo).patch(path, change, { "if-match": '"r1"' });
  expect(changed.body).toMatchObject({ name: "Strategy, short", milestones: 2, revision: 2 });
  expect((await as(seed.jo).patch(path, change, { "if-match": '"r1"' })).status).toBe(412);
  const after = (await as(seed.amara).get(`/projects/${project.id}/plan`)).body;
  expect(after.milestones).toEqual(plan.milestones);
  expect((await as(seed.jo).delete(path)).status).toBe(204);
  expect((await as(seed.amara).get(`/projects/${project.id}/plan`)).body.milestones).toHaveLength(5);
});

test("those that come along cannot be changed, those of others are not there", async () => {
  expect((await as(seed.jo).delete("/templates/website")).status).toBe(404);
  const copy = await copied();
  expect((await as(seed.other.owner).get(`/templates/${copy.id}`)).status).toBe(404);
  expect((await as(seed.jo).get("/templates/constructor")).status).toBe(404);
});

test("a template whose parts point at nothing is refused by name", async () => {
  const copy = await copied();
  const answer = await as(seed.jo).patch(`/templates/${copy.id}`, { roles: [] }, { "if-match": '"r1"' });
  expect(answer.status).toBe(400);
  expect(answer.body.errors[0]).toMatchObject({ path: "milestones.0.ownerRole" });
});

/** Which parts of a template hold anything. */
function carried(template: Template): string[] {
  const { milestones, objectives } = template;
  const activities = milestones.flatMap((each) => each.activities);
  const filled: Record<keyof typeof TEMPLATE_CARRIES, boolean> = {
    outcome: template.outcome !== "",
    objectives: objectives.length > 0,
    measure: objectives.some(({ measure }) => measure !== null),
    milestones: milestones.length > 0,
    criteria: milestones.some(({ criteria }) => criteria.length > 0),
    deliverables: milestones.some(({ deliverables }) => deliverables.length > 0),
    activities: activities.length > 0,
    likely: activities.some(({ likely }) => likely !== null),
    procedures: activities.some(({ procedureKey }) => procedureKey !== null),
    roles: template.roles.length > 0,
    clientPart: milestones.some(({ clientPart }) => clientPart !== ""),
    requests: milestones.some(({ requests = [] }) => requests.length > 0),
    links: template.links.length > 0,
    fixedDate: template.fixedDate !== null,
  };
  return Object.entries(filled).flatMap(([part, there]) => (there ? [part] : []));
}

test("a project becomes a template with exactly the parts that the list names", async () => {
  const client = (await as(seed.amara).post("/clients", { name: "Rosa Bakery" })).body;
  const contact = (
    await as(seed.amara).post("/contacts", { clientId: client.id, name: "Rosa", email: "rosa@example.test" })
  ).body;
  const people = [
    { role: "lead", personId: seed.amara.id },
    { role: "press", personId: seed.jo.id },
    { role: "approver", personId: contact.personId ?? contact.id },
  ];
  const body = { templateId: "product-launch", clientId: client.id, people };
  const first = await started(body);
  const save = async (id: string) => {
    const { id: templateId } = (await as(seed.amara).post(`/projects/${id}/templates`, { name: "Ours" }))
      .body;
    return (await as(seed.amara).get(`/templates/${templateId}`)).body.plan as Template;
  };
  const [brief] = first.plan.milestones;
  const asked = {
    kind: "files",
    title: "The logo",
    why: "For the page.",
    milestoneId: brief.id,
    contactId: contact.personId ?? contact.id,
  };
  const path = `/projects/${first.project.id}/client-requests`;
  await as(seed.amara).post(path, { ...asked, dueOn: brief.targetOn });
  const template = await save(first.project.id);
  expect(template.milestones[0]?.requests).toMatchObject([
    { kind: "files", title: "The logo", daysBefore: 0, roleKey: expect.stringMatching(/^role-/) },
  ]);
  expect(carried(template).sort()).toEqual(Object.keys(TEMPLATE_CARRIES).sort());
  expect(JSON.stringify(template)).not.toMatch(/Amara|Rosa|2026-/);
  expect(template.milestones.map(({ startDay, targetDay }) => [startDay, targetDay])).toEqual([
    [0, 9],
    [10, 24],
    [10, 34],
    [15, 39],
    [40, 44],
    [45, 64],
  ]);
  expect(template.fixedDate).toEqual({ title: "Launch day", milestoneKey: "milestone-5" });
});

test("what a template asks of the client becomes a draft for each project of a client", async () => {
  const copy = await copied();
  const { plan } = (await as(seed.jo).get(`/templates/${copy.id}`)).body;
  const request = {
    kind: "answers",
    title: "Your guests",
    why: "",
    questions: ["Who are they?"],
    daysBefore: 2,
    roleKey: "approver",
  };
  const milestones = plan.milestones.map((each: object, n: number) =>
    n === 0 ? { ...each, requests: [request] } : each,
  );
  const changed = await as(seed.jo).patch(`/templates/${copy.id}`, { milestones }, { "if-match": '"r1"' });
  expect(changed.status).toBe(200);
  const { clientId } = seed.acme;
  const made = await started({ templateId: copy.id, clientId });
  const askedIn = async (id: string) =>
    (await as(seed.amara).get(`/projects/${id}/client-requests`)).body.items;
  const items = await askedIn(made.project.id);
  expect(items).toMatchObject([
    { title: "Your guests", state: "draft", questions: ["Who are they?"], contactId: null, number: 1 },
  ]);
  const rosa = { clientId, name: "Rosa Lind", email: "rosa.lind@example.test" };
  const { personId } = (await as(seed.amara).post("/contacts", rosa)).body;
  const people = [{ role: "approver", personId }];
  const named = await started({ templateId: copy.id, clientId, people });
  expect(await askedIn(named.project.id)).toMatchObject([{ contactId: personId, state: "draft" }]);
  const [first] = made.plan.milestones;
  expect([items[0].milestoneId, items[0].dueOn < first.targetOn]).toEqual([first.id, true]);
});

test("what is made from a template can be saved as one of the same length", async () => {
  const copy = await copied();
  const { project } = await started({ templateId: copy.id });
  const again = (await as(seed.amara).post(`/projects/${project.id}/templates`, { name: "Again" })).body;
  expect(again).toMatchObject({ name: "Again", milestones: 5, days: copy.days });
  const members = await as(seed.gil).post(`/projects/${project.id}/templates`, { name: "Mine" });
  expect(members.status).toBe(404);
});
