import { beforeEach, expect, test } from "vitest";
import { isOpen } from "../access/route.ts";
import { ROUTES } from "../app/routes.ts";
import { linkToken } from "../kit/secret.ts";
import { crawler } from "../testing/leak-crawler.ts";
import { requestFor } from "../testing/matrix-request.ts";
import { makeWorld } from "../testing/matrix-world.ts";
import { browser, seedContacts, signedIn } from "../testing/portal.ts";
import { type Loose, testServer } from "../testing/server.ts";

const server = await testServer();
const { app, database, kit, seed, as } = server;
const { dana, lee, mira } = await seedContacts(server);
const world = await makeWorld(database.maintenance, seed);
const project = `/projects/${seed.acme.id}`;
const page = "/portal/birch/acme";
const sam = as(seed.sam);
const of = (contact: { id: string }) => `${project}/contacts/${contact.id}`;
const access = async (): Promise<Loose> => (await sam.get(`${project}/client-access`)).body;
const person = async (contact: { id: string }): Promise<Loose> =>
  (await access()).people.find(({ personId }: Loose) => personId === contact.id);
const set = (values: object) =>
  database.maintenance.updateTable("projects").set(values).where("id", "=", seed.acme.id).execute();
const price = (priceMinor: number | null) =>
  database.maintenance
    .updateTable("milestones")
    .set({ priceMinor })
    .where("projectId", "=", seed.acme.id)
    .execute();
const links = () => database.maintenance.selectFrom("links").selectAll().orderBy("id").execute();

beforeEach(async () => {
  Object.assign(kit, { mail: { configured: true, from: "Milepost <milepost@example.test>" } });
  await set({ securityLevel: "easy" });
});

test("it says how the client's people come in, and when a page was last before their eyes", async () => {
  const phone = await signedIn(server, lee);
  const { body } = await phone.get(page);
  expect((await person(lee)).openedAt).toBeNull();
  const token = /data-view="([^"]+)"/.exec(body)?.[1] ?? "";
  const headers = { "content-type": "text/plain" };
  await app.inject({ method: "POST", url: "/portal-seen", payload: token, headers });
  expect(await person(lee)).toMatchObject({
    name: "Lee Marsh",
    role: "observer",
    language: "en",
    openedAt: kit.at.toISOString(),
    sessions: 1,
    mail: null,
    handsOver: false,
  });
  expect((await as(seed.gil).get(`${project}/client-access`)).status).toBe(403);
  expect((await as(seed.kim).get(`${project}/client-access`)).status).toBe(404);
  const { items } = (await sam.get(`${project}/portal-views`)).body;
  expect(items).toMatchObject([{ name: "Lee Marsh", page: "home", seenAt: kit.at.toISOString() }]);
});

test("a link goes to the person alone, and the team reads that it went", async () => {
  expect((await sam.post(`${of(dana)}/link`)).status).toBe(204);
  expect((await person(dana)).mail).toMatchObject({ state: "waiting" });
  expect((await as(seed.jo).post(`${of(dana)}/link`)).status).toBe(403);
  expect((await sam.post(`${project}/contacts/${mira.id}/link`)).status).toBe(404);
  const { items } = (await sam.get(`/events?projectId=${seed.acme.id}`)).body;
  expect(items[0]).toMatchObject({ verb: "contact.linkSent", actorName: "Sam" });
  expect(JSON.stringify(items[0])).toContain(dana.id);
});

test("a link is handed over only where mail cannot carry it and a link is enough, and carries a name", async () => {
  const handOver = () => sam.post(`${of(dana)}/handed-over-link`);
  expect((await handOver()).status).toBe(422);
  await database.maintenance.updateTable("mails").set({ bouncedAt: new Date() }).execute();
  expect(await person(dana)).toMatchObject({ mail: { state: "failed" }, handsOver: true });
  const made = await handOver();
  expect([made.status, made.headers["cache-control"]]).toEqual([201, "no-store"]);
  const path = String(made.body.url).slice(kit.baseUrl.length);
  const phone = browser(server);
  expect((await phone.post(path, {})).headers.location).toBe(page);
  expect((await links()).at(-1)).toMatchObject({ personId: dana.id, handedOverBy: seed.sam.id });
  const { items } = (await sam.get(`/events?projectId=${seed.acme.id}`)).body;
  expect(items[0]).toMatchObject({ verb: "contact.linkHandedOver", actorName: "Sam" });
  expect(JSON.stringify(items)).not.toContain(path);

  for (const securityLevel of ["code", "account"]) {
    await set({ securityLevel });
    expect([securityLevel, (await handOver()).status]).toEqual([securityLevel, 422]);
  }
  await set({ securityLevel: null });
  await price(null);
  expect((await handOver()).status).toBe(201);
  await price(100);
  expect((await handOver()).status).toBe(422);

  await set({ securityLevel: "easy" });
  await database.maintenance.deleteFrom("mails").execute();
  expect((await handOver()).status).toBe(422);
  Object.assign(kit, { mail: { configured: false, from: "" } });
  expect((await handOver()).status).toBe(201);
  expect((await as(seed.jo).post(`${of(dana)}/handed-over-link`)).status).toBe(403);
});

