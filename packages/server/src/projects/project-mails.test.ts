import { beforeEach, expect, test } from "vitest";
import { newId } from "../kit/id.ts";
import { sendDueMails } from "../mail/mail-sender.ts";
import { queueMail } from "../mail/mails.ts";
import { headerOf, mailServer } from "../testing/mail-server.ts";
import { type Loose, testServer } from "../testing/server.ts";

const { database, kit, seed, as } = await testServer();
const smtp = await mailServer();
const { workspaceId, acme, baker, amara, sam, jo, kim, gil } = seed;
const dana = (
  await as(amara).post("/contacts", { clientId: acme.clientId, name: "Dana", email: "dana@client.test" })
).body;

beforeEach(async () => {
  smtp.received.length = 0;
  smtp.fault = null;
  await database.maintenance.deleteFrom("mails").execute();
});

async function failed(projectId: string | null = acme.id): Promise<string> {
  await database.inWorkspace(workspaceId, (tx) =>
    queueMail(
      tx,
      kit,
      {
        workspaceId,
        personId: dana.personId,
        email: "dana@client.test",
        ...(projectId ? { projectId } : {}),
      },
      { kind: "home", data: { linkId: newId(), project: "Acme" } },
      newId(),
    ),
  );
  smtp.fault = { answers: 550 };
  await sendDueMails(database, kit, smtp.transport);
  smtp.fault = null;
  const row = await database.maintenance
    .selectFrom("mails")
    .select("id")
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
  return row.id;
}

const ids = (answer: { body: Loose }) => answer.body.items.map(({ id }: Loose) => id);

test("the managers of a project see its mails and no others; the team around them none", async () => {
  const ours = await failed();
  const theirs = await failed(baker.id);
  const nobodys = await failed(null);
  const path = `/projects/${acme.id}/mails`;
  expect(ids(await as(sam).get(path))).toEqual([ours]);
  expect((await as(jo).get(path)).status).toBe(403);
  expect((await as(gil).get(path)).status).toBe(403);
  expect((await as(kim).get(path)).status).toBe(404);
  expect(ids(await as(amara).get("/mails"))).toEqual([nobodys, theirs, ours]);
  expect((await as(sam).get("/mails")).status).toBe(403);
  expect((await as(sam).post(`/mails/${theirs}/send`)).status).toBe(404);
  expect((await as(sam).post(`/mails/${nobodys}/send`)).status).toBe(404);
});

test("mails are found by state, project and person", async () => {
  const one = await failed();
  await failed(baker.id);
  const found = async (query: string) => ids(await as(amara).get(`/mails?${query}`));
  expect(await found(`state=failed&projectId=${acme.id}`)).toEqual([one]);
  expect(await found(`personId=${dana.personId}`)).toHaveLength(2);
  for (const state of ["waiting", "sent", "came-back", "outbox", "refused"])
    expect([state, await found(`state=${state}`)]).toEqual([state, []]);
  await database.maintenance
    .updateTable("mails")
    .set({ state: "sent", bouncedAt: kit.at })
    .where("id", "=", one)
    .execute();
  expect(await found("state=came-back")).toEqual([one]);
  expect(await found("state=sent")).toEqual([]);
});

test("P8: what failed or came back is sent again under the same Message-ID, and only that", async () => {
  const id = await failed();
  expect((await as(sam).post(`/mails/${id}/send`)).body).toMatchObject({
    state: "queued",
    tries: 0,
    lastError: null,
  });
  expect((await as(sam).post(`/mails/${id}/send`)).status).toBe(409);
  await sendDueMails(database, kit, smtp.transport);
  expect((await as(sam).post(`/mails/${id}/send`)).status).toBe(409);
  await database.maintenance.updateTable("mails").set({ bouncedAt: kit.at }).execute();
  expect((await as(sam).post(`/mails/${id}/send`)).status).toBe(200);
  await sendDueMails(database, kit, smtp.transport);
  const [first, second] = smtp.received.map((mail) => headerOf(mail, "Message-ID"));
  expect(first).toMatch(/^<[0-9a-f-]{36}@localhost>$/);
  expect(second).toBe(first);
  await database.maintenance.updateTable("mails").set({ state: "refused" }).execute();
  expect((await as(sam).post(`/mails/${id}/send`)).status).toBe(409);
});

test("A79: nobody gets at a link by changing where it goes: the old mail does not go to a new address", async () => {
  const id = await failed();
  const path = `/contacts/${dana.personId}`;
  const { revision } = (
    await as(amara).patch(path, { email: "amara@evil.test" }, { "if-match": `"r${dana.revision}"` })
  ).body;
  const refused = await as(sam).post(`/mails/${id}/send`);
  expect([refused.status, refused.body.type]).toEqual([422, "urn:milepost:problem:address-changed"]);
  await as(amara).patch(path, { email: "dana@client.test" }, { "if-match": `"r${revision}"` });
  expect((await as(sam).post(`/mails/${id}/send`)).status).toBe(200);
});

test("without a mail server nothing pretends to be on its way", async () => {
  const id = await failed();
  kit.mail = { ...kit.mail, configured: false };
  const refused = await as(sam).post(`/mails/${id}/send`);
  kit.mail = { ...kit.mail, configured: true };
  expect([refused.status, refused.body.type]).toEqual([422, "urn:milepost:problem:no-mail-server"]);
});

test("a contact's card says when mail to their address came back, until the address is another", async () => {
  await failed();
  const card = async () =>
    (await as(jo).get("/contacts")).body.items.find(({ personId }: Loose) => personId === dana.personId);
  expect((await card()).mailCameBackAt).toBeNull();
  await database.maintenance.updateTable("mails").set({ bouncedAt: kit.at }).execute();
  const { mailCameBackAt, revision } = await card();
  expect(new Date(mailCameBackAt).toISOString()).toBe(kit.at.toISOString());
  await as(amara).patch(
    `/contacts/${dana.personId}`,
    { email: "new@client.test" },
    { "if-match": `"r${revision}"` },
  );
  expect((await card()).mailCameBackAt).toBeNull();
});
