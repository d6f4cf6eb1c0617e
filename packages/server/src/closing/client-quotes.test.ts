import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { verifyFile } from "../evidence/verify-file.ts";
import { browser, linkPath, seedContacts, signedIn } from "../testing/portal.ts";
import { publishedPlan } from "../testing/published.ts";
import { type Loose, testServer } from "../testing/server.ts";

const server = await testServer();
const { database, seed, as } = server;
const { dana, lee, mira } = await seedContacts(server);
const { workspaceId, acme } = seed;
const sam = as(seed.sam);
const path = `/projects/${acme.id}/client-quotes`;
const page = "/portal/birch/acme/quote";
const plan = await publishedPlan(server, [{ title: "Launch", targetOn: "2026-03-20" }]);
await plan.reach(plan.ids[0] ?? "", "2026-03-20");
const mails = () =>
  database.maintenance
    .selectFrom("mails")
    .select(["personId", "state", "data"])
    .where("kind", "=", "clientQuote")
    .orderBy("id")
    .execute();
const lastLink = async () => {
  const { linkId } = ((await mails()).at(-1)?.data ?? {}) as { linkId: string };
  return linkPath(server, "quote", "q", linkId);
};
const list = async (): Promise<Loose[]> => (await as(seed.jo).get(path)).body.items;

test("those who lead ask people of the client, one sentence at a time, by mail", async () => {
  const words = "They kept every date.";
  expect((await as(seed.jo).post(path, { contactId: dana.id, words })).status).toBe(403);
  expect((await sam.post(path, { contactId: mira.id, words })).status).toBe(404);
  expect((await sam.post(path, { contactId: dana.id, words: "  " })).status).toBe(400);
  const { status, body } = await sam.post(path, { contactId: dana.id, words });
  expect([status, body.state, body.contact.name]).toEqual([201, "asked", "Dana Reyes"]);
  expect((await sam.post(path, { contactId: dana.id, words })).body.type).toContain("quote-asked");
  const sent = await mails();
  expect(sent).toMatchObject([{ personId: dana.id, data: { words, asker: "Sam" } }]);
});

test("looking confirms nothing, and nobody else finds the page", async () => {
  const link = await lastLink();
  for (let n = 0; n < 50; n++) expect((await browser(server).get(link)).status).toBe(200);
  expect(await list()).toMatchObject([{ state: "asked", answeredAt: null }]);
  for (const other of [lee, mira]) expect((await (await signedIn(server, other)).get(page)).status).toBe(404);
  expect((await (await signedIn(server, dana)).get(page)).body).toContain("They kept every date.");
});

test("its author changes and confirms it once, without script", async () => {
  const link = await lastLink();
  const phone = browser(server);
  const empty = await phone.post(link, { do: "confirm", words: "  " });
  expect([empty.status, empty.body.includes("Write the sentence, or say no.")]).toEqual([400, true]);
  const done = await phone.post(link, { do: "confirm", words: "They kept <every> date\nthat they named." });
  expect([done.status, done.headers.location]).toEqual([303, link]);
  await phone.post(link, { do: "confirm", words: "Something else" });
  expect(await list()).toMatchObject([
    { state: "confirmed", confirmedWords: "They kept <every> date that they named.", nameHidden: false },
  ]);
  const shown = (await phone.get(link)).body;
  expect(shown).toContain("They kept &lt;every&gt; date that they named.");
  expect(shown).toContain("With your name: Dana Reyes");
  expect((await sam.delete(`/client-quotes/${(await list())[0]?.id}`)).status).toBe(409);
});

test("what was asked by mistake is taken back, with its mail and its link", async () => {
  const { body } = await sam.post(path, { contactId: lee.id, words: "Wrong project" });
  const link = await lastLink();
  expect((await as(seed.jo).delete(`/client-quotes/${body.id}`)).status).toBe(403);
  expect((await sam.delete(`/client-quotes/${body.id}`)).status).toBe(204);
  expect((await mails()).map(({ personId }) => personId)).toEqual([dana.id]);
  expect((await browser(server).get(link)).status).toBe(404);
});

test("in German, without a name, and taken back later", async () => {
  await database.inWorkspace(workspaceId, (tx) =>
    tx.updateTable("persons").set({ language: "de" }).where("id", "=", lee.id).execute(),
  );
  await sam.post(path, { contactId: lee.id, words: "Immer pünktlich." });
  const phone = browser(server);
  const link = await lastLink();
  expect((await phone.get(link)).body).toContain("Dürfen wir Sie zitieren?");
  await phone.post(link, { do: "confirm", words: "Immer pünktlich.", hideName: "yes" });
  expect((await phone.get(link)).body).toContain("Ohne Ihren Namen");
  expect((await list())[0]).toMatchObject({ state: "confirmed", nameHidden: true });
});

const folder = mkdtempSync(join(tmpdir(), "milepost-quotes-"));
const record = async (): Promise<string> => {
  const { body } = await sam.post(`/projects/${acme.id}/delivery-records`, {});
  const file = await server.app.inject({
    url: `/api/v1/delivery-records/${body.id}/record.json`,
    headers: { cookie: seed.sam.cookie },
  });
  return file.body;
};
const verify = async (text: string) => {
  const file = join(folder, "record.json");
  writeFileSync(file, text);
  return verifyFile({ record: file, files: [] });
};

test("the delivery record says the sentences, each proved by its author's own word or without a name", async () => {
  await database.inWorkspace(workspaceId, (tx) =>
    tx.updateTable("projects").set({ state: "completed" }).where("id", "=", acme.id).execute(),
  );
  const text = await record();
  expect(text).not.toContain("Lee Marsh");
  const { code, lines } = await verify(text);
  expect([code, lines.join("\n")]).toEqual([
    0,
    expect.stringContaining("“They kept <every> date that they named.” Dana Reyes"),
  ]);
  expect(lines.join("\n")).toContain("“Immer pünktlich.” (name left out)");
  expect(lines.join("\n")).toContain("2 quotes against the seals");
  const other = await verify(text.replace("date that they named", "day that they named."));
  expect([other.code, other.lines[0]]).toEqual([1, "ALTERED  quote 1"]);
});

test("whoever takes their word back is in no later record", async () => {
  const phone = browser(server);
  const link = await lastLink();
  await phone.post(link, { do: "decline" });
  expect((await phone.get(link)).body).toContain("Niemand zitiert Sie.");
  expect((await list())[0]).toMatchObject({ state: "declined", confirmedWords: null });
  const text = await record();
  expect(text).not.toContain("Immer pünktlich.");
  expect((await verify(text)).code).toBe(0);
});
