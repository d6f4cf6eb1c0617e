import { sql } from "kysely";
import { expect, test } from "vitest";
import { newId } from "../kit/id.ts";
import { codeDigits } from "../kit/secret.ts";
import { browser, linkPath, seedContacts, signedIn } from "../testing/portal.ts";
import { testServer } from "../testing/server.ts";
import { makePersonLink } from "./person-links.ts";

const server = await testServer();
const { database, kit, seed, as } = server;
const { dana, lee, mira, finn } = await seedContacts(server);
const acme = "/portal/birch/acme";

const homeLink = () =>
  database
    .inWorkspace(seed.workspaceId, (tx) =>
      makePersonLink(tx, kit, {
        workspaceId: seed.workspaceId,
        kind: "home",
        person: dana,
        projectId: seed.acme.id,
      }),
    )
    .then((id) => linkPath(server, "home", "h", id));

const codeIn = (mails: { data: unknown }[]) => {
  const { codeId } = Object(mails.at(-1)?.data);
  return codeDigits(kit.linkKey, String(codeId));
};

const mailed = async (kind: string) =>
  database.maintenance.selectFrom("mails").selectAll().where("kind", "=", kind).orderBy("id").execute();

test("who reads as a client can read the views, and no table of the team", async () => {
  const sight = { workspaceId: seed.workspaceId, personId: dana.id, projectId: null, now: kit.at };
  const projects = await database.inPortal(sight, (tx) =>
    tx.selectFrom("portal.projects").select("key").execute(),
  );
  expect(projects).toEqual([{ key: "ACME" }]);
  for (const table of ["milestones", "cards", "comments", "persons", "milepost.publications", "auth.user"])
    await expect(
      database.inPortal(sight, (tx) => sql`select * from ${sql.table(table)}`.execute(tx)),
    ).rejects.toMatchObject({ code: expect.stringMatching(/42501|42P01|3F000/) });
});

test("a link lets its person in, as often as they like, and nobody else", async () => {
  const path = await homeLink();
  const phone = browser(server);
  const asked = await phone.get(path);
  expect([asked.status, phone.cookie]).toEqual([200, ""]);
  expect(asked.body).toContain("This is the page of Dana Reyes.");
  const inside = await phone.get(path, { "sec-fetch-mode": "navigate" });
  expect([inside.status, inside.headers.location]).toEqual([303, acme]);
  expect((await phone.get(acme)).body).toContain("ACME project");
  expect((await browser(server).post(path, {})).status).toBe(303);
  expect((await phone.get("/portal/birch/baker")).status).toBe(404);
  expect((await phone.get("/portal/other/other")).status).toBe(404);
});

test("a truncated, foreign or unknown link explains itself and gives nothing away", async () => {
  const path = await homeLink();
  for (const wrong of [
    path.slice(0, -1),
    `${path}x`,
    path.replace("/h/", "/s/"),
    "/h/x",
    `/h/${"A".repeat(43)}`,
  ]) {
    const { status, body } = await browser(server).get(wrong);
    expect([wrong, [404, 410].includes(status)]).toEqual([wrong, true]);
    expect(body).not.toMatch(/Dana|ACME|Birch/);
  }
});

test("an expired link offers the new one, to the address that is known", async () => {
  const path = await homeLink();
  const before = (await mailed("home")).length;
  await database.maintenance
    .updateTable("links")
    .set({ expiresAt: new Date("2026-03-01T00:00:00Z") })
    .execute();
  const stale = await browser(server).get(path);
  expect([stale.status, stale.body.includes("Send me the new one")]).toEqual([410, true]);
  const sent = await browser(server).post(path, { again: "yes" });
  expect([sent.status, sent.body.includes("on its way")]).toEqual([200, true]);
  const mails = await mailed("home");
  expect(mails.slice(before)).toMatchObject([{ toEmail: dana.email, projectId: seed.acme.id }]);
});

test("whoever is taken off a project or a client is out with the next request, by link and by session", async () => {
  const path = await homeLink();
  const phone = await signedIn(server, dana);
  expect((await phone.get(acme)).status).toBe(200);
  await as(seed.amara).delete(`/projects/${seed.acme.id}/contacts/${dana.id}`);
  expect((await phone.get(acme)).status).toBe(404);
  expect((await browser(server).get(path)).status).toBe(410);
  await as(seed.amara).put(`/projects/${seed.acme.id}/contacts/${dana.id}`, { role: "approver" });
  expect((await phone.get(acme)).status).toBe(200);
  await as(seed.amara).delete(`/contacts/${dana.id}`);
  expect((await phone.get(acme)).status).toBe(401);
});

