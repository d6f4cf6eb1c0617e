import { beforeEach, expect, test } from "vitest";
import { newId } from "../kit/id.ts";
import { Secret } from "../kit/secret.ts";
import { answerAddress, messageIdOf } from "../mail/mail-address.ts";
import { queueMail } from "../mail/mails.ts";
import { testServer } from "../testing/server.ts";
import { takeInSpooled } from "./take-in.ts";

const SECRET = "a secret for the mail server";
const { app, database, kit, seed, as } = await testServer({ mailInSecret: new Secret(SECRET) });
kit.mail = { ...kit.mail, answersTo: "reply@in.example.test" };
const services = { database, kit };
const { workspaceId, acme, baker, sam, jo } = seed;
const dana = { personId: newId(), email: "dana@client.test" };
const milestone = (
  await as(sam).post(`/projects/${acme.id}/milestones`, { title: "Copy ready", audience: "client" })
).body;

await database.inWorkspace(workspaceId, async (tx) => {
  const person = {
    workspaceId,
    id: dana.personId,
    name: "Dana",
    email: dana.email,
    zone: "UTC",
    country: null,
  };
  await tx.insertInto("persons").values(person).execute();
  const own = { workspaceId, personId: dana.personId };
  await tx
    .insertInto("contacts")
    .values({ ...own, clientId: acme.clientId ?? "" })
    .execute();
  await tx
    .insertInto("contactRoles")
    .values({ ...own, projectId: acme.id, role: "approver" })
    .execute();
});

beforeEach(async () => {
  for (const table of ["inboundMails", "comments", "files", "events", "mails"] as const)
    await database.maintenance.deleteFrom(table).execute();
});

