import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { codeDigits } from "../kit/secret.ts";
import { linkAddress } from "../mail/mail-link.ts";
import { messageOf } from "../mail/mail-sender.ts";
import { fingerprint } from "../testing/fingerprint.ts";
import { type Browser, browser, seedContacts, signedIn } from "../testing/portal.ts";
import { testServer } from "../testing/server.ts";
import { makePersonLink } from "./person-links.ts";

const server = await testServer();
const { app, database, kit, seed, as } = server;
const people = await seedContacts(server);
const { dana, lee, mira } = people;
const { workspaceId, acme } = seed;
const page = "/portal/birch/acme";
const project = `/projects/${acme.id}`;
const milestone = (
  await as(seed.sam).post(`${project}/milestones`, {
    title: "Launch",
    targetOn: "2026-04-30",
    audience: "client",
  })
).body;
const { hash, last } = (await as(seed.sam).get(`${project}/publication-preview`)).body;
const words = { clientText: "Words", teamText: "", expectedHash: hash, expectedLast: last };
expect((await as(seed.sam).post(`${project}/publications`, words)).status).toBe(201);
kit.at = new Date(kit.at.getTime() + 180_000);
const talk = `${page}/m/${milestone.number}`;

async function homeOf(person: typeof dana): Promise<string> {
  const id = await database.inWorkspace(workspaceId, (tx) =>
    makePersonLink(tx, kit, { workspaceId, kind: "home", person, projectId: acme.id }),
  );
  return linkAddress(kit, "home", id).slice(kit.baseUrl.length);
}

const tokenIn = (body: string) => /name="form" value="([^"]+)"/.exec(body)?.[1] ?? "";
const comments = async () =>
  (await database.maintenance.selectFrom("comments").select(["body", "authorId"]).execute()).map(
    ({ body }) => body,
  );

/** The field in which one writes to the team on a milestone's page. */
async function wordsField(who: Browser): Promise<{ form: string; field: string }> {
  const { body } = await who.get(talk);
  return { form: tokenIn(body), field: /<textarea[^>]*name="([^"]+)"/.exec(body)?.[1] ?? "" };
}

function send(
  cookie: string,
  url: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
) {
  return app.inject({
    method: "POST",
    url,
    headers: {
      accept: "text/html",
      cookie,
      "content-type": "application/x-www-form-urlencoded",
      ...headers,
    },
    payload: new URLSearchParams(fields).toString(),
  });
}

test("A58: a form of a client takes effect from its own page alone, by one method and one kind of content", async () => {
  const phone = await signedIn(server, dana);
  const { form, field } = await wordsField(phone);
  expect(field).not.toBe("");
  const lees = tokenIn((await (await signedIn(server, lee)).get(talk)).body);
  const fields = { form, [field]: "ATTACK" };
  const before = await fingerprint(database.maintenance);
  const { cookie } = phone;
  const refused = [
    await send(cookie, talk, fields, { origin: "https://evil.test" }),
    await send(cookie, talk, fields, { "sec-fetch-site": "cross-site" }),
    await send(cookie, talk, fields, { "sec-fetch-site": "same-site" }),
    await send(cookie, talk, { [field]: "ATTACK" }),
    await send(cookie, talk, { ...fields, form: lees }),
    await send(cookie, talk, { ...fields, form: `${form}x` }),
    await send("", talk, fields),
    await send(cookie, talk, fields, { "content-type": "text/plain" }),
    await send(cookie, talk, fields, { "content-type": "application/json" }),
    await send(cookie, `${talk}?_method=POST`, {}, { "x-http-method-override": "POST" }),
    await app.inject({ method: "GET", url: `${talk}?${new URLSearchParams(fields)}`, headers: { cookie } }),
    ...(await Promise.all(
      (["PUT", "PATCH", "DELETE"] as const).map((method) =>
        app.inject({
          method,
          url: talk,
          headers: { cookie, "x-http-method-override": "POST" },
          payload: fields,
        }),
      ),
    )),
  ];
  const statuses = refused.map(({ statusCode }) => statusCode);
  expect(statuses.filter((status) => status >= 500)).toEqual([]);
  expect(statuses.filter((status) => status < 400)).toEqual([200]);
  const after = await fingerprint(database.maintenance);
  // The one page that was looked at is in the view log.
  expect({ ...after, "milepost.portal_views": "" }).toEqual({ ...before, "milepost.portal_views": "" });
  expect((await send(cookie, talk, fields, { "sec-fetch-site": "same-origin" })).statusCode).toBeLessThan(
    400,
  );
  expect(await comments()).toEqual(["ATTACK"]);
});

test("A19: whoever only looks as a client, or has no part in it, adds no words by any way", async () => {
  const before = await comments();
  const phone = await signedIn(server, dana);
  const { form, field } = await wordsField(phone);
  const fields = { form, [field]: "NOTE" };
  const others = [
    await signedIn(server, mira),
    browser(server, seed.sam.cookie),
    browser(server, seed.gil.cookie),
    browser(server),
  ];
  for (const { cookie } of others)
    for (const url of [talk, `${talk}?as=client`, `${talk}?as=${dana.id}`])
      expect((await send(cookie, url, fields)).statusCode).toBeGreaterThanOrEqual(400);
  for (const contact of [dana, lee]) {
    const { cookie } = await signedIn(server, contact, "account");
    const subject = { kind: "milestone", id: milestone.id };
    const answer = await as({ ...seed.jo, cookie }).post("/comments", { subject, body: "NOTE" });
    expect(answer.status).toBe(401);
    expect(
      (await as({ ...seed.jo, cookie }).patch(`/milestones/${milestone.id}`, { why: "NOTE" })).status,
    ).toBe(401);
  }
  expect(await comments()).toEqual(before);
});

