import { beforeEach, expect, test } from "vitest";
import { addContact, type Browser, browser, linkPath, seedContacts, signedIn } from "../testing/portal.ts";
import { type Loose, testServer } from "../testing/server.ts";

const server = await testServer();
const { database, kit, seed, as } = server;
const { dana, lee, mira } = await seedContacts(server);
const home = "/portal/birch/acme";
const ari = { name: "Ari Bloom", email: "ari@client.test" };
await database.maintenance
  .updateTable("projects")
  .set({ leadId: seed.sam.id })
  .where("id", "=", seed.acme.id)
  .execute();

beforeEach(async () => {
  kit.at = new Date(kit.at.getTime() + 20 * 60_000);
  await database.maintenance.deleteFrom("mails").execute();
});

const invite = (who: Browser, { name, email }: { name: string; email: string }) =>
  who.post(home, { do: "invite", name, email });
const danas = () => signedIn(server, dana);
const roles = async () =>
  (
    await database.maintenance
      .selectFrom("contactRoles as r")
      .innerJoin("persons as p", (on) =>
        on.onRef("p.workspaceId", "=", "r.workspaceId").onRef("p.id", "=", "r.personId"),
      )
      .innerJoin("projects as j", (on) =>
        on.onRef("j.workspaceId", "=", "r.workspaceId").onRef("j.id", "=", "r.projectId"),
      )
      .select(["p.name", "j.key", "r.role"])
      .orderBy("p.name")
      .orderBy("j.key")
      .execute()
  ).map(({ name, key, role }) => `${name} ${key} ${role}`);
const mails = async () =>
  (await database.maintenance.selectFrom("mails").select(["kind", "toEmail"]).orderBy("id").execute()).map(
    ({ kind, toEmail }) => `${kind} ${toEmail}`,
  );
const told = async (verb: string): Promise<Loose[]> =>
  (await as(seed.sam).get(`/events?projectId=${seed.acme.id}`)).body.items.filter(
    (one: Loose) => one.verb === verb,
  );

test("whoever decides lets a colleague read along by a link of their own, and the team sees who did", async () => {
  const before = await roles();
  const phone = await danas();
  expect((await phone.get(home)).body).toContain("Somebody else should follow this?");
  const sent = await invite(phone, { ...ari, email: ` ${ari.email.toUpperCase()} ` });
  expect([sent.status, sent.headers.location]).toEqual([303, `${home}?done=invited#follow`]);
  expect((await phone.get(`${home}?done=invited`)).body).toContain("Thank you. If this address can be used");
  expect((await roles()).filter((role) => !before.includes(role))).toEqual(["Ari Bloom ACME observer"]);
  expect(await mails()).toEqual([`follows ${ari.email}`, `follower ${seed.sam.email}`]);
  const link = await database.maintenance
    .selectFrom("links")
    .select("id")
    .where("email", "=", ari.email)
    .executeTakeFirstOrThrow();
  const own = browser(server);
  await own.post(linkPath(server, "home", "h", link.id), {});
  const { body } = await own.get(home);
  expect([body.includes("You are here as Ari Bloom."), body.includes("Somebody else should")]).toEqual([
    true,
    false,
  ]);
  const { people } = (await as(seed.sam).get(`/projects/${seed.acme.id}/client-access`)).body;
  expect(people.find(({ name }: Loose) => name === ari.name)).toMatchObject({
    role: "observer",
    invitedBy: dana.name,
  });
  expect(people.find(({ name }: Loose) => name === lee.name)).toMatchObject({ invitedBy: null });
  expect(await told("contact.invited")).toMatchObject([{ actorName: dana.name }]);
});

test("A51: whoever the workspace knows otherwise is not let in, and the answer is the same", async () => {
  const other = await addContact(server, seed.workspaceId, "Nell Ode", seed.baker, "approver");
  const before = await roles();
  const phone = await danas();
  const answers = [];
  for (const email of [seed.jo.email, mira.email, other.email, lee.email])
    answers.push((await invite(phone, { name: "X", email })).headers.location);
  expect(new Set(answers)).toEqual(new Set([`${home}?done=invited#follow`]));
  expect([await roles(), await mails()]).toEqual([before, []]);
  expect(await told("contact.invitationNotTaken")).toHaveLength(3);
  for (const { email } of [seed.jo, mira])
    expect(JSON.stringify(await told("contact.invitationNotTaken"))).not.toContain(email);
});

test("an invitation changes nobody's part, and takes up a colleague without one", async () => {
  await database.maintenance.deleteFrom("contactRoles").where("personId", "=", lee.id).execute();
  const phone = await danas();
  await invite(phone, { name: "Somebody else", email: lee.email });
  expect((await roles()).filter((role) => role.startsWith("Lee"))).toEqual(["Lee Marsh ACME observer"]);
  await database.maintenance
    .updateTable("contactRoles")
    .set({ role: "approver" })
    .where("personId", "=", lee.id)
    .execute();
  await invite(phone, { name: "Lee", email: lee.email });
  expect(await roles()).toContain("Lee Marsh ACME approver");
  await database.maintenance
    .updateTable("contactRoles")
    .set({ role: "observer" })
    .where("personId", "=", lee.id)
    .execute();
});

test("A30: observers, members who look as a client and strangers invite nobody, whatever the form says", async () => {
  const before = await roles();
  const observer = await signedIn(server, lee, "account");
  const asks = { do: "invite", name: "X", email: "x@client.test", role: "approver", personId: dana.id };
  expect((await observer.post(home, asks)).status).toBe(403);
  expect((await (await signedIn(server, mira)).post(home, asks)).status).toBe(404);
  const member = browser(server, seed.sam.cookie);
  expect((await member.post(`${home}?as=${dana.id}`, asks)).status).toBe(403);
  expect((await browser(server).post(home, asks)).status).toBe(401);
  expect(await roles()).toEqual(before);
  await (await danas()).post(home, asks);
  expect((await roles()).filter((role) => !before.includes(role))).toEqual(["X ACME observer"]);
});

test("what is typed wrongly is said beside it, and nobody fills mailboxes", async () => {
  const phone = await danas();
  const { status, body } = await invite(phone, { name: "", email: "no address" });
  expect([status, body.includes("<details open"), body.includes("Use a whole mail address")]).toEqual([
    400,
    true,
    true,
  ]);
  expect(body).toContain('value="no address"');
  const statuses = [];
  for (let n = 0; n < 7; n++)
    statuses.push((await invite(phone, { name: "Y", email: `y${n}@client.test` })).status);
  expect(statuses).toEqual([303, 303, 303, 303, 303, 429, 429]);
  for (let at = 0; at < 4; at++) {
    kit.at = new Date(kit.at.getTime() + 20 * 60_000);
    for (let n = 0; n < 5; n++) await invite(phone, { name: "Z", email: `z${at}-${n}@client.test` });
  }
  const invited = await database.maintenance
    .selectFrom("contactRoles")
    .select("personId")
    .where("invitedBy", "=", dana.id)
    .execute();
  expect(invited).toHaveLength(20);
});
