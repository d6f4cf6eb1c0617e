import { beforeEach, expect, test } from "vitest";
import { newId } from "../kit/id.ts";
import { sendDueMails } from "../mail/mail-sender.ts";
import { queueMail } from "../mail/mails.ts";
import { UNSUBSCRIBE, unsubscribeAddress } from "../mail/unsubscribe.ts";
import { headerOf, mailServer } from "../testing/mail-server.ts";
import { testServer } from "../testing/server.ts";

const { app, database, kit, seed, as } = await testServer();
const smtp = await mailServer();
const { workspaceId, jo } = seed;
const ofJo = { workspaceId, personId: jo.id, kind: "mention" } as const;
const place = new URL(unsubscribeAddress(kit, ofJo)).pathname;

beforeEach(async () => {
  smtp.received.length = 0;
  await database.maintenance.deleteFrom("mails").execute();
  await database.maintenance.deleteFrom("mailRefusals").execute();
});

const refusals = () => database.maintenance.selectFrom("mailRefusals").select(["personId", "kind"]).execute();

const queue = (kind: "mention" | "reset") =>
  database.inWorkspace(workspaceId, (tx) =>
    queueMail(
      tx,
      kit,
      { workspaceId, personId: jo.id, email: jo.email },
      kind === "reset"
        ? { kind, data: { linkId: newId() } }
        : { kind, data: { author: "Sam", project: "Acme", subject: "Copy", excerpt: "See", path: "/c/A-1" } },
      newId(),
    ),
  );

test("RFC 8058: the headers stand on mails that nobody has to act on, and on no others", async () => {
  await queue("mention");
  await queue("reset");
  await sendDueMails(database, kit, smtp.transport);
  const [mention = "", reset = ""] = smtp.received;
  expect(headerOf(mention, "List-Unsubscribe")).toBe(`<${unsubscribeAddress(kit, ofJo)}>`);
  expect(headerOf(mention, "List-Unsubscribe-Post")).toBe("List-Unsubscribe=One-Click");
  expect(headerOf(reset, "List-Unsubscribe")).toBeNull();
  expect(headerOf(reset, "List-Unsubscribe-Post")).toBeNull();
  expect(reset).not.toContain(UNSUBSCRIBE);
});

test.each([
  ["as a form", "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click"],
  [
    "in parts",
    "multipart/form-data; boundary=x",
    '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb\r\n--x--',
  ],
  ["from a page of the mail program", "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click"],
])("RFC 8058: one click %s, without cookie, ends that kind alone", async (how, type, payload) => {
  const foreign = how.startsWith("from")
    ? { origin: "https://mail.example", "sec-fetch-site": "cross-site" }
    : {};
  const answer = await app.inject({
    method: "POST",
    url: place,
    headers: { "content-type": type, ...foreign },
    payload,
  });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers["set-cookie"]).toBeUndefined();
  expect(await refusals()).toEqual([{ personId: jo.id, kind: "mention" }]);
  expect(
    (await app.inject({ method: "POST", url: place, headers: { "content-type": type }, payload })).statusCode,
  ).toBe(200);
  await queue("mention");
  await queue("reset");
  expect((await sendDueMails(database, kit, smtp.transport)).sent).toBe(1);
  expect(
    (await as(seed.amara).get("/mails")).body.items.map((mail: { kind: string; state: string }) => [
      mail.kind,
      mail.state,
    ]),
  ).toEqual([
    ["reset", "sent"],
    ["mention", "refused"],
  ]);
});

