import { expect, test } from "vitest";
import { linkToken, sha256 } from "../kit/secret.ts";
import { cookieOf, givePassword, PASSWORD } from "../testing/passwords.ts";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as, database, kit } = server;
const nobody = as(null);

const invite = (email: string, role = "member", more = {}) =>
  as(seed.amara).post("/invitations", { email, role, ...more });
const accept = (token: string, more = {}) =>
  nobody.post("/invitations/accept", { token, name: "Nia", password: PASSWORD, ...more });

async function mailedToken(email: string): Promise<string> {
  const mail = await database.maintenance
    .selectFrom("mails")
    .select("data")
    .where("toEmail", "=", email.toLowerCase())
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
  return linkToken(kit.linkKey, "invitation", (mail.data as { linkId: string }).linkId);
}

async function invited(email: string, role = "member", more = {}): Promise<string> {
  expect((await invite(email, role, more)).status).toBe(201);
  return mailedToken(email);
}

test("an invitation makes a member with the role and projects it names, and signs them in", async () => {
  const token = await invited("Nia@example.test", "guest", { projectIds: [seed.acme.id] });
  const joined = await accept(token);
  expect(joined.status).toBe(201);
  const me = await nobody.get("/me", { cookie: cookieOf(joined) });
  expect(me.body).toMatchObject({
    role: "guest",
    person: { name: "Nia", email: "nia@example.test", zone: "Europe/Berlin" },
  });
  const projects = await nobody.get("/projects", { cookie: cookieOf(joined) });
  expect(projects.body.items.map((project: { key: string }) => project.key)).toEqual(["ACME"]);
  expect((await accept(token)).status).toBe(410);
  expect((await invite("nia@example.test")).body.type).toBe("urn:milepost:problem:already-member");
});

test("somebody who was removed and is invited again starts with what the new invitation names", async () => {
  const sam = as(seed.sam);
  await sam.post(`/projects/${seed.acme.id}/cards`, {
    title: "Left behind",
    columnId: seed.acme.columns.todo,
    people: [seed.jo.id],
  });
  const lost = async () =>
    (await as(seed.amara).get(`/projects/${seed.acme.id}/care?counter=withoutOwner`)).body.items.map(
      ({ title }: { title: string }) => title,
    );
  const counted = async () =>
    (await as(seed.amara).get("/portfolio")).body.projects.find(({ key }: { key: string }) => key === "ACME")
      .counters.withoutOwner;
  expect(await lost()).not.toContain("Left behind");
  const before = await counted();
  for (const gone of [seed.jo, seed.sam])
    expect((await as(seed.amara).delete(`/members/${gone.id}`)).status).toBe(204);
  expect(await lost()).toContain("Left behind");
  expect(await counted()).toBe(before + 1);
  expect((await as(seed.amara).get(`/projects/${seed.acme.id}`)).body.leadId).toBeNull();

  await givePassword(server, seed.jo);
  const token = await invited(seed.jo.email, "member", { projectIds: [seed.baker.id] });
  const joined = await accept(token);
  const cookie = cookieOf(joined);
  const seen = (await nobody.get("/projects", { cookie })).body.items.map(({ key }: { key: string }) => key);
  expect(seen).toEqual(["BAKER"]);
  expect((await nobody.get(`/projects/${seed.acme.id}`, { cookie })).status).toBe(404);
  expect(await lost()).not.toContain("Left behind");
});

test("invite-accept race: of ten acceptances of one link one wins", async () => {
  const token = await invited("race@example.test");
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, n) => accept(token, { name: `Runner ${n}` })),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 410)).toHaveLength(9);
  const persons = await database.maintenance
    .selectFrom("persons")
    .select("id")
    .where("email", "=", "race@example.test")
    .execute();
  expect(persons).toHaveLength(1);
});

test("A30: nobody chooses a role for themselves, or gives one above their own", async () => {
  const token = await invited("climber@example.test");
  for (const extra of [
    { role: "owner" },
    { roles: ["admin"] },
    { isAdmin: true },
    { permissions: ["*"] },
    { workspaceId: seed.workspaceId },
  ])
    expect((await accept(token, extra)).status).toBe(400);
  expect((await as(seed.jo).patch("/me", { role: "owner" }, { "if-match": '"r1"' })).status).toBe(400);
  expect(
    (await as(seed.ada).post("/invitations", { email: "boss@example.test", role: "owner" })).status,
  ).toBe(403);
  expect(
    (await as(seed.jo).post("/invitations", { email: "friend@example.test", role: "guest" })).status,
  ).toBe(403);
  const joined = await accept(token);
  expect((await nobody.get("/me", { cookie: cookieOf(joined) })).body.role).toBe("member");
});

