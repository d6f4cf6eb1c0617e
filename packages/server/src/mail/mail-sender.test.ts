import { beforeEach, expect, test } from "vitest";
import { newId } from "../kit/id.ts";
import { linkToken } from "../kit/secret.ts";
import { headerOf, mailServer } from "../testing/mail-server.ts";
import { testServer } from "../testing/server.ts";
import { mailAnsweredAt } from "./mail-address.ts";
import { sendDueMails } from "./mail-sender.ts";
import { queueMail } from "./mails.ts";

const server = await testServer();
const { database, kit, seed, as } = server;
const smtp = await mailServer();
const { transport } = smtp;

beforeEach(async () => {
  smtp.received.length = 0;
  smtp.fault = null;
  await database.maintenance.deleteFrom("mails").execute();
});

const queue = (linkId: string, dedupe = linkId) =>
  database.inWorkspace(seed.workspaceId, (tx) =>
    queueMail(
      tx,
      kit,
      { workspaceId: seed.workspaceId, personId: null, email: "new@example.test" },
      { kind: "invitation", data: { linkId, inviter: "Amara", workspace: "Studio Birch" } },
      dedupe,
    ),
  );

test("a mail leaves once, with its link, a plain twin and an id of its own", async () => {
  const linkId = newId();
  await queue(linkId);
  await queue(linkId);
  const counts = await Promise.all([1, 2, 3].map(() => sendDueMails(database, kit, transport)));
  expect(counts.reduce((sum, { sent }) => sum + sent, 0)).toBe(1);
  expect(smtp.received).toHaveLength(1);
  const [plain = ""] = smtp.received;
  expect(plain).toContain(`/invitation/${linkToken(kit.linkKey, "invitation", linkId)}`);
  expect(plain).toMatch(/^Message-ID: <[0-9a-f-]{36}@localhost>/m);
  expect(plain).toContain("Subject: Amara invites you to Studio Birch");
  expect(plain).toContain("text/plain");
  expect(plain).toContain("text/html");
  expect(await sendDueMails(database, kit, transport)).toEqual({ sent: 0, failed: 0, later: 0 });
});

test("a mail server that is busy is asked again later, with the same id", async () => {
  await queue(newId());
  smtp.fault = { answers: 451 };
  expect(await sendDueMails(database, kit, transport)).toEqual({ sent: 0, failed: 0, later: 1 });
  expect((await sendDueMails(database, kit, transport)).later).toBe(0);
  smtp.fault = null;
  kit.at = new Date(kit.at.getTime() + 2 * 60_000);
  expect((await sendDueMails(database, kit, transport)).sent).toBe(1);
});

test("a refused address is a failure that the team sees, without the link", async () => {
  const linkId = newId();
  await queue(linkId);
  smtp.fault = { answers: 550 };
  expect((await sendDueMails(database, kit, transport)).failed).toBe(1);
  const { body } = await as(seed.amara).get("/mails");
  expect(body.items[0]).toMatchObject({ to: "new@example.test", state: "failed", tries: 1 });
  expect(body.items[0].lastError).toContain("not now");
  expect(body.items[0].text).toContain("Accept the invitation");
  expect(JSON.stringify(body)).not.toContain(linkToken(kit.linkKey, "invitation", linkId));
  expect((await as(seed.jo).get("/mails")).status).toBe(403);
});

test("a sender that died while sending is taken over after its time", async () => {
  await queue(newId());
  const dying = { send: () => new Promise<void>(() => undefined) };
  void sendDueMails(database, kit, dying);
  const sending = () =>
    database.maintenance.selectFrom("mails").select("id").where("state", "=", "sending").execute();
  await expect.poll(sending).toHaveLength(1);
  expect((await sendDueMails(database, kit, transport)).sent).toBe(0);
  kit.at = new Date(kit.at.getTime() + 6 * 60_000);
  expect((await sendDueMails(database, kit, transport)).sent).toBe(1);
});

test("without a mail server nothing leaves the outbox", async () => {
  kit.mail = { ...kit.mail, configured: false };
  await queue(newId());
  kit.mail = { ...kit.mail, configured: true };
  expect((await sendDueMails(database, kit, transport)).sent).toBe(0);
  expect((await as(seed.amara).get("/mails")).body.items[0].state).toBe("outbox");
});

const DANA = "dana@client.test";

