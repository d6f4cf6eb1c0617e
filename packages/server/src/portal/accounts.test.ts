import { expect, test } from "vitest";
import { type LinkKind, linkAddress } from "../mail/mail-link.ts";
import { type Browser, browser, seedContacts, signedIn } from "../testing/portal.ts";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { app, database, kit, seed, as } = server;
const { dana, lee, mira } = await seedContacts(server);
const acme = "/portal/birch/acme";
const door = "/portal/birch/account";
const password = "a word for the portal";

await database.maintenance
  .updateTable("projects")
  .set({ securityLevel: "account" })
  .where("id", "=", seed.acme.id)
  .execute();

async function mailedLinks(personId: string, kind: LinkKind): Promise<string[]> {
  const rows = await database.maintenance
    .selectFrom("links")
    .select("id")
    .where("personId", "=", personId)
    .where("kind", "=", kind)
    .orderBy("id", "desc")
    .execute();
  return rows.map(({ id }) => linkAddress(kit, kind, id).slice(kit.baseUrl.length));
}

async function mailed(email: string, personId: string, kind: "sign-in" | "account"): Promise<string> {
  await browser(server).post(door, { email, mail: kind });
  return (await mailedLinks(personId, kind))[0] ?? "";
}

const enter = (who: Browser, email: string, word: string) => who.post(door, { email, password: word });
const mailKinds = async () =>
  (await database.maintenance.selectFrom("mails").select("kind").orderBy("id").execute()).map(
    ({ kind }) => kind,
  );

test("where a project asks for an account, a link alone leads to the door, and a password through it", async () => {
  const phone = await signedIn(server, dana, "code");
  const first = await phone.get(`${acme}?from=mail`);
  expect([first.status, first.headers.location]).toEqual([
    303,
    `${door}?next=${encodeURIComponent(`${acme}?from=mail`)}`,
  ]);
  // Without a password there is nothing to sign in to yet: either wish mails the link to choose one.
  const link = await mailed(dana.email, dana.id, "sign-in").then(
    async () => (await mailedLinks(dana.id, "account"))[0] ?? "",
  );
  expect(await mailKinds()).toEqual(["account"]);
  for (const method of ["GET", "HEAD", "GET"] as const)
    expect((await app.inject({ method, url: link })).statusCode).toBe(200);
  const laptop = browser(server);
  const short = await laptop.post(link, { password: "short" });
  expect([short.status, short.body.includes("Use at least 10 characters.")]).toEqual([400, true]);
  const chosen = await laptop.post(link, { password });
  expect([chosen.status, chosen.headers.location]).toEqual([303, acme]);
  expect((await laptop.get(acme)).status).toBe(200);
  expect((await phone.get(acme)).status).toBe(401);
  const spent = await browser(server).post(link, { password: "another long word" });
  expect([spent.status, spent.body.includes("it was used already")]).toEqual([410, true]);

  const tablet = browser(server);
  const back = await tablet.post(
    `${door}?next=${encodeURIComponent(`${acme}?from=mail`)}`,
    { email: dana.email.toUpperCase(), password },
    door,
  );
  expect([back.status, back.headers.location]).toEqual([303, `${acme}?from=mail`]);
  expect((await tablet.get(acme)).status).toBe(200);
});

test("A42: signing in leads to pages of the same workspace, and nowhere else", async () => {
  for (const next of [
    "//evil.test",
    "https://evil.test/portal/birch/",
    "/portal/other/x",
    "/\\evil.test",
    "/w",
  ]) {
    const path = `${door}?next=${encodeURIComponent(next)}`;
    const answer = await browser(server).post(path, { email: dana.email, password }, door);
    expect([next, answer.headers.location]).toEqual([next, "/portal/birch"]);
  }
});

test("a new password ends the older sessions, and a newer link voids the one before", async () => {
  const phone = await signedIn(server, dana, "account");
  const older = await mailed(dana.email, dana.id, "account");
  const newer = await mailed(dana.email, dana.id, "account");
  const stale = await browser(server).get(older);
  expect([stale.status, stale.body.includes("A newer one has taken its place.")]).toEqual([410, true]);
  expect((await browser(server).post(newer, { password: `${password}!` })).status).toBe(303);
  expect((await phone.get(acme)).status).toBe(401);
  expect((await enter(browser(server), dana.email, password)).status).toBe(401);
  expect((await enter(browser(server), dana.email, `${password}!`)).status).toBe(303);
});