test("A38: no list, answer, event or row holds an invitation's token", async () => {
  const made = await invite("quiet@example.test");
  const token = await mailedToken("quiet@example.test");
  const list = await as(seed.amara).get("/invitations");
  const mails = await as(seed.amara).get("/mails");
  expect(list.body.items[0]).toMatchObject({ email: "quiet@example.test", state: "open", mail: "queued" });
  const rows = await Promise.all(
    (["links", "invitations", "mails", "events", "idempotency"] as const).map((table) =>
      database.maintenance.selectFrom(table).selectAll().execute(),
    ),
  );
  const seen = JSON.stringify([made.body, list.body, mails.body, rows]);
  expect(seen).not.toContain(token);
  expect(seen).toContain(sha256(token));
  expect(JSON.stringify([made.body, list.body, mails.body])).not.toContain(sha256(token));
  for (const person of [seed.jo, seed.gil]) expect((await as(person).get("/invitations")).status).toBe(403);
  expect((await nobody.get("/invitations")).status).toBe(401);
  expect((await as(seed.other.owner).get("/invitations")).body.items).toEqual([]);
});

test("an invitation ends with its week, a newer one, and being taken back", async () => {
  const older = await invited("twice@example.test");
  const newer = await invited("twice@example.test");
  expect((await accept(older)).status).toBe(410);
  const { id } = (await as(seed.amara).get("/invitations")).body.items[0];
  expect((await as(seed.other.owner).delete(`/invitations/${id}`)).status).toBe(404);
  expect((await as(seed.ada).delete(`/invitations/${id}`)).status).toBe(204);
  expect((await as(seed.ada).delete(`/invitations/${id}`)).status).toBe(404);
  expect((await accept(newer)).status).toBe(410);
  const late = await invited("late@example.test");
  const now = kit.at;
  kit.at = new Date(now.getTime() + 8 * 86_400_000);
  expect((await accept(late)).status).toBe(410);
  expect((await as(seed.amara).get("/invitations")).body.items[0].state).toBe("expired");
  kit.at = now;
});

test("somebody with a sign-in joins with their own password, nobody else does", async () => {
  await givePassword(server, seed.other.owner);
  const { email } = seed.other.owner;
  const token = await invited(email, "admin");
  expect((await accept(token, { password: "not their password" })).status).toBe(401);
  const joined = await accept(token);
  expect(joined).toMatchObject({ status: 201, body: { workspaceId: seed.workspaceId } });
  const cookie = cookieOf(joined);
  expect((await nobody.get("/me", { cookie, "x-workspace": "birch" })).body.role).toBe("admin");
  expect((await nobody.get("/me", { cookie, "x-workspace": "other" })).body.role).toBe("owner");
});

test("a removed member comes back by invitation, with the new role", async () => {
  await givePassword(server, seed.rex);
  expect((await nobody.post("/session", { email: seed.rex.email, password: PASSWORD })).status).toBe(401);
  const joined = await accept(await invited(seed.rex.email, "guest"));
  expect(joined.body.personId).toBe(seed.rex.id);
  expect((await nobody.get("/me", { cookie: cookieOf(joined) })).body.role).toBe("guest");
});

test("a link is handed over only where mail cannot carry it, and that is recorded", async () => {
  const mailed = await invite("hand@example.test");
  const path = `/invitations/${mailed.body.id}/link`;
  expect((await as(seed.ada).post(path)).body.type).toBe("urn:milepost:problem:mailed");
  await database.maintenance
    .updateTable("mails")
    .set({ state: "failed" })
    .where("toEmail", "=", "hand@example.test")
    .execute();
  const mailedLink = await mailedToken("hand@example.test");
  const handed = await as(seed.ada).post(path, {}, { "idempotency-key": "once" });
  expect(handed.body.url).toMatch(/^http:\/\/localhost:4280\/invitation\/[\w-]{43}$/);
  expect((await accept(mailedLink)).status).toBe(410);
  const token = handed.body.url.split("/").at(-1);
  const kept = await database.maintenance.selectFrom("idempotency").selectAll().execute();
  expect(JSON.stringify(kept)).not.toContain(token);
  const events = await database.maintenance
    .selectFrom("events")
    .select(["verb", "actorId"])
    .where("subjectId", "=", mailed.body.id)
    .execute();
  expect(events).toContainEqual({ verb: "invitation.handedOver", actorId: seed.ada.id });
  expect((await accept(token)).status).toBe(201);
});
