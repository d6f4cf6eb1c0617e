import { beforeEach, expect, test } from "vitest";
import { browser, seedContacts } from "../testing/portal.ts";
import { type Loose, testServer } from "../testing/server.ts";

const server = await testServer();
const { app, database, kit, seed, as } = server;
const { dana, lee } = await seedContacts(server);
const sam = as(seed.sam);
const at = `/projects/${seed.acme.id}`;
const set = (securityLevel: string) =>
  database.maintenance
    .updateTable("projects")
    .set({ securityLevel })
    .where("id", "=", seed.acme.id)
    .execute();
const hasMail = (configured: boolean) => {
  kit.mail = { ...kit.mail, configured };
};

beforeEach(async () => {
  hasMail(true);
  await set("easy");
});

async function asked(): Promise<Loose> {
  const wanted = { title: "Access", kind: "access", contactId: dana.id };
  const { id } = (await sam.post(`${at}/client-requests`, wanted)).body;
  return (await sam.post(`/client-requests/${id}/ask`)).body;
}
const make = (id: string, who = sam) => who.post(`/client-requests/${id}/handed-over-link`);
const one = async (id: string): Promise<Loose> => (await sam.get(`/client-requests/${id}`)).body;
const pathOf = ({ body }: Loose) => String(body.url).slice(kit.baseUrl.length);

test("a link to what was asked is handed over only where mail cannot carry it and a link is enough", async () => {
  const { id } = await asked();
  expect((await make(id)).body.type).toContain("mailed");
  await database.maintenance.updateTable("mails").set({ bouncedAt: kit.at }).execute();
  expect((await make(id)).status).toBe(201);
  await database.maintenance.updateTable("mails").set({ bouncedAt: null }).execute();
  hasMail(false);
  expect((await make(id)).status).toBe(201);
  for (const level of ["code", "account"]) {
    await set(level);
    expect([level, (await make(id)).body.type]).toEqual([level, expect.stringContaining("proves-itself")]);
  }
  await set("easy");
  expect([(await make(id, as(seed.jo))).status, (await make(id, as(seed.kim))).status]).toEqual([403, 404]);
  const draft = (await sam.post(`${at}/client-requests`, { title: "Later", kind: "access" })).body;
  expect((await make(draft.id)).body.type).toContain("not-asked");
});

test("whatever is answered by a handed-over link says so: to the team, the client, in mail and on record", async () => {
  hasMail(false);
  const request = await asked();
  const made = await make(request.id);
  expect(made.headers["cache-control"]).toBe("no-store");
  const path = pathOf(made);
  const phone = browser(server);
  expect((await phone.post(path, { words: "Call me", do: "save" })).status).toBe(303);
  expect((await phone.post(path, { words: "Call me", do: "send" })).status).toBe(303);
  const { sent } = await one(request.id);
  expect(sent).toMatchObject([{ words: "Call me", handedOverBy: seed.sam.id, handedOverName: "Sam" }]);
  expect((await phone.get(path)).body).toContain("Came by a link that Sam handed over.");
  const mail = await database.maintenance
    .selectFrom("mails")
    .select("data")
    .where("kind", "=", "requestNews")
    .executeTakeFirstOrThrow();
  expect(mail.data).toMatchObject({ through: "Sam", path: "/p/acme/requests" });
  const events = await database.maintenance
    .selectFrom("events")
    .select(["verb", "data"])
    .where("subjectId", "=", request.id)
    .orderBy("id")
    .execute();
  expect(events.at(-2)).toMatchObject({
    verb: "clientRequest.linkHandedOver",
    data: { personId: dana.id },
  });
  expect(events.at(-1)).toMatchObject({
    verb: "clientRequest.answered",
    data: { handedOverBy: seed.sam.id },
  });
  expect(JSON.stringify(events)).not.toContain(path.split("/").at(-1));
});

test("what was begun by a handed-over link says so, although it was sent by another", async () => {
  hasMail(false);
  const request = await asked();
  await browser(server).post(pathOf(await make(request.id)), { words: "Begun", do: "save" });
  const home = await sam.post(`${at}/contacts/${dana.id}/handed-over-link`);
  expect(home.status).toBe(201);
  const link = await database.maintenance
    .updateTable("links")
    .set({ handedOverBy: null })
    .where("kind", "=", "home")
    .returning("id")
    .execute();
  expect(link).toHaveLength(1);
  const phone = browser(server);
  await phone.post(pathOf(home), {});
  await phone.post(`/portal/birch/acme/requests/${request.number}`, { words: "Sent", do: "send" });
  expect((await one(request.id)).sent).toMatchObject([{ words: "Sent", handedOverBy: seed.sam.id }]);
});

test("A38: a link that was handed over is kept nowhere, and opens for the person alone who was asked", async () => {
  hasMail(false);
  const { id } = await asked();
  const key = { "idempotency-key": crypto.randomUUID() };
  const first = pathOf(await sam.post(`/client-requests/${id}/handed-over-link`, undefined, key));
  const kept = await database.maintenance.selectFrom("idempotency").selectAll().execute();
  expect(JSON.stringify(kept)).not.toContain(first.split("/").at(-1));
  const stored = await database.maintenance.selectFrom("links").selectAll().execute();
  expect(JSON.stringify(stored)).not.toContain(first.split("/").at(-1));
  const { body } = await browser(server).get(first);
  expect([body.includes(dana.name), body.includes(lee.name)]).toEqual([true, false]);
  expect((await app.inject(first.replace("/r/", "/d/"))).statusCode).toBe(410);
  await as(seed.amara).delete(`/contacts/${dana.id}`);
  expect((await browser(server).get(first)).status).toBe(410);
});