test("A51: unknown, without an account, a member and a wrong password are all told the same", async () => {
  const told = [];
  for (const email of [dana.email, lee.email, mira.email, seed.jo.email, "nobody@client.test", ""]) {
    const { status, body } = await enter(browser(server), email, "not the password");
    told.push(`${status} ${body.replaceAll(email, "")}`);
  }
  expect(new Set(told.map((each) => each.replaceAll(/ value="[^"]*"/g, "")))).toHaveLength(1);
  const asked = [];
  for (const email of [lee.email, "nobody@client.test", seed.jo.email])
    asked.push(await browser(server).post(door, { email, mail: "account" }));
  expect(new Set(asked.map(({ status, body }) => `${status} ${body}`))).toHaveLength(1);
  const counts = [];
  for (const email of [mira.email, "nobody@client.test"])
    for (let n = 0; n < 12; n++) counts.push(`${n} ${(await enter(browser(server), email, "no")).status}`);
  expect(counts.slice(0, 12)).toEqual(counts.slice(12));
  expect(counts.at(-1)).toBe("11 429");
});

test("A35: a contact's password opens nothing of the team, nor a member's anything of the client", async () => {
  const word = `${password}!`;
  const users = await database.maintenance.selectFrom("auth.user").select(["email", "id"]).execute();
  const own = users.find(({ email }) => email.startsWith(dana.id))?.email ?? "";
  expect(own).not.toBe("");
  for (const email of [dana.email, own]) {
    expect((await as(null).post("/session", { email, password: word })).status).toBe(401);
    expect((await as(null).post("/password-resets", { email })).status).toBeLessThan(500);
  }
  expect(await mailKinds()).not.toContain("reset");
  const phone = browser(server);
  await enter(phone, dana.email, word);
  for (const path of ["/me", "/projects", "/clients"])
    expect((await as({ ...seed.jo, cookie: phone.cookie }).get(path)).status).toBe(401);
  expect((await browser(server, seed.sam.cookie).get(acme)).status).toBe(401);
});

test("A43: of fifty who follow a sign-in link at once one is in; looking at it before uses nothing up", async () => {
  const link = await mailed(dana.email, dana.id, "sign-in");
  expect(link).toMatch(/^\/s\//);
  for (const method of ["GET", "HEAD"] as const)
    for (let n = 0; n < 25; n++) expect((await app.inject({ method, url: link })).statusCode).toBe(200);
  const form = /name="form" value="([^"]+)"/.exec((await browser(server).get(link)).body)?.[1] ?? "";
  const all = await Promise.all(
    Array.from({ length: 50 }, () =>
      app.inject({
        method: "POST",
        url: link,
        headers: { "content-type": "application/x-www-form-urlencoded", accept: "text/html" },
        payload: new URLSearchParams({ form }).toString(),
      }),
    ),
  );
  const statuses = all.map(({ statusCode }) => statusCode).sort();
  expect(statuses).toEqual([303, ...Array.from({ length: 49 }, () => 410)]);
  expect(all.filter(({ headers }) => headers["set-cookie"])).toHaveLength(1);
  const cookie = String(all.find(({ statusCode }) => statusCode === 303)?.headers["set-cookie"]).split(
    ";",
  )[0];
  expect((await browser(server, cookie).get(acme)).status).toBe(200);
});

test("a sign-in link is good for 15 minutes, and its new one goes to the address that is known", async () => {
  const late = await mailed(dana.email, dana.id, "sign-in");
  const before = kit.at;
  kit.at = new Date(before.getTime() + 15 * 60_000);
  const answer = await browser(server).get(late);
  expect([answer.status, answer.body.includes("Send me the new one")]).toEqual([410, true]);
  expect((await browser(server).post(late, { again: "yes" })).status).toBe(200);
  const fresh = (await mailedLinks(dana.id, "sign-in"))[0] ?? "";
  expect(fresh).not.toBe(late);
  expect((await browser(server).post(fresh, {})).headers.location).toBe(acme);
});

test("a contact who is removed loses the account, and gets another one when they come back", async () => {
  expect((await as(seed.amara).delete(`/contacts/${dana.id}`)).status).toBe(204);
  expect((await enter(browser(server), dana.email, `${password}!`)).status).toBe(401);
  const users = await database.maintenance.selectFrom("auth.user").select("email").execute();
  expect(users.filter(({ email }) => email.startsWith(dana.id))).toEqual([]);
});