test("A43: looking, however often, ends nothing; the page asks, and offers the way back", async () => {
  for (const method of ["GET", "HEAD"] as const)
    for (let n = 0; n < 25; n++) expect((await app.inject({ method, url: place })).statusCode).toBe(200);
  expect(await refusals()).toEqual([]);
  const asking = (await app.inject(place)).body;
  expect(asking).toContain("Stop these mails?");
  expect(asking).toContain(`<form action="${place}" method="post">`);
  expect(asking).not.toContain("<script");
  const ended = await app.inject({ method: "POST", url: place });
  expect(ended.body).toContain("You get no more of these mails");
  expect(ended.body).toContain(`action="${place}/again"`);
  const again = await app.inject({
    method: "POST",
    url: `${place}/again`,
    headers: { origin: "http://localhost:4280" },
  });
  expect(again.body).toContain("Stop these mails?");
  expect(await refusals()).toEqual([]);
});

test("the page speaks its reader's language", async () => {
  await database.maintenance.updateTable("persons").set({ language: "de" }).where("id", "=", jo.id).execute();
  const { body } = await app.inject(place);
  expect(body).toContain('lang="de"');
  expect(body).toContain("Diese E-Mails abbestellen?");
});

test("another site can end a kind through a signed address, and do nothing else here", async () => {
  const foreign = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
  for (const url of [`${place}/again`, "/signin", "/reset", "/unsubscribe", "/unsubscribe/../signin"])
    expect([url, (await app.inject({ method: "POST", url, headers: foreign })).statusCode]).toEqual([
      url,
      403,
    ]);
});

test("a token is worth something only as it was made", async () => {
  const [ids = "", kind = "", mark = ""] = place.slice(UNSUBSCRIBE.length + 1).split(".");
  const other = new URL(unsubscribeAddress(kit, { ...ofJo, personId: seed.sam.id })).pathname;
  const [otherIds = ""] = other.slice(UNSUBSCRIBE.length + 1).split(".");
  const made = [
    `${ids}.reset.${mark}`,
    `${otherIds}.${kind}.${mark}`,
    `${ids}.${kind}.${mark.slice(0, -1)}`,
    `${ids}.${kind}.${"A".repeat(43)}`,
    `${ids}.toString.${mark}`,
    ids,
    "x",
  ];
  for (const token of made) {
    const answer = await app.inject({ method: "POST", url: `${UNSUBSCRIBE}/${token}` });
    expect([token, answer.statusCode]).toEqual([token, 410]);
  }
  expect(await refusals()).toEqual([]);
});

test("what waits when its kind is switched off does not leave", async () => {
  await queue("mention");
  await app.inject({ method: "POST", url: place });
  expect((await sendDueMails(database, kit, smtp.transport)).sent).toBe(0);
});

test("members switch kinds in their settings too, each their own", async () => {
  const mentions = async (who: typeof jo) =>
    (await as(who).get("/me/mails")).body.items.find((one: { kind: string }) => one.kind === "mention");
  expect((await as(jo).get("/me/mails")).body.items).toEqual([
    { kind: "clientWords", called: "A client writes", on: true },
    { kind: "follower", called: "A client invites an observer", on: true },
    { kind: "mention", called: "Somebody mentions you", on: true },
    { kind: "notice", called: "A plan was published", on: true },
    { kind: "reviewReminder", called: "A review is tomorrow", on: true },
  ]);
  expect((await as(jo).put("/me/mails", { kind: "mention", on: false })).body.on).toBe(false);
  expect((await mentions(jo)).on).toBe(false);
  expect((await mentions(seed.sam)).on).toBe(true);
  expect((await as(jo).put("/me/mails", { kind: "reset", on: false })).status).toBe(404);
  expect((await as(jo).put("/me/mails", { kind: "mention", on: true })).status).toBe(200);
  expect(await refusals()).toEqual([]);
  const verbs = await database.maintenance
    .selectFrom("events")
    .select("data")
    .where("verb", "=", "person.mailsSwitched")
    .where("actorId", "=", jo.id)
    .orderBy("position", "desc")
    .limit(2)
    .execute();
  expect(verbs.map(({ data }) => data)).toEqual([
    { kind: "mention", on: true },
    { kind: "mention", on: false },
  ]);
});