/** A mail to Dana that left, about something of Acme. */
async function sentMail(
  subjectId: string | null = milestone.id,
  projectId: string | null = acme.id,
): Promise<string> {
  const dedupe = newId();
  await database.inWorkspace(workspaceId, (tx) =>
    queueMail(
      tx,
      kit,
      {
        workspaceId,
        ...dana,
        ...(projectId ? { projectId } : {}),
        ...(subjectId ? { subjectId } : {}),
      },
      { kind: "home", data: { linkId: newId(), project: "Acme" } },
      dedupe,
    ),
  );
  const row = await database.maintenance
    .updateTable("mails")
    .set({ state: "sent", sentAt: kit.at })
    .where("dedupe", "=", `home:${dedupe}`)
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

const hand = (lines: readonly string[], headers: Record<string, string> = {}) =>
  app.inject({
    method: "POST",
    url: "/mail-in",
    headers: { "content-type": "message/rfc822", authorization: `Bearer ${SECRET}`, ...headers },
    payload: lines.join("\r\n"),
  });
const reply = (mailId: string, head: readonly string[], ...body: string[]) =>
  hand([
    "From: Dana <dana@client.test>",
    `To: ${answerAddress(kit, mailId)}`,
    "Subject: Re: Acme",
    ...(head.some((line) => line.startsWith("Message-ID")) ? [] : [`Message-ID: <${newId()}@client.test>`]),
    ...head,
    "",
    ...body,
  ]);
const inbound = () =>
  database.maintenance
    .selectFrom("inboundMails")
    .select(["state", "reason", "commentId", "personId"])
    .execute();
const events = (verb: string) =>
  database.maintenance
    .selectFrom("events")
    .select(["actorId", "subjectId", "projectId", "audience", "data"])
    .where("verb", "=", verb)
    .execute();
const talk = async (audience: string, subject = `milestone:${milestone.id}`) =>
  (await as(sam).get(`/comments?subject=${subject}&audience=${audience}`)).body.items;

test("an answer becomes a comment of whoever got the mail, in the client thread of what it was about", async () => {
  const mailId = await sentMail();
  const taken = await reply(
    mailId,
    [],
    "Could the launch be later?",
    "",
    "On Fri, 12 Jun, Studio Birch wrote:",
    "> Old",
  );
  expect(taken.statusCode).toBe(202);
  expect(await takeInSpooled(services)).toBe(1);
  expect(await talk("client")).toMatchObject([
    { body: "Could the launch be later?", authorId: dana.personId, authorName: "Dana", audience: "client" },
  ]);
  expect(await talk("team")).toEqual([]);
  expect(await inbound()).toMatchObject([{ state: "comment", personId: dana.personId }]);
  expect(await events("comment.added")).toMatchObject([
    { actorId: dana.personId, audience: "client", projectId: acme.id },
  ]);
});

test("an answer to a mail about no milestone that clients see goes to the project", async () => {
  const hidden = (await as(sam).post(`/projects/${acme.id}/milestones`, { title: "Ours" })).body;
  for (const subjectId of [null, hidden.id, newId()]) {
    await reply(await sentMail(subjectId), [], `About ${subjectId}`);
    await takeInSpooled(services);
  }
  expect(await talk("client", `project:${acme.id}`)).toHaveLength(3);
  expect(await talk("client", `milestone:${hidden.id}`)).toEqual([]);
});

test("files come along, for both sides, under a harmless name", async () => {
  const mailId = await sentMail();
  await hand([
    "From: dana@client.test",
    "To: studio@example.test",
    `In-Reply-To: ${messageIdOf(kit, mailId)}`,
    "Message-ID: <with-file@client.test>",
    'Content-Type: multipart/mixed; boundary="m"',
    "",
    "--m",
    "",
    "Here it is",
    "--m",
    'Content-Type: text/html; name="../../x.html"',
    "Content-Disposition: attachment",
    "",
    "<script>alert(1)</script>",
    "--m--",
  ]);
  await takeInSpooled(services);
  const { items } = (await as(sam).get(`/files?subject=milestone:${milestone.id}`)).body;
  expect(items).toMatchObject([{ name: "x.html", audience: "client", authorId: dana.personId }]);
  const file = await app.inject({
    url: `/api/v1/files/${items[0].id}/versions/1/content`,
    headers: { cookie: sam.cookie },
  });
  expect(file.headers["content-disposition"]).toMatch(/^attachment/);
});

test("the same mail is taken in once, however often it comes", async () => {
  const mailId = await sentMail();
  for (let n = 0; n < 3; n++) await reply(mailId, ["Message-ID: <same@client.test>"], "Once");
  await Promise.all([takeInSpooled(services), takeInSpooled(services)].map((work) => work.catch(() => 0)));
  await takeInSpooled(services);
  expect(await talk("client")).toHaveLength(1);
  expect(await inbound()).toHaveLength(1);
});

test("A34: whoever else writes, even a member of the team or with the right address, says nothing in Dana's name", async () => {
  const mailId = await sentMail();
  for (const from of [
    "evil@client.test",
    jo.email,
    "Dana <dana@client.test.evil.test>",
    '"dana@client.test" <x@y.test>',
  ])
    await hand([
      `From: ${from}`,
      `To: ${answerAddress(kit, mailId)}`,
      `Message-ID: <${newId()}@x.test>`,
      "",
      "Approved",
    ]);
  expect(await takeInSpooled(services)).toBe(4);
  expect((await inbound()).map(({ state, commentId }) => [state, commentId])).toEqual(
    Array(4).fill(["unknown", null]),
  );
  expect(await talk("client")).toEqual([]);
  expect(await events("mail.approvalProposed")).toEqual([]);
  expect((await events("mail.answerNotTaken")).map(({ actorId }) => actorId)).toEqual(Array(4).fill(null));
});

test("P10: who has no part in the project any more is not heard through an old mail", async () => {
  const mailId = await sentMail();
  const own = { workspaceId, personId: dana.personId, projectId: acme.id };
  await database.maintenance.deleteFrom("contactRoles").where("personId", "=", dana.personId).execute();
  await reply(mailId, [], "Still here");
  await takeInSpooled(services);
  await database.maintenance
    .insertInto("contactRoles")
    .values({ ...own, role: "approver" })
    .execute();
  expect(await inbound()).toMatchObject([{ state: "refused", commentId: null }]);
  expect(await talk("client")).toEqual([]);
});

test("A01: a mail's subject of another project is not where its answer goes", async () => {
  const theirs = (
    await as(seed.kim).post(`/projects/${baker.id}/milestones`, { title: "Theirs", audience: "client" })
  ).body;
  await reply(await sentMail(theirs.id), [], "Hello");
  await takeInSpooled(services);
  expect(
    (await as(seed.kim).get(`/comments?subject=milestone:${theirs.id}&audience=client`)).body.items,
  ).toEqual([]);
  expect(await talk("client", `project:${acme.id}`)).toHaveLength(1);
});

test.each([
  ["an answer of a machine", ["Auto-Submitted: auto-replied"], ["I am away"]],
  ["a mail without words", [], [""]],
])("%s is kept and not posted", async (_what, head, body) => {
  await reply(await sentMail(), head, ...body);
  await takeInSpooled(services);
  expect(await inbound()).toMatchObject([{ state: "refused", commentId: null }]);
  expect(await talk("client")).toEqual([]);
});

const report = (mailId: string, action: string) => [
  "From: MAILER-DAEMON@mx.test",
  "To: milepost@example.test",
  `Message-ID: <${newId()}@mx.test>`,
  "Auto-Submitted: auto-replied",
  'Content-Type: multipart/report; report-type=delivery-status; boundary="r"',
  "",
  "--r",
  "",
  "Your mail could not be delivered.",
  "--r",
  "Content-Type: message/delivery-status",
  "",
  "Reporting-MTA: dns; mx.test",
  "",
  "Final-Recipient: rfc822; dana@client.test",
  `Action: ${action}`,
  "Status: 5.1.1",
  "",
  "--r",
  "Content-Type: text/rfc822-headers",
  "",
  `Message-ID: ${messageIdOf(kit, mailId)}`,
  "--r--",
];

test("P8: a mail that comes back is marked, once, and the team is told; one that is only late is not", async () => {
  const mailId = await sentMail();
  const bounced = () =>
    database.maintenance.selectFrom("mails").select("bouncedAt").executeTakeFirstOrThrow();
  await hand(report(mailId, "delayed"));
  await takeInSpooled(services);
  expect((await bounced()).bouncedAt).toBeNull();
  for (let n = 0; n < 2; n++) await hand(report(mailId, "failed"));
  await takeInSpooled(services);
  expect((await bounced()).bouncedAt).not.toBeNull();
  expect(await events("mail.bounced")).toMatchObject([
    {
      actorId: null,
      subjectId: mailId,
      projectId: acme.id,
      audience: "team",
      data: { personId: dana.personId },
    },
  ]);
  expect(await talk("client")).toEqual([]);
});

async function approval(): Promise<string> {
  const id = newId();
  const asked = {
    workspaceId,
    id,
    projectId: acme.id,
    milestoneId: milestone.id,
    number: Number(`0x${id.slice(-6)}`),
  };
  const none = {
    publicationId: null,
    planVersionId: null,
    earlierId: null,
    askedBy: null,
    dueOn: null,
    acceptanceDays: null,
    acceptanceThen: null,
    outcome: null,
    outcomeAt: null,
    supersededAt: null,
    cancelledAt: null,
  };
  await database.maintenance
    .insertInto("approvals")
    .values({ ...asked, ...none, kind: "completion", title: "Copy", rule: "any", opensAt: kit.at })
    .execute();
  return id;
}

test.each([["Approved!"], ["Passt."], ["freigegeben"], ["ok"]])(
  "“%s” by mail decides nothing: it is a comment that proposes",
  async (words) => {
    const approvalId = await approval();
    await reply(await sentMail(approvalId), [], words);
    await takeInSpooled(services);
    const [comment] = await talk("client");
    expect(comment).toMatchObject({ body: words, authorId: dana.personId });
    expect(await events("mail.approvalProposed")).toMatchObject([
      { actorId: dana.personId, data: { approvalId, personId: dana.personId, commentId: comment.id } },
    ]);
    expect(await database.maintenance.selectFrom("decisions").select("id").execute()).toEqual([]);
    expect(
      await database.maintenance
        .selectFrom("approvals")
        .select("outcome")
        .where("id", "=", approvalId)
        .execute(),
    ).toEqual([{ outcome: null }]);
  },
);

test("a plain question about a decision proposes nothing", async () => {
  await reply(await sentMail(await approval()), [], "Not yet approved: what about the logo?");
  await takeInSpooled(services);
  expect(await talk("client")).toHaveLength(1);
  expect(await events("mail.approvalProposed")).toEqual([]);
});

test("what answers no mail of ours leaves no trace", async () => {
  await hand(["From: dana@client.test", "To: reply@in.example.test", "", "Hello"]);
  await hand(["From: dana@client.test", `In-Reply-To: ${messageIdOf(kit, newId())}`, "", "Hello"]);
  expect(await takeInSpooled(services)).toBe(0);
  expect(await inbound()).toEqual([]);
});

test("the place for mail servers opens with the secret alone, and only for mails", async () => {
  const lines = ["From: a@b.test", "", "x"];
  for (const authorization of ["", "Bearer", "Bearer x", `Bearer ${SECRET}x`, SECRET, `Basic ${SECRET}`])
    expect([authorization, (await hand(lines, { authorization })).statusCode]).toEqual([authorization, 404]);
  expect((await hand(lines, { "content-type": "application/json" })).statusCode).toBe(415);
  expect((await hand([])).statusCode).toBe(415);
  const large = await app.inject({
    method: "POST",
    url: "/mail-in",
    headers: { "content-type": "message/rfc822", authorization: `Bearer ${SECRET}` },
    payload: Buffer.alloc(25 * 1_048_576 + 1, 97),
  });
  expect(large.statusCode).toBe(413);
  expect(await takeInSpooled(services)).toBe(0);
});

test("a mail that nobody can read is set aside, and the next one is taken", async () => {
  const mailId = await sentMail();
  await hand([`X: ${"x".repeat(400_000)}`, "", "x"]);
  await reply(mailId, [], "After it");
  expect(await takeInSpooled(services)).toBe(1);
  expect(await takeInSpooled(services)).toBe(0);
  expect(await talk("client")).toHaveLength(1);
});

test("without a secret there is no such place", async () => {
  const closed = await testServer();
  const { statusCode } = await closed.app.inject({
    method: "POST",
    url: "/mail-in",
    headers: { "content-type": "message/rfc822", authorization: "Bearer " },
    payload: "From: a@b.test\r\n\r\nx",
  });
  expect(statusCode).toBe(404);
});
