import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeEach, expect, test } from "vitest";
import { newId } from "../kit/id.ts";
import { linkToken, Secret } from "../kit/secret.ts";
import { testServer } from "../testing/server.ts";
import { letterOf } from "./letters.ts";
import { renderMail } from "./mail-render.ts";
import { sendDueMails } from "./mail-sender.ts";
import { smtpTransport } from "./mail-transport.ts";
import { queueMail } from "./mails.ts";

const server = await testServer();
const { database, kit, seed, as } = server;
const received: string[] = [];
let refuse: number | null = null;
const smtp = new SMTPServer({
  disabledCommands: ["AUTH", "STARTTLS"],
  onRcptTo: (_address, _session, done) =>
    done(refuse ? Object.assign(new Error("not now"), { responseCode: refuse }) : undefined),
  onData: (stream, _session, done) => {
    let text = "";
    stream.on("data", (chunk: Buffer) => {
      text += chunk.toString();
    });
    stream.on("end", () => {
      received.push(text);
      done();
    });
  },
});
await new Promise<void>((ready) => smtp.listen(0, "127.0.0.1", ready));
// The server listens on TCP, so its address has a port.
const { port } = smtp.server.address() as AddressInfo;
const transport = smtpTransport(new Secret(`smtp://127.0.0.1:${port}`));
afterAll(() => new Promise<void>((closed) => smtp.close(closed)));

beforeEach(async () => {
  received.length = 0;
  refuse = null;
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
  expect(received).toHaveLength(1);
  const [mail = ""] = received;
  const plain = mail.replaceAll(/=\r?\n/g, "");
  expect(plain).toContain(`/invitation/${linkToken(kit.linkKey, "invitation", linkId)}`);
  expect(plain).toMatch(/^Message-ID: <[0-9a-f-]{36}@localhost>/m);
  expect(plain).toContain("Subject: Amara invites you to Studio Birch");
  expect(plain).toContain("text/plain");
  expect(plain).toContain("text/html");
  expect(await sendDueMails(database, kit, transport)).toEqual({ sent: 0, failed: 0, later: 0 });
});

test("a mail server that is busy is asked again later, with the same id", async () => {
  await queue(newId());
  refuse = 451;
  expect(await sendDueMails(database, kit, transport)).toEqual({ sent: 0, failed: 0, later: 1 });
  expect((await sendDueMails(database, kit, transport)).later).toBe(0);
  refuse = null;
  kit.at = new Date(kit.at.getTime() + 2 * 60_000);
  expect((await sendDueMails(database, kit, transport)).sent).toBe(1);
});

test("a refused address is a failure that the team sees, without the link", async () => {
  const linkId = newId();
  await queue(linkId);
  refuse = 550;
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

test("every letter is small, and says in plain text what it says in HTML", async () => {
  const mails = [
    { kind: "invitation", data: { linkId: newId(), inviter: "<Amara>", workspace: "Studio & Birch" } },
    { kind: "reset", data: { linkId: newId() } },
    {
      kind: "mention",
      data: {
        author: "Jo",
        project: "Acme",
        subject: "Home page",
        excerpt: "Please look, <b>Sam</b>",
        path: "/w/birch",
      },
    },
  ] as const;
  for (const mail of mails) {
    const { html, text } = await renderMail(mail, "en", {
      address: "https://plan.example.test/link",
      code: null,
    });
    expect(Buffer.byteLength(html)).toBeLessThan(60 * 1024);
    expect(html).not.toMatch(/<script|<b>Sam|<Amara>|http:\/\/www\.w3\.org\/.*<img/);
    for (const said of [html, text]) expect(said).toContain("https://plan.example.test/link");
    expect(text).toContain(letterOf(mail, "en").paragraphs[0]);
  }
});
