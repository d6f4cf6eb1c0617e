import { sql } from "kysely";
import { expect, test } from "vitest";
import { sealedHead } from "../events/sealed-head.ts";
import { checkRecord } from "../evidence/check-record.ts";
import { readRecord } from "../evidence/record.ts";
import { verifyAll } from "../evidence/verify-all.ts";
import { queueMail } from "../mail/mails.ts";
import { askingAcme } from "../testing/approvals.ts";
import { seedDecided } from "../testing/decided.ts";
import { addContact, browser, seedContacts, signedIn } from "../testing/portal.ts";
import { publishedPlan } from "../testing/published.ts";
import { type Loose, testServer } from "../testing/server.ts";

const server = await testServer();
const { database, kit, seed, as } = server;
const { workspaceId, acme } = seed;
const people = await seedContacts(server);
const { dana, lee, mira } = people;
const owner = as(seed.amara);
const { activeMilestone, askWhetherDone, easy } = askingAcme(server, as(seed.sam), people);
const home = "/portal/birch/acme";
const erase = (id: string, name: string, who = owner) => who.post(`/contacts/${id}/erase`, { name });
await publishedPlan(server, [{ title: "Launch", targetOn: "2026-04-30" }]);
await easy();

/** All that the database holds, as text; evidence and events in it. */
async function everything(): Promise<string> {
  const { rows } = await sql<{ schema: string; name: string }>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_schema in ('milepost', 'auth') and table_type = 'BASE TABLE'`.execute(database.maintenance);
  const texts = [];
  for (const { schema, name } of rows) {
    const table = sql.table(`${schema}.${name}`);
    const found = await sql<{ row: string }>`select t::text as row from ${table} t`.execute(
      database.maintenance,
    );
    texts.push(...found.rows.map(({ row }) => `${name}: ${row}`));
  }
  return texts.join("\n");
}

test("P5: whoever is erased leaves what they said and decided, of somebody without a name", async () => {
  const decided = await seedDecided(server, people, 7);
  const of = { workspaceId, projectId: decided.projectId, approvalId: decided.id };
  await sealedHead(server, of);
  const record = () =>
    database.inWorkspace(workspaceId, (db) => readRecord({ db, schema: "milepost", workspaceId }, of));
  const before = (await record()).text;
  expect(before).toContain(dana.name);

  const phone = await signedIn(server, dana, "account");
  expect((await phone.post(home, { words: "Shorter, please" })).status).toBe(303);
  await owner.post(`/projects/${acme.id}/contacts/${dana.id}/link`);
  await database.inWorkspace(workspaceId, (tx) =>
    queueMail(
      tx,
      kit,
      { workspaceId, personId: seed.sam.id, email: seed.sam.email, projectId: acme.id },
      {
        kind: "clientWords",
        data: { author: dana.name, project: "Acme", subject: "Acme", excerpt: "Shorter", path: "/p/acme" },
      },
      "words",
    ),
  );
  const file = await owner.get(`/contacts/${dana.id}/export`);
  expect(file.headers["content-disposition"]).toContain("attachment");
  expect(file.body).toMatchObject({
    person: { name: dana.name, email: dana.email },
    projects: [{ key: "ACME", role: "approver" }],
    comments: [{ body: "Shorter, please" }],
  });
  expect(file.body.decisions.length).toBeGreaterThan(0);
  const hashes = await database.maintenance.selectFrom("links").select("hash").execute();
  for (const { hash } of hashes) expect(JSON.stringify(file.body)).not.toContain(hash);
  const decisions = () => database.maintenance.selectFrom("decisions").selectAll().orderBy("id").execute();
  const seals = () => database.maintenance.selectFrom("seals").select(["n", "hash"]).orderBy("n").execute();
  const kept = [await decisions(), await seals()];

  expect((await erase(dana.id, "Dana")).body.type).toContain("name-differs");
  expect((await erase(dana.id, ` ${dana.name} `)).status).toBe(204);

  const all = await everything();
  expect([all.includes(dana.email), all.includes(dana.name), all.includes("Shorter, please")]).toEqual([
    false,
    false,
    true,
  ]);
  expect((await phone.get(home)).status).toBe(401);
  const [now, sealed] = [await decisions(), await seals()];
  expect(now.map(({ linkId: _link, ...row }) => row)).toEqual(
    (kept[0] ?? []).map((row) => ({ ...row, linkId: undefined })).map(({ linkId: _link, ...row }) => row),
  );
  expect(sealed.slice(0, kept[1]?.length)).toEqual(kept[1]);

  await sealedHead(server, of);
  const verified = await verifyAll(database, kit.dataDir);
  expect([verified.events.faults, verified.approvals.faults]).toEqual([[], []]);
  expect(checkRecord(Buffer.from(before))).toHaveProperty("sound");
  const after = (await record()).text;
  expect([after.includes(dana.name), "sound" in checkRecord(Buffer.from(after))]).toEqual([false, true]);
});

test("what they said is of a former contact, in the language of whoever reads it", async () => {
  const { body: team } = await owner.get(`/comments?subject=project:${acme.id}&audience=client`);
  expect(team.items).toMatchObject([{ authorName: "Former contact", body: "Shorter, please" }]);
  const phone = await signedIn(server, lee, "account");
  expect((await phone.get(home)).body).toContain("Former contact,");
  expect((await phone.get(`${home}/decisions`)).body).not.toContain("Somebody");
  await phone.post(home, { language: "de" });
  expect((await phone.get(home)).body).toContain("Frühere Kontaktperson,");
});

test("who erased somebody is on record, and whom not", async () => {
  const { items } = (await owner.get("/events")).body;
  const erased = items.find(({ verb }: Loose) => verb === "person.erased");
  expect(erased).toMatchObject({ actorName: "Amara", subject: { kind: "person", id: dana.id } });
  expect(JSON.stringify(erased)).not.toContain("Dana");
  expect((await erase(dana.id, "Former contact")).status).toBe(404);
});

test("as long as something is asked of somebody they are not erased, and what it is is named", async () => {
  const nell = await addContact(server, workspaceId, "Nell Ode", acme, "approver");
  const milestone = await activeMilestone("Copy ready");
  const asked = await askWhetherDone(milestone, { deciders: [{ personId: nell.id }], rule: "any" });
  const at = `/projects/${acme.id}/client-requests`;
  const request = (await owner.post(at, { title: "Access", kind: "access", contactId: nell.id })).body;
  await owner.post(`/client-requests/${request.id}/ask`);
  const refused = await erase(nell.id, nell.name);
  expect([refused.status, refused.body.facts.open]).toEqual([
    422,
    [
      { kind: "approval", projectKey: "ACME", number: expect.any(Number), title: expect.any(String) },
      { kind: "request", projectKey: "ACME", number: 1, title: "Access" },
    ],
  ]);
  await owner.post(`/approvals/${asked.body.id}/cancel`, { reason: "She leaves" });
  await owner.post(`/client-requests/${request.id}/cancel`);
  expect((await erase(nell.id, nell.name)).status).toBe(204);
});

test("whoever was taken off before can still be erased, and is in the list until then", async () => {
  expect((await owner.delete(`/contacts/${mira.id}`)).status).toBe(204);
  const former = async () => (await owner.get("/former-contacts")).body.items.map(({ name }: Loose) => name);
  expect(await former()).toEqual([mira.name]);
  expect((await erase(mira.id, mira.name)).status).toBe(204);
  expect(await former()).toEqual([]);
});

test("A29: nobody but owner and admin erases, and nobody erases a member", async () => {
  for (const who of [seed.sam, seed.jo, seed.gil])
    expect((await erase(lee.id, lee.name, as(who))).status).toBe(403);
  expect((await as(seed.sam).get(`/contacts/${lee.id}/export`)).status).toBe(403);
  expect((await as(seed.other.owner).get(`/contacts/${lee.id}/export`)).status).toBe(404);
  expect((await erase(lee.id, lee.name, as(seed.other.owner))).status).toBe(404);
  expect((await erase(seed.jo.id, seed.jo.name)).status).toBe(404);
  const phone = await signedIn(server, lee, "account");
  expect((await erase(lee.id, lee.name, as({ ...seed.jo, cookie: phone.cookie }))).status).toBe(401);
  expect((await browser(server, phone.cookie).get(home)).status).toBe(200);
});
