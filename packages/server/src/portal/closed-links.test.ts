import { expect, test } from "vitest";
import { linkAddress } from "../mail/mail-link.ts";
import { browser, seedContacts, signedIn } from "../testing/portal.ts";
import { testServer } from "../testing/server.ts";
import { makePersonLink, type PersonLinkKind } from "./person-links.ts";

const server = await testServer();
const { database, kit, seed } = server;
const { dana, lee } = await seedContacts(server);
const { workspaceId, acme } = seed;

async function danas(kind: PersonLinkKind, change: object = {}): Promise<string> {
  const id = await database.inWorkspace(workspaceId, (tx) =>
    makePersonLink(tx, kit, { workspaceId, kind, person: dana, projectId: acme.id }),
  );
  await database.maintenance
    .updateTable("links")
    .set({ ...change, subjectId: null })
    .where("id", "=", id)
    .execute();
  return linkAddress(kit, kind, id).slice(kit.baseUrl.length);
}

const mails = async () =>
  (await database.maintenance.selectFrom("mails").select(["kind", "toEmail"]).orderBy("id").execute()).map(
    ({ kind, toEmail }) => `${kind} ${toEmail}`,
  );

const day = new Date("2026-03-01T00:00:00Z");
const STATES = [
  ["expired", { expiresAt: day }, "that while is over"],
  ["superseded", { supersededAt: day }, "A newer one has taken its place."],
  ["revoked", { revokedAt: day }, "It was taken back."],
  ["used", { consumedAt: day }, "it was used already"],
] as const;

test.each(["home", "sign-in", "account"] as const)(
  "a %s link that is shut says why, and mails the same again to its person",
  async (kind) => {
    for (const [, change, words] of STATES) {
      kit.at = new Date(kit.at.getTime() + 16 * 60_000);
      const path = await danas(kind, change);
      const shut = await browser(server).get(path);
      expect([words, shut.status, shut.body.includes(words)]).toEqual([words, 410, true]);
      expect(shut.body).not.toContain(dana.email);
      const before = await mails();
      const sent = await browser(server).post(path, { again: "yes" });
      expect([words, sent.status, sent.body.includes("on its way")]).toEqual([words, 200, true]);
      expect((await mails()).slice(before.length)).toEqual([`${kind} ${dana.email}`]);
    }
  },
);

test("who holds an old link cannot fill its person's mailbox", async () => {
  kit.at = new Date(kit.at.getTime() + 60 * 60_000);
  const path = await danas("home", { revokedAt: day });
  const before = (await mails()).length;
  const statuses = [];
  for (let n = 0; n < 7; n++) statuses.push((await browser(server).post(path, { again: "yes" })).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
  expect((await mails()).length - before).toBe(5);
});

test("a link that was cut off, or leads elsewhere, offers one's own link without telling anything", async () => {
  const path = await danas("home");
  const cut = await browser(server).get(path.slice(0, -4));
  expect([cut.status, cut.body.includes("not whole")]).toEqual([410, true]);
  const foreign = await browser(server).get(path.replace("/h/", "/s/"));
  expect([foreign.status, foreign.body.includes("for another place")]).toEqual([410, true]);
  for (const { body } of [cut, foreign]) {
    expect(body).toContain('action="/portal/link"');
    expect(body).not.toMatch(/Dana|ACME|Birch/);
  }
  const before = (await mails()).length;
  for (const email of [lee.email, "nobody@client.test"])
    expect((await browser(server).post("/portal/link", { email })).body).toContain(
      "If this address is known here",
    );
  expect((await mails()).slice(before)).toEqual([`home ${lee.email}`]);
});

test("a link that was passed on says whose it is, and lets nobody become somebody else unasked", async () => {
  const path = await danas("home");
  const nobody = await browser(server).get(path);
  expect(nobody.body).toContain("This link is for Dana Reyes. Not you?");
  expect(nobody.body).toContain('href="/portal/birch/link"');
  const phone = await signedIn(server, lee);
  const before = phone.cookie;
  const page = await phone.get(path, { "sec-fetch-mode": "navigate" });
  expect([page.status, phone.cookie]).toEqual([200, before]);
  expect(page.body).toContain("This link is for Dana Reyes. On this device you are Lee Marsh.");
  expect((await phone.get("/portal/birch/acme")).body).toContain("You are here as Lee Marsh.");
});