test("A55: whoever is taken off is out with the next request: page, form, link, code, and the member's view of them", async () => {
  const link = await homeOf(lee);
  const open = await signedIn(server, lee, "link");
  const { form, field } = await wordsField(open);
  await open.post("/portal/birch/code", { "send-code": "yes" });
  const sent = await database.maintenance
    .selectFrom("signInCodes")
    .select("id")
    .orderBy("id", "desc")
    .execute();
  const code = codeDigits(kit.linkKey, sent[0]?.id ?? "");
  const codeForm = tokenIn((await open.get("/portal/birch/code")).body);
  const sam = browser(server, seed.sam.cookie);
  expect((await sam.get(`${page}?as=${lee.id}`)).status).toBe(200);
  const before = await comments();
  const began = performance.now();
  expect((await as(seed.amara).delete(`/contacts/${lee.id}`)).status).toBe(204);
  const { cookie } = open;
  const answers = {
    page: (await open.get(page)).status,
    plan: (await open.get(`${page}/plan.pdf`)).status,
    form: (await send(cookie, talk, { form, [field]: "LATE" })).statusCode,
    link: (await browser(server).get(link)).status,
    linkForm: (await send("", link, { form: "x" })).statusCode,
    code: (await send(cookie, "/portal/birch/code", { form: codeForm, code })).statusCode,
    asThem: (await sam.get(`${page}?as=${lee.id}`)).status,
  };
  expect(performance.now() - began).toBeLessThan(5_000);
  expect(answers).toEqual({
    page: 401,
    plan: 401,
    form: 401,
    link: 410,
    linkForm: 410,
    code: 303,
    asThem: 404,
  });
  const after = await send(cookie, "/portal/birch/code", { form: codeForm, code });
  expect([after.headers.location, after.headers["set-cookie"]]).toEqual(["/portal/birch/link", undefined]);
  expect(await comments()).toEqual(before);
});

test("A53: nobody ends what another person has on their devices", async () => {
  const phone = await signedIn(server, mira);
  const danas = await signedIn(server, dana);
  const own = tokenIn((await danas.get(page)).body);
  for (const path of ["/portal/birch/baker", page])
    expect(
      (await send(danas.cookie, path, { form: own, leave: "yes", sessionId: mira.id })).statusCode,
    ).toBeLessThan(500);
  for (const who of [seed.jo, seed.gil, seed.other.owner, seed.kim])
    expect((await as(who).delete(`${project}/contacts/${dana.id}/access`)).status).toBeGreaterThanOrEqual(
      403,
    );
  expect((await as(seed.sam).delete(`${project}/contacts/${mira.id}/access`)).status).toBe(404);
  expect((await phone.get("/portal/birch/baker")).status).toBe(200);
});

test("A47: links in mails to clients come from the settings, whatever host a request names", async () => {
  const url = "/portal/birch/link";
  for (const headers of [
    { host: "evil.test" },
    { "x-forwarded-host": "evil.test", "x-forwarded-proto": "http" },
    { forwarded: "host=evil.test" },
    { host: "evil.test", origin: "https://evil.test" },
  ])
    await send("", url, { email: dana.email }, headers);
  const mails = await database.maintenance
    .selectFrom("mails")
    .selectAll()
    .where("kind", "=", "home")
    .execute();
  expect(mails.length).toBeGreaterThan(0);
  for (const row of mails) {
    const { html, text, ...head } = await messageOf(database, kit, row);
    expect([
      `${html}${text}${JSON.stringify(head)}`.includes("evil.test"),
      text.includes(`${kit.baseUrl}/h/`),
    ]).toEqual([false, true]);
  }
});

test("A51: asking for a link shows in nothing whether an address is known: words, headers, limit, time", async () => {
  const ask = async (email: string) => {
    const began = performance.now();
    const answer = await send("", "/portal/birch/link", { email });
    const { "x-request-id": _id, date: _date, ...headers } = answer.headers;
    return { told: JSON.stringify([answer.statusCode, answer.body, headers]), ms: performance.now() - began };
  };
  const known = [];
  const unknown = [];
  for (let n = 0; n < 8; n++) {
    known.push(await ask(mira.email));
    unknown.push(await ask("nobody@client.test"));
    await pause(1);
  }
  expect(new Set([...known, ...unknown].map(({ told }) => told)).size).toBe(1);
  const median = (all: { ms: number }[]) => all.map(({ ms }) => ms).sort((a, b) => a - b)[4] ?? 0;
  expect(Math.min(median(known), median(unknown))).toBeGreaterThanOrEqual(245);
  expect(Math.abs(median(known) - median(unknown)) / median(unknown)).toBeLessThan(0.1);
});

test("A60: no page, address or header tells another site what a client's link is, and none stays in a cache", async () => {
  const link = await homeOf(dana);
  const token = link.split("/").at(-1) ?? "";
  const phone = await signedIn(server, dana);
  for (const path of [link, page, `${page}/plan`, talk, "/portal/birch/link"]) {
    const { body, headers } = await phone.get(path);
    expect([path, headers["referrer-policy"], headers["cache-control"]]).toEqual([
      path,
      "no-referrer",
      "no-store",
    ]);
    expect([
      path,
      body.includes(phone.cookie.split("=")[1] ?? "?"),
      /localStorage|sessionStorage/.test(body),
    ]).toEqual([path, false, false]);
    if (path !== link) expect(body).not.toContain(token);
  }
  expect((await app.inject("/portal.js")).body).not.toMatch(/Storage|cookie/);
  const secure = await testServer({ kit: { baseUrl: "https://work.example" } });
  const { dana: other } = await seedContacts(secure);
  const cookie = String((await signedIn(secure, other)).cookie);
  expect(cookie).toMatch(/^__Host-milepost\.portal=/);
});
