import { expect, test } from "vitest";
import { type Loose, testServer } from "../testing/server.ts";

const { seed, as } = await testServer();

test("owner and admin keep the list of clients; members read it, guests do not", async () => {
  const made = await as(seed.ada).post("/clients", { name: "Rosa Bakery", country: "DE" });
  expect(made).toMatchObject({ status: 201, body: { name: "Rosa Bakery", country: "DE", revision: 1 } });
  const names = (await as(seed.jo).get("/clients")).body.items.map((client: { name: string }) => client.name);
  expect(names).toEqual(["ACME client", "BAKER client", "Rosa Bakery"]);
  expect((await as(seed.gil).get("/clients")).status).toBe(403);
  expect((await as(seed.jo).post("/clients", { name: "Mine" })).status).toBe(403);
  const path = `/clients/${made.body.id}`;
  expect((await as(seed.ada).patch(path, { name: "Rosa" }, { "if-match": "r1" })).body).toMatchObject({
    name: "Rosa",
    revision: 2,
  });
  expect((await as(seed.ada).patch(path, { name: "Late" }, { "if-match": "r1" })).status).toBe(412);
  expect((await as(seed.ada).delete(path)).status).toBe(204);
  expect((await as(seed.ada).get(path)).status).toBe(404);
});

test("how soon a client usually answers is in the dates of its plans", async () => {
  const path = `/clients/${seed.acme.clientId}`;
  const { revision } = (await as(seed.ada).get(path)).body;
  const match = { "if-match": `r${revision}` };
  expect((await as(seed.ada).patch(path, { answerDays: 0 }, match)).status).toBe(400);
  expect((await as(seed.ada).patch(path, { answerDays: 8 }, match)).body.answerDays).toBe(8);
  const basis = await as(seed.amara).get(`/projects/${seed.acme.id}/forecast-basis`);
  expect(basis.body.plan.client.answerDays).toBe(8);
});

test("a client with work stays", async () => {
  const answer = await as(seed.amara).delete(`/clients/${seed.acme.clientId}`);
  expect(answer).toMatchObject({ status: 422, body: { facts: { projects: 1 } } });
});

test("a contact belongs to one client, and an address to one person", async () => {
  const wish = { clientId: seed.acme.clientId, name: "Dana", email: "Dana@acme.test" };
  const made = await as(seed.amara).post("/contacts", wish);
  expect(made).toMatchObject({
    status: 201,
    body: { name: "Dana", email: "dana@acme.test", clientId: seed.acme.clientId },
  });
  expect((await as(seed.amara).post("/contacts", wish)).status).toBe(409);
  expect((await as(seed.amara).post("/contacts", { ...wish, email: seed.jo.email })).status).toBe(409);
  const foreign = await as(seed.amara).post("/contacts", {
    ...wish,
    email: "x@acme.test",
    clientId: seed.other.project.clientId,
  });
  expect(foreign.status).toBe(404);
});

test("P1: a contact of another client never gets onto a project", async () => {
  const dana = (await as(seed.amara).get(`/contacts?clientId=${seed.acme.clientId}`)).body.items[0];
  const onto = (projectId: string) =>
    as(seed.amara).put(`/projects/${projectId}/contacts/${dana.personId}`, { role: "approver" });
  expect((await onto(seed.acme.id)).status).toBe(204);
  expect((await onto(seed.baker.id)).status).toBe(422);
  const people = (await as(seed.sam).get(`/projects/${seed.acme.id}/people`)).body.items;
  expect(people).toContainEqual({
    id: dana.personId,
    name: "Dana",
    kind: "contact",
    role: "approver",
    projectRole: null,
  });
  expect(JSON.stringify(people)).not.toContain("@");
  expect((await as(seed.amara).delete(`/contacts/${dana.personId}`)).status).toBe(204);
  const left = (await as(seed.sam).get(`/projects/${seed.acme.id}/people`)).body.items;
  expect(left.map((person: { name: string }) => person.name)).toEqual(["Ada", "Amara", "Gil", "Jo", "Sam"]);
});

test("a project that changes its client lets go of the former client's people, also where they decided", async () => {
  const amara = as(seed.amara);
  const { body: project } = await amara.post("/projects", {
    name: "Handed on",
    clientId: seed.acme.clientId,
  });
  const address = { clientId: seed.acme.clientId, name: "Lee", email: "lee@acme.test" };
  const lee = (await amara.post("/contacts", address)).body.personId;
  await amara.put(`/projects/${project.id}/contacts/${lee}`, { role: "approver" });
  const milestone = (await amara.post(`/projects/${project.id}/milestones`, { title: "Launch the site" }))
    .body;
  const roles = [{ personId: lee, role: "approver", part: "" }];
  const given = await amara.put(`/milestones/${milestone.id}/roles`, { roles, expected: [] });
  expect(given.status).toBe(200);
  const undecided = async () => {
    const { findings } = (await amara.get(`/projects/${project.id}/plan`)).body;
    return findings.some((one: Loose) => one.id === "L11" && one.subject.id === milestone.id);
  };
  expect(await undecided()).toBe(false);

  const { revision } = (await amara.get(`/projects/${project.id}`)).body;
  const change = { clientId: seed.baker.clientId };
  expect((await amara.patch(`/projects/${project.id}`, change, { "if-match": `r${revision}` })).status).toBe(
    200,
  );
  const people = (await amara.get(`/projects/${project.id}/people`)).body.items;
  expect(people.map(({ kind }: Loose) => kind)).not.toContain("contact");
  const thread = `/mentionable?subject=project:${project.id}&audience=client`;
  expect(JSON.stringify((await amara.get(thread)).body)).not.toContain(lee);
  expect(await undecided()).toBe(true);
});