test("send me my link answers the same for everybody, and mails only who is known here", async () => {
  const before = (await mailed("home")).length;
  const answers = [];
  for (const email of [lee.email, "nobody@client.test", finn.email, seed.jo.email])
    answers.push(await browser(server).post("/portal/birch/link", { email }));
  expect(new Set(answers.map(({ status, body }) => `${status} ${body}`)).size).toBe(1);
  expect((await mailed("home")).slice(before).map(({ toEmail }) => toEmail)).toEqual([lee.email]);
});

test("a short address asks for a link that reaches whoever is known", async () => {
  const { status, body } = await browser(server).get("/portal/acme");
  expect(status).toBe(401);
  const action = /action="([^"]+)"/.exec(body)?.[1] ?? "";
  const before = (await mailed("home")).length;
  await browser(server).post(action, { email: lee.email });
  expect((await mailed("home")).slice(before).map(({ toEmail }) => toEmail)).toEqual([lee.email]);
});

test("where a code is asked for, a new device goes through it once, with five tries", async () => {
  await database.maintenance
    .updateTable("projects")
    .set({ securityLevel: "code" })
    .where("id", "=", seed.baker.id)
    .execute();
  const phone = await signedIn(server, mira, "link");
  const door = await phone.get("/portal/birch/baker");
  expect(door.status).toBe(303);
  const code = String(door.headers.location);
  expect((await phone.get(code)).body).toContain("m•••@client.test");
  expect((await phone.post(code, { "send-code": "yes" })).body).toContain("Code");
  const right = codeIn(await mailed("code"));
  expect(JSON.stringify(await as(seed.amara).get("/mails"))).not.toContain(right);
  const wrong = right === "000000" ? "000001" : "000000";
  expect((await phone.post(code, { code: wrong })).status).toBe(400);
  const through = await phone.post(code, { code: ` ${right.slice(0, 3)} ${right.slice(3)}` });
  expect([through.status, through.headers.location]).toEqual([303, "/portal/birch/baker"]);
  expect((await phone.get("/portal/birch/baker")).status).toBe(200);
  const other = await signedIn(server, mira, "link");
  expect((await other.post(code, { code: right })).status).toBe(400);
  await other.post(code, { "send-code": "yes" });
  const again = codeIn(await mailed("code"));
  for (let turn = 0; turn < 5; turn++) await other.post(code, { code: again === "123456" ? "1" : "123456" });
  expect((await other.post(code, { code: again })).status).toBe(400);
});

test("a member looks as a client would, and can send nothing", async () => {
  const sam = browser(server, seed.sam.cookie);
  const { status, body } = await sam.get(`${acme}?as=client`);
  expect([status, body.includes("You see what clients see")]).toEqual([200, true]);
  expect(body).toContain(`href="${acme}/plan?as=client"`);
  expect((await sam.get(`${acme}?as=${lee.id}`)).status).toBe(200);
  expect((await sam.get(`${acme}?as=${mira.id}`)).status).toBe(404);
  expect((await sam.get(`/portal/birch/baker?as=client`)).status).toBe(404);
  expect((await browser(server, seed.gil.cookie).get(`${acme}?as=client`)).status).toBe(403);
  expect((await browser(server, seed.other.owner.cookie).get(`${acme}?as=client`)).status).toBe(404);
  expect((await browser(server).get(`${acme}?as=client`)).status).toBe(404);
});

test("opened means that the page was before somebody's eyes, not that it was fetched", async () => {
  const phone = await signedIn(server, lee);
  const { body } = await phone.get(acme);
  const token = /data-view="([^"]+)"/.exec(body)?.[1] ?? "";
  const views = () =>
    database.maintenance
      .selectFrom("portalViews")
      .select(["page", "seenAt"])
      .where("personId", "=", lee.id)
      .execute();
  expect(await views()).toMatchObject([{ page: "home", seenAt: null }]);
  const tell = (payload: string) =>
    server.app.inject({
      method: "POST",
      url: "/portal-seen",
      payload,
      headers: { "content-type": "text/plain" },
    });
  await tell(token.replace(/.$/, (last) => (last === "A" ? "B" : "A")));
  await tell(`${seed.workspaceId}.${newId()}.x`);
  expect(await views()).toMatchObject([{ seenAt: null }]);
  await tell(token);
  expect(await views()).toMatchObject([{ seenAt: kit.at }]);
});

test("the language is the contact's choice and stays", async () => {
  const phone = await signedIn(server, lee);
  expect((await phone.post(acme, { language: "de" })).headers.location).toBe(acme);
  expect((await phone.get(acme)).body).toContain('<html lang="de">');
  const gone = await phone.post(acme, { leave: "yes" });
  expect(gone.headers.location).toBe("/portal/birch/link");
  expect((await phone.get(acme)).status).toBe(401);
});
