import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as, kit } = server;
kit.at = new Date("2026-01-05T09:00:00Z");

const WEBSITE = { templateId: "website", dates: { startOn: "2026-02-02" } };

async function project(body: object = {}): Promise<{ id: string }> {
  return (await as(seed.amara).post("/projects", { name: "Rosa's site", ...body })).body;
}

const add = ({ id }: { id: string }, body: object = {}, who = seed.amara) =>
  as(who).post(`/projects/${id}/plan/from-template`, { ...WEBSITE, ...body });

const plan = async ({ id }: { id: string }) => (await as(seed.amara).get(`/projects/${id}/plan`)).body;

const titles = (made: { milestones: { title: string }[] }) => made.milestones.map(({ title }) => title);

test("a template's milestones come beside those that a project has", async () => {
  const made = await project();
  await as(seed.amara).post(`/projects/${made.id}/objectives`, { statement: "More orders" });
  await as(seed.amara).post(`/projects/${made.id}/milestones`, { title: "Contract signed" });
  const added = await add(made);
  expect(added.status).toBe(201);
  expect(added.body).toMatchObject({ startOn: "2026-02-02", warnings: [] });
  const after = await plan(made);
  expect(titles(after)).toContain("Contract signed");
  expect(after.milestones).toHaveLength(added.body.milestones.length + 1);
  expect(after.objectives).toHaveLength(added.body.objectiveIds.length + 1);
  const { cards } = (await as(seed.amara).get(`/projects/${made.id}/board`)).body;
  expect(cards.map(({ id }: { id: string }) => id).sort()).toEqual([...added.body.cardIds].sort());
  const first = after.milestones.find(({ id }: { id: string }) => id === added.body.milestones[0].id);
  expect(first).toMatchObject({ startOn: "2026-02-02", objectiveIds: [added.body.objectiveIds[0]] });
});

test("again is beside as well, and only what was chosen", async () => {
  const made = await project();
  await add(made);
  const before = await plan(made);
  const key = (await as(seed.amara).get("/templates/website")).body.plan.milestones[0].key;
  const second = await add(made, {
    milestones: [{ key, title: "Second round", days: 3 }],
    dates: { endOn: "2026-06-30" },
  });
  expect(second.body).toMatchObject({ startOn: "2026-06-26", endOn: "2026-06-30" });
  const after = await plan(made);
  expect(titles(after).sort()).toEqual([...titles(before), "Second round"].sort());
});

test("they serve the project's objective where one is named, else the template's own", async () => {
  const made = await project();
  const more = (await as(seed.amara).post(`/projects/${made.id}/objectives`, { statement: "More orders" }))
    .body;
  const added = await add(made, { objectiveIds: [more.id] });
  expect(added.body.objectiveIds).toEqual([]);
  const after = await plan(made);
  expect(after.objectives).toHaveLength(1);
  expect(
    after.milestones.every(({ objectiveIds }: { objectiveIds: string[] }) => objectiveIds[0] === more.id),
  ).toBe(true);
  const other = await project();
  expect((await add(other, { objectiveIds: [more.id] })).status).toBe(404);
  expect(titles(await plan(other))).toEqual([]);
});

test("the head page is told what it does not say yet", async () => {
  const made = await project();
  const { body } = await add(made);
  const head = (await as(seed.amara).get(`/projects/${made.id}`)).body;
  expect(head).toMatchObject({ startOn: body.startOn, dueOn: body.endOn });
  expect(head.outcome).not.toBe("");
  const said = await project({ outcome: "Cake online", dueOn: "2026-01-30" });
  await add(said);
  const kept = (await as(seed.amara).get(`/projects/${said.id}`)).body;
  expect(kept).toMatchObject({ outcome: "Cake online", startOn: null, dueOn: "2026-01-30" });
});

test("whoever takes a role keeps what they are on the project", async () => {
  const made = await project({ leadId: seed.sam.id });
  const { plan: template } = (await as(seed.amara).get("/templates/website")).body;
  const [mine, theirs] = template.roles
    .filter(({ side }: { side: string }) => side === "team")
    .map(({ key }: { key: string }) => key);
  await as(seed.amara).put(`/projects/${made.id}/members/${seed.jo.id}`, {
    role: "member",
    seesMoney: true,
  });
  const people = [
    { role: mine, personId: seed.sam.id },
    { role: theirs, personId: seed.jo.id },
  ];
  expect((await add(made, { people }, seed.sam)).status).toBe(201);
  const { items } = (await as(seed.amara).get(`/projects/${made.id}/members`)).body;
  expect(items).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ personId: seed.sam.id, role: "lead" }),
      expect.objectContaining({ personId: seed.jo.id, role: "member", seesMoney: true }),
    ]),
  );
  const owned = (await plan(made)).milestones.map(({ ownerId }: { ownerId: string }) => ownerId);
  expect(owned).toContain(seed.sam.id);
  const nobody = await add(made, { people: [{ role: "nobody", personId: seed.jo.id }] });
  expect(nobody).toMatchObject({ status: 400, body: { errors: [{ path: "people.0.role" }] } });
});

test("only who may edit the plan adds to it", async () => {
  expect((await add(seed.acme, {}, seed.jo)).status).toBe(403);
  expect((await add(seed.acme, {}, seed.kim)).status).toBe(404);
  expect((await add(seed.acme, { templateId: "nothing" })).status).toBe(404);
});

test("a new project takes a key and an outcome of its own beside the template", async () => {
  const path = "/projects/from-template";
  const wanted = { ...WEBSITE, name: "Rosa Bakery", key: "BREAD", outcome: "Guests order cake online" };
  const { body } = await as(seed.amara).post(path, wanted);
  expect(body.project).toMatchObject({ key: "BREAD", outcome: "Guests order cake online" });
  const again = await as(seed.amara).post(path, wanted);
  expect(again).toMatchObject({ status: 409, body: { type: expect.stringContaining("key-taken") } });
});
