import { expect, test } from "vitest";
import { addContact, browser, seedContacts } from "../testing/portal.ts";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { database, kit, seed } = server;
const { dana, lee } = await seedContacts(server);
const { workspaceId, acme, baker, other } = seed;
/** Dana of another house, and of a second project in this one. */
const elsewhere = await addContact(server, other.workspaceId, "Dana Moss", other.project, "observer");
await database.maintenance
  .insertInto("contactRoles")
  .values({ workspaceId, projectId: baker.id, personId: dana.id, role: "observer" })
  .execute();

const mails = async () =>
  (
    await database.maintenance
      .selectFrom("mails")
      .select(["workspaceId", "personId", "projectId"])
      .where("kind", "=", "home")
      .orderBy("id")
      .execute()
  ).map((mail) => `${mail.workspaceId} ${mail.personId} ${mail.projectId}`);

async function ask(path: string, email: string) {
  const before = await mails();
  const began = performance.now();
  const { status, body } = await browser(server).post(path, { email });
  const ms = performance.now() - began;
  return { told: `${status} ${body}`, ms, sent: (await mails()).slice(before.length).sort() };
}

const inBirch = [acme, baker].map(({ id }) => `${workspaceId} ${dana.id} ${id}`).sort();
const inOther = [`${other.workspaceId} ${elsewhere.id} ${other.project.id}`];

test("whoever several houses know is mailed the links of each; a house that is named mails its own", async () => {
  expect(dana.email).toBe(elsewhere.email);
  expect((await ask("/portal/link", ` ${dana.email.toUpperCase()} `)).sent).toEqual(
    [...inBirch, ...inOther].sort(),
  );
  expect((await ask("/portal/birch/link", dana.email)).sent).toEqual(inBirch);
  expect((await ask("/portal/nowhere/link", dana.email)).sent).toEqual([]);
});

test("A51: in how many houses an address is known shows in nothing: words, time, limit", async () => {
  kit.at = new Date(kit.at.getTime() + 16 * 60_000);
  const several = [];
  const one = [];
  const none = [];
  for (let n = 0; n < 7; n++) {
    several.push(await ask("/portal/link", dana.email));
    one.push(await ask("/portal/link", lee.email));
    none.push(await ask("/portal/link", "nobody@client.test"));
  }
  expect(new Set([...several, ...one, ...none].map(({ told }) => told)).size).toBe(1);
  expect(several.map(({ sent }) => sent.length)).toEqual([3, 3, 3, 3, 3, 0, 0]);
  expect(one.map(({ sent }) => sent.length)).toEqual([1, 1, 1, 1, 1, 0, 0]);
  const median = (all: { ms: number }[]) => all.map(({ ms }) => ms).sort((a, b) => a - b)[3] ?? 0;
  const times = [median(several), median(one), median(none)];
  expect(Math.min(...times)).toBeGreaterThanOrEqual(245);
  expect((Math.max(...times) - Math.min(...times)) / Math.min(...times)).toBeLessThan(0.1);
});
