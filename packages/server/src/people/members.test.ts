import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as } = server;
const rolesNow = async () => {
  const { items } = (await as(seed.amara).get("/members")).body;
  return Object.fromEntries(items.map((each: { name: string; role: string }) => [each.name, each.role]));
};

test("the list names everybody who works here, with listed fields only", async () => {
  const { items } = (await as(seed.jo).get("/members")).body;
  expect(items.map((each: { name: string }) => each.name)).toEqual([
    "Ada",
    "Amara",
    "Gil",
    "Jo",
    "Kim",
    "Sam",
  ]);
  expect(Object.keys(items[0]).sort()).toEqual(
    ["country", "region", "email", "joinedAt", "name", "personId", "role", "title", "zone"].sort(),
  );
  expect((await as(seed.gil).get("/members")).status).toBe(403);
});

test("A29: nobody changes roles without the right, and never above their own", async () => {
  const before = await rolesNow();
  const change = (actor: typeof seed.jo, target: typeof seed.jo, role: string) =>
    as(actor).patch(`/members/${target.id}`, { role });
  expect((await change(seed.jo, seed.kim, "guest")).status).toBe(403);
  expect((await change(seed.sam, seed.sam, "owner")).status).toBe(403);
  expect((await change(seed.gil, seed.gil, "member")).status).toBe(403);
  expect((await change(seed.ada, seed.ada, "owner")).status).toBe(403);
  expect((await change(seed.ada, seed.amara, "member")).status).toBe(403);
  expect((await as(seed.ada).delete(`/members/${seed.amara.id}`)).status).toBe(403);
  expect((await change(seed.other.owner, seed.jo, "owner")).status).toBe(404);
  expect((await change(seed.amara, seed.rex, "owner")).status).toBe(404);
  expect(await rolesNow()).toEqual(before);
});

test("a change of role is recorded with before and after", async () => {
  const path = `/members/${seed.kim.id}`;
  const changed = await as(seed.ada).patch(path, {
    role: "admin",
    title: "Producer",
    expected: { role: "member" },
  });
  expect(changed).toMatchObject({ status: 200, body: { role: "admin", title: "Producer" } });
  const late = await as(seed.amara).patch(path, { role: "guest", expected: { role: "member" } });
  expect(late).toMatchObject({ status: 409, body: { facts: { role: "admin" } } });
  await as(seed.amara).patch(path, { role: "member" });
  const events = await server.database.maintenance
    .selectFrom("events")
    .select("data")
    .where("verb", "=", "member.changed")
    .orderBy("position")
    .execute();
  expect(events.map(({ data }) => data)).toEqual([
    { role: { from: "member", to: "admin" } },
    { role: { from: "admin", to: "member" } },
  ]);
});

test("A29: the last owner stays", async () => {
  expect((await as(seed.amara).delete(`/members/${seed.amara.id}`)).body.type).toContain("last-owner");
  expect((await as(seed.amara).patch(`/members/${seed.amara.id}`, { role: "member" })).status).toBe(422);
  expect(await rolesNow()).toMatchObject({ Amara: "owner" });
});

test("A29: an owner who can never sign in is not the one who is left", async () => {
  await as(seed.amara).patch(`/members/${seed.ada.id}`, { role: "owner" });
  const proven = (emailVerified: boolean) =>
    server.database.maintenance
      .updateTable("auth.user")
      .set({ emailVerified })
      .where("id", "=", seed.ada.userId)
      .execute();
  await proven(false);
  const alone = await as(seed.amara).patch(`/members/${seed.amara.id}`, { role: "member" });
  expect(alone).toMatchObject({ status: 422, body: { type: "urn:milepost:problem:last-owner" } });
  await proven(true);
  await as(seed.amara).patch(`/members/${seed.ada.id}`, { role: "admin" });
});

test("A29: of two owners who demote each other at once, one is always left", async () => {
  for (let round = 0; round < 10; round++) {
    await server.database.maintenance
      .updateTable("members")
      .set({ role: "owner" })
      .where("personId", "in", [seed.amara.id, seed.ada.id])
      .execute();
    const [one, other] = await Promise.all([
      as(seed.amara).patch(`/members/${seed.ada.id}`, { role: "member" }),
      as(seed.ada).patch(`/members/${seed.amara.id}`, { role: "member" }),
    ]);
    expect([one.status, other.status].sort()).not.toEqual([200, 200]);
    const owners = await server.database.maintenance
      .selectFrom("members")
      .select("personId")
      .where("workspaceId", "=", seed.workspaceId)
      .where("role", "=", "owner")
      .execute();
    expect(owners.length).toBeGreaterThanOrEqual(1);
  }
  await server.database.maintenance
    .updateTable("members")
    .set({ role: "owner" })
    .where("personId", "=", seed.amara.id)
    .execute();
  await server.database.maintenance
    .updateTable("members")
    .set({ role: "admin" })
    .where("personId", "=", seed.ada.id)
    .execute();
});

test("P10: a removed member's session is worth nothing from the next request on", async () => {
  expect((await as(seed.jo).get("/me")).status).toBe(200);
  expect((await as(seed.ada).delete(`/members/${seed.jo.id}`)).status).toBe(204);
  expect((await as(seed.jo).get("/me")).status).toBe(401);
  expect((await as(seed.jo).get(`/projects/${seed.acme.id}`)).status).toBe(401);
});