test("all links and sessions of a person end at once", async () => {
  const phone = await signedIn(server, dana);
  await sam.post(`${of(dana)}/link`);
  expect((await phone.get(page)).status).toBe(200);
  expect((await sam.delete(`${of(dana)}/access`)).status).toBe(204);
  expect((await phone.get(page)).status).toBe(401);
  for (const { id, kind, personId } of await links())
    if (personId === dana.id && kind === "home")
      expect((await browser(server).get(`/h/${linkToken(kit.linkKey, "home", id)}`)).status).toBe(410);
  expect((await person(dana)).sessions).toBe(0);
  expect((await (await signedIn(server, dana)).get(page)).status).toBe(200);
});

test("A38: the team can never obtain a link that was mailed: no route and no page has it", async () => {
  for (const contact of [dana, lee]) await sam.post(`${of(contact)}/link`);
  for (const email of [dana.email, lee.email]) await browser(server).post("/portal/birch/link", { email });
  const mailed = (await links()).filter(({ handedOverBy }) => handedOverBy === null);
  const tokens = mailed.flatMap(({ id, kind, hash }) => [linkToken(kit.linkKey, kind, id), hash]);
  expect(tokens.length).toBeGreaterThan(6);
  let read = 0;
  const look = (what: string, text: string) => {
    read++;
    expect([what, tokens.filter((token) => text.includes(token))]).toEqual([what, []]);
  };
  for (const who of [seed.amara, seed.ada, seed.sam, seed.jo]) {
    for (const route of ROUTES.filter(({ method, id }) => method === "GET" && id !== "live"))
      look(route.id, (await app.inject(requestFor(route, world.own, world, who))).body);
    for (const method of ["POST", "PUT", "PATCH"])
      for (const route of ROUTES.filter(
        (each) => each.method === method && !isOpen(each) && each.tag === "Clients",
      )) {
        const answer = await app.inject(requestFor(route, world.own, world, who));
        look(route.id, answer.body + JSON.stringify(answer.headers));
      }
    const walk = crawler(server, who.cookie);
    await walk.follow(`${page}?as=client`);
    await walk.follow(`${page}?as=${dana.id}`);
    for (const { path, texts } of walk.fetched) look(path, texts.join());
  }
  expect(read).toBeGreaterThan(300);
});

test("without a view log nothing is kept, and the client's page says nothing of one", async () => {
  const sentence = "It is kept when you open a page";
  const phone = await signedIn(server, lee);
  expect((await phone.get(page)).body).toContain(sentence);
  const { revision, viewLog } = (await as(seed.amara).get("/workspaces/current")).body;
  expect(viewLog).toBe(true);
  const off = { viewLog: false };
  const changed = await as(seed.amara).patch("/workspaces/current", off, { "if-match": `r${revision}` });
  expect(changed.body).toMatchObject({ viewLog: false, name: "Studio Birch" });
  const before = (await sam.get(`${project}/portal-views`)).body.items.length;
  const { body } = await phone.get(page);
  expect([body.includes(sentence), body.includes("data-view")]).toEqual([false, false]);
  expect((await sam.get(`${project}/portal-views`)).body.items).toHaveLength(before);
  expect((await access()).viewLog).toBe(false);
  const on = { "if-match": `r${changed.body.revision}` };
  await as(seed.amara).patch("/workspaces/current", { viewLog: true }, on);
  expect((await phone.get(page)).body).toContain(sentence);
});
