import { afterEach, beforeEach, expect, test } from "vitest";
import { openDatabase } from "../db/database.ts";
import { newId } from "../kit/id.ts";
import { Secret } from "../kit/secret.ts";
import { headerOf, mailServer } from "../testing/mail-server.ts";
import { testServer } from "../testing/server.ts";
import { sendDueMails } from "./mail-sender.ts";
import { smtpTransport } from "./mail-transport.ts";
import { queueMail } from "./mails.ts";

const { database, login, kit, seed, as } = await testServer();
const smtp = await mailServer(300);
const MINUTE = 60_000;

beforeEach(async () => {
  smtp.received.length = 0;
  await database.maintenance.deleteFrom("mails").execute();
});
afterEach(() => {
  smtp.fault = null;
});

async function queue(count: number): Promise<void> {
  const { workspaceId } = seed;
  await database.inWorkspace(workspaceId, async (tx) => {
    for (let n = 0; n < count; n++)
      await queueMail(
        tx,
        kit,
        { workspaceId, personId: null, email: `new-${n}@example.test` },
        { kind: "invitation", data: { linkId: newId(), inviter: "Amara", workspace: "Studio Birch" } },
        newId(),
      );
  });
}

const later = (minutes: number) => {
  kit.at = new Date(kit.at.getTime() + minutes * MINUTE);
};
const states = async () =>
  await database.maintenance.selectFrom("mails").select(["state", "sentAt", "lastError"]).execute();
const ids = () => smtp.received.map((mail) => headerOf(mail, "Message-ID"));

/** Nothing lost, nothing twice. */
async function allArriveOnce(count: number): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    await sendDueMails(database, kit, smtp.transport);
    later(6);
  }
  expect((await states()).map(({ state }) => state)).toEqual(Array(count).fill("sent"));
  expect(new Set(ids()).size).toBe(count);
}

test("P8: SMTP is down: nothing is lost, nothing claims to be sent, and the reason can be read", async () => {
  await queue(3);
  const nobody = smtpTransport(new Secret("smtp://mailer:hush@127.0.0.1:1"), 300);
  expect(await sendDueMails(database, kit, nobody)).toEqual({ sent: 0, failed: 0, later: 3 });
  for (const { state, sentAt, lastError } of await states()) {
    expect([state, sentAt]).toEqual(["queued", null]);
    expect(lastError).toMatch(/^The mail server cannot be reached \(E\w+\)\.$/);
  }
  const { body } = await as(seed.amara).get("/mails");
  expect(JSON.stringify(body)).not.toMatch(/hush|127\.0\.0\.1/);
  later(2);
  await allArriveOnce(3);
  expect(smtp.received).toHaveLength(3);
});

test("P8: 4xx: it is tried again, each once it is taken", async () => {
  await queue(3);
  smtp.fault = { answers: 451 };
  expect(await sendDueMails(database, kit, smtp.transport)).toEqual({ sent: 0, failed: 0, later: 3 });
  smtp.fault = null;
  later(2);
  await allArriveOnce(3);
  expect(smtp.received).toHaveLength(3);
});

test("P8: 5xx: it fails at once, says so, and is not sent again by itself", async () => {
  await queue(2);
  smtp.fault = { answers: 550 };
  expect(await sendDueMails(database, kit, smtp.transport)).toEqual({ sent: 0, failed: 2, later: 0 });
  smtp.fault = null;
  later(60 * 48);
  expect(await sendDueMails(database, kit, smtp.transport)).toEqual({ sent: 0, failed: 0, later: 0 });
  expect((await states()).map(({ state, sentAt }) => [state, sentAt])).toEqual([
    ["failed", null],
    ["failed", null],
  ]);
});

test("P8: SMTP hangs: the sender goes on after its patience, and tries again", async () => {
  await queue(2);
  smtp.fault = "hangs";
  const began = performance.now();
  expect(await sendDueMails(database, kit, smtp.transport)).toEqual({ sent: 0, failed: 0, later: 2 });
  expect(performance.now() - began).toBeLessThan(3_000);
  expect((await states()).map(({ state }) => state)).toEqual(["queued", "queued"]);
  smtp.fault = null;
  later(2);
  await allArriveOnce(2);
  expect(smtp.received).toHaveLength(2);
});

test("P8: the line drops after the data: it may arrive a second time, under the same Message-ID", async () => {
  await queue(2);
  smtp.fault = "drops after the data";
  expect(await sendDueMails(database, kit, smtp.transport)).toEqual({ sent: 0, failed: 0, later: 2 });
  expect((await states()).map(({ state, sentAt }) => [state, sentAt])).toEqual([
    ["queued", null],
    ["queued", null],
  ]);
  smtp.fault = null;
  later(2);
  await allArriveOnce(2);
  expect(smtp.received).toHaveLength(4);
});

test("P8: the process is killed between taking a mail and sending it: another one takes over", async () => {
  await queue(2);
  const dying = { send: () => new Promise<void>(() => undefined) };
  void sendDueMails(database, kit, dying);
  await expect.poll(async () => (await states()).some(({ state }) => state === "sending")).toBe(true);
  expect((await sendDueMails(database, kit, smtp.transport)).sent).toBe(1);
  later(6);
  await allArriveOnce(2);
  expect(smtp.received).toHaveLength(2);
});

test("G10: 30 mails, two processes, and every fault in turn: each arrives, with one id, at most once more than needed", async () => {
  const COUNT = 30;
  await queue(COUNT);
  const second = openDatabase(login, () => undefined);
  const faults = [{ answers: 451 }, "drops after the data", "hangs", { answers: 421 }, null, null] as const;
  let dropped = 0;
  for (const fault of faults) {
    smtp.fault = fault;
    const before = smtp.received.length;
    await Promise.all([
      sendDueMails(database, kit, smtp.transport),
      sendDueMails(second, kit, smtp.transport),
    ]);
    if (fault === "drops after the data") dropped += smtp.received.length - before;
    later(30);
  }
  smtp.fault = null;
  for (let turn = 0; turn < 8; turn++) {
    await Promise.all([
      sendDueMails(database, kit, smtp.transport),
      sendDueMails(second, kit, smtp.transport),
    ]);
    later(241);
  }
  await second.close();
  expect((await states()).map(({ state }) => state)).toEqual(Array(COUNT).fill("sent"));
  expect(new Set(ids()).size).toBe(COUNT);
  expect(dropped).toBeGreaterThan(0);
  expect(smtp.received).toHaveLength(COUNT + dropped);
});
