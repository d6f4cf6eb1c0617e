import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

const { seed, as } = await testServer();
const acme = `/projects/${seed.acme.id}`;
const roles = async () => {
  const { items } = (await as(seed.amara).get(`${acme}/members`)).body;
  return Object.fromEntries(items.map((each: { name: string; role: string }) => [each.name, each.role]));
};

test("the lead brings people on and takes them off", async () => {
  expect((await as(seed.kim).get(acme)).status).toBe(404);
  expect((await as(seed.sam).put(`${acme}/members/${seed.kim.id}`, { role: "member" })).status).toBe(200);
  expect((await as(seed.kim).get(acme)).body.myRole).toBe("member");
  expect((await as(seed.jo).delete(`${acme}/members/${seed.kim.id}`)).status).toBe(403);
  expect((await as(seed.sam).delete(`${acme}/members/${seed.kim.id}`)).status).toBe(204);
  expect((await as(seed.kim).get(acme)).status).toBe(404);
});

test("a project has one lead", async () => {
  expect((await as(seed.amara).put(`${acme}/members/${seed.jo.id}`, { role: "lead" })).status).toBe(200);
  expect(await roles()).toEqual({ Gil: "member", Jo: "lead", Sam: "member" });
  expect((await as(seed.amara).get(acme)).body.leadId).toBe(seed.jo.id);
  expect((await as(seed.sam).patch(acme, { name: "X" }, { "if-match": "r1" })).status).toBe(403);
  const back = await as(seed.amara).patch(acme, { leadId: seed.sam.id }, { "if-match": "r1" });
  expect(back.body.leadId).toBe(seed.sam.id);
  expect(await roles()).toEqual({ Gil: "member", Jo: "member", Sam: "lead" });
});

test("a guest neither leads nor sees money, and a removed or foreign person gets no part", async () => {
  const put = (person: typeof seed.gil, body: object) =>
    as(seed.sam).put(`${acme}/members/${person.id}`, body);
  expect((await put(seed.gil, { role: "lead" })).status).toBe(422);
  expect((await put(seed.gil, { role: "member", seesMoney: true })).status).toBe(422);
  expect((await put(seed.rex, { role: "member" })).status).toBe(404);
  expect((await put(seed.other.owner, { role: "member" })).status).toBe(404);
});

test("A12: client and lead of another workspace are never stored", async () => {
  const revision = { "if-match": `r${(await as(seed.sam).get(acme)).body.revision}` };
  expect((await as(seed.sam).patch(acme, { clientId: seed.other.project.clientId }, revision)).status).toBe(
    404,
  );
  expect((await as(seed.sam).patch(acme, { leadId: seed.other.owner.id }, revision)).status).toBe(404);
  expect(
    (await as(seed.amara).post("/projects", { name: "X", clientId: seed.other.project.clientId })).status,
  ).toBe(404);
  expect((await as(seed.amara).post("/projects", { name: "X", leadId: seed.rex.id })).status).toBe(404);
  expect((await as(seed.amara).post("/projects", { name: "X", key: "ACME" })).status).toBe(409);
});

test("fixed dates belong to the head page", async () => {
  const made = await as(seed.sam).post(`${acme}/fixed-dates`, { title: "Trade fair", onDate: "2026-06-10" });
  expect(made).toMatchObject({
    status: 201,
    body: { title: "Trade fair", onDate: "2026-06-10", revision: 1 },
  });
  const path = `/fixed-dates/${made.body.id}`;
  expect((await as(seed.jo).patch(path, { onDate: "2026-06-11" }, { "if-match": "r1" })).status).toBe(403);
  expect((await as(seed.kim).patch(path, { onDate: "2026-06-11" }, { "if-match": "r1" })).status).toBe(404);
  const moved = await as(seed.sam).patch(path, { onDate: "2026-06-11" }, { "if-match": "r1" });
  expect(moved.body).toMatchObject({ onDate: "2026-06-11", revision: 2 });
  expect((await as(seed.jo).get(`${acme}/fixed-dates`)).body.items).toHaveLength(1);
  expect((await as(seed.sam).delete(path)).status).toBe(204);
});

test("of hand-overs at the same moment one lead is left, and the project names them", async () => {
  for (let round = 0; round < 5; round++) {
    const to = [seed.jo, seed.sam];
    await Promise.all(to.map(({ id }) => as(seed.amara).put(`${acme}/members/${id}`, { role: "lead" })));
    const leads = Object.entries(await roles()).filter(([, role]) => role === "lead");
    expect(leads).toHaveLength(1);
    const { leadId } = (await as(seed.amara).get(acme)).body;
    expect(leads[0]?.[0]).toBe(leadId === seed.jo.id ? "Jo" : "Sam");
  }
});

test("whoever becomes a guest leads nothing and sees no money any more", async () => {
  await as(seed.amara).put(`${acme}/members/${seed.jo.id}`, { role: "lead", seesMoney: true });
  const role = (to: string) => as(seed.amara).patch(`/members/${seed.jo.id}`, { role: to });
  expect((await role("guest")).status).toBe(200);
  expect((await as(seed.amara).get(acme)).body.leadId).toBeNull();
  expect(await roles()).toMatchObject({ Jo: "member" });
  await role("member");
  expect((await as(seed.jo).get(acme)).body.leadId).toBeNull();
  const { items } = (await as(seed.amara).get(`${acme}/members`)).body;
  expect(items.find(({ name }: { name: string }) => name === "Jo")).toMatchObject({ seesMoney: false });
});