async function contact(brand: object): Promise<string> {
  const personId = newId();
  const { workspaceId } = seed;
  await database.inWorkspace(workspaceId, async (tx) => {
    await tx.deleteFrom("persons").where("workspaceId", "=", workspaceId).where("email", "=", DANA).execute();
    const person = { workspaceId, id: personId, name: "Dana", email: DANA, zone: "UTC", country: null };
    await tx.insertInto("persons").values(person).execute();
    await tx
      .insertInto("contacts")
      .values({ workspaceId, personId, clientId: seed.acme.clientId ?? "" })
      .execute();
    await tx
      .updateTable("workspaces")
      .set({ settings: JSON.stringify({ brand }) })
      .where("workspaceId", "=", workspaceId)
      .execute();
  });
  return personId;
}

const mentionOf = (personId: string, email: string, projectId?: string) =>
  database.inWorkspace(seed.workspaceId, (tx) =>
    queueMail(
      tx,
      kit,
      { workspaceId: seed.workspaceId, personId, email, ...(projectId ? { projectId } : {}) },
      {
        kind: "mention",
        data: { author: "Jo", project: "Acme", subject: "Copy", excerpt: "See", path: "/c/A-1" },
      },
      newId(),
    ),
  );

test("a mail to a client comes from the workspace, by its sender's name or its own", async () => {
  await mentionOf(await contact({ senderName: "Birch, the studio", accent: "#ffe900" }), DANA);
  await sendDueMails(database, kit, transport);
  await mentionOf(await contact({ accent: "red; x" }), DANA);
  await mentionOf(seed.jo.id, seed.jo.email);
  await sendDueMails(database, kit, transport);
  const [branded = "", plain = "", team = ""] = smtp.received;
  expect(headerOf(branded, "From")).toBe('"Birch, the studio" <milepost@example.test>');
  expect(headerOf(plain, "From")).toBe("Studio Birch <milepost@example.test>");
  expect(headerOf(team, "From")).toBe("Milepost <milepost@example.test>");
  for (const mail of smtp.received) expect(headerOf(mail, "Reply-To")).toBeNull();
});

test("where answers come in, a mail to a client says where to, and it is the mail's own address", async () => {
  kit.mail = { ...kit.mail, answersTo: "reply@in.example.test" };
  const { workspaceId, acme } = seed;
  const personId = await contact({});
  await database.inWorkspace(workspaceId, (tx) =>
    tx
      .insertInto("contactRoles")
      .values({ workspaceId, projectId: acme.id, personId, role: "approver" })
      .execute(),
  );
  await mentionOf(personId, DANA, acme.id);
  await mentionOf(seed.jo.id, seed.jo.email, acme.id);
  expect((await sendDueMails(database, kit, transport)).sent).toBe(2);
  kit.mail = { ...kit.mail, answersTo: null };
  const [client = "", team = ""] = smtp.received;
  const address = headerOf(client, "Reply-To") ?? "";
  const [, id = ""] = /^<([^@]+)@/.exec(headerOf(client, "Message-ID") ?? "") ?? [];
  expect(address).toMatch(/^reply\+[0-9a-z]{41}@in\.example\.test$/);
  const answering = { ...kit, mail: { ...kit.mail, answersTo: "reply@in.example.test" } };
  expect(mailAnsweredAt(answering, address.toUpperCase())).toBe(id);
  expect(
    mailAnsweredAt(
      answering,
      address.replace(/.@/, (end) => (end === "0@" ? "1@" : "0@")),
    ),
  ).toBeNull();
  expect(client).toContain("You can also just reply to this mail.");
  expect(headerOf(team, "Reply-To")).toBeNull();
});

test("what cannot be delivered comes back to where answers come in, where that is the sender's own domain", async () => {
  smtp.senders.length = 0;
  kit.mail = { ...kit.mail, answersTo: "reply@example.test" };
  await mentionOf(seed.jo.id, seed.jo.email);
  await sendDueMails(database, kit, transport);
  kit.mail = { ...kit.mail, answersTo: "reply@other.test" };
  await mentionOf(seed.jo.id, seed.jo.email);
  await sendDueMails(database, kit, transport);
  kit.mail = { ...kit.mail, answersTo: null };
  expect(smtp.senders).toEqual([
    expect.stringMatching(/^reply\+[0-9a-z]{41}@example\.test$/),
    "milepost@example.test",
  ]);
});
