import { beforeEach, expect, test } from "vitest";
import { newId } from "../kit/id.ts";
import { codeDigits } from "../kit/secret.ts";
import { makePersonLink } from "../portal/person-links.ts";
import { addContact, browser, linkPath, type SeedContact, signedIn } from "../testing/portal.ts";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { database, kit, seed, as } = server;
const { workspaceId, acme } = seed;
const page = "/portal/birch/acme";
let nora: SeedContact;
beforeEach(async () => {
  nora = await addContact(server, workspaceId, `N${newId().slice(0, 8)} Nell`, acme, "approver");
});

async function waysIn() {
  const linkId = await database.inWorkspace(workspaceId, (tx) =>
    makePersonLink(tx, kit, { workspaceId, kind: "home", person: nora, projectId: acme.id }),
  );
  const link = linkPath(server, "home", "h", linkId);
  const weak = await signedIn(server, nora, "link");
  await weak.post("/portal/birch/code", { "send-code": "yes" });
  const mails = await database.maintenance
    .selectFrom("mails")
    .select("data")
    .where("kind", "=", "code")
    .orderBy("id", "desc")
    .execute();
  const code = codeDigits(kit.linkKey, String(Object(mails[0]?.data).codeId));
  return { link, weak, code, strong: await signedIn(server, nora, "account") };
}

async function open({ link, weak, strong }: Awaited<ReturnType<typeof waysIn>>): Promise<number[]> {
  const answers = [await browser(server).get(link), await weak.get(page), await strong.get(page)];
  return answers.map(({ status }) => status);
}

test("a new address ends what the old one could open, and a removed contact has nothing left", async () => {
  const before = await waysIn();
  expect(await open(before)).toEqual([200, 200, 200]);
  const moved = await as(seed.amara).patch(
    `/contacts/${nora.id}`,
    { email: "elsewhere@client.test" },
    { "if-match": "r1" },
  );
  expect(moved.status).toBe(200);
  expect(await open(before)).toEqual([410, 401, 401]);
  const fresh = await signedIn(server, nora, "link");
  expect((await fresh.post("/portal/birch/code", { code: before.code })).status).toBe(400);

  const after = await waysIn();
  expect(await open(after)).toEqual([200, 200, 200]);
  expect((await as(seed.amara).delete(`/contacts/${nora.id}`)).status).toBe(204);
  expect(await open(after)).toEqual([410, 401, 401]);
});

test("another name keeps every way in", async () => {
  const before = await waysIn();
  await as(seed.amara).patch(`/contacts/${nora.id}`, { name: "Nora Bell" }, { "if-match": "r1" });
  expect(await open(before)).toEqual([200, 200, 200]);
});

test("a link to a project that its person left stays shut when they come back", async () => {
  const { link, strong } = await waysIn();
  const part = `/projects/${acme.id}/contacts/${nora.id}`;
  await as(seed.amara).delete(part);
  expect((await strong.get(page)).status).toBe(404);
  await as(seed.amara).put(part, { role: "observer" });
  expect((await browser(server).get(link)).status).toBe(410);
  expect((await strong.get(page)).status).toBe(200);
});
