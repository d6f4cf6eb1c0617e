import { beforeEach, expect, test } from "vitest";
import { dovecot, imapServer } from "../testing/imap-server.ts";
import { testKit } from "../testing/server.ts";
import { fetchMailbox } from "./mailbox.ts";
import { dropSpooled, readSpooled, spooledMails } from "./spool.ts";

const why = dovecot ? "" : " (not run: Dovecot is not installed; on Debian: apt-get install dovecot-imapd)";
const mailbox = dovecot ? await imapServer(dovecot) : null;
const kit = testKit();

const spooled = async () => {
  const names = await spooledMails(kit.dataDir);
  return Promise.all(names.map(async (name) => (await readSpooled(kit.dataDir, name)).toString()));
};

beforeEach(async () => {
  for (const name of await spooledMails(kit.dataDir)) await dropSpooled(kit.dataDir, name);
});

test.skipIf(!mailbox)(`what is unread in a real mailbox is fetched once, byte for byte${why}`, async () => {
  if (!mailbox) return;
  const mails = [
    "From: a@b.test\r\nSubject: one\r\n\r\nGrüße\r\n",
    "From: c@d.test\r\nSubject: two\r\n\r\nTwo\r\n",
  ];
  for (const mail of mails) mailbox.put(mail);
  expect(await fetchMailbox(kit, mailbox.url)).toBe(2);
  expect(new Set(await spooled())).toEqual(new Set(mails));
  expect(mailbox.unread()).toEqual([]);
  expect(await fetchMailbox(kit, mailbox.url)).toBe(0);
  mailbox.put("Subject: three\r\n\r\nThree\r\n");
  expect(await fetchMailbox(kit, mailbox.url)).toBe(1);
  expect(await spooled()).toHaveLength(3);
});

test.skipIf(!mailbox)(`what cannot be kept stays unread${why}`, async () => {
  if (!mailbox) return;
  mailbox.put("Subject: four\r\n\r\nFour\r\n");
  await expect(fetchMailbox({ ...kit, dataDir: "/dev/null" }, mailbox.url)).rejects.toThrow();
  expect(mailbox.unread()).toHaveLength(1);
  expect(await fetchMailbox(kit, mailbox.url)).toBe(1);
});

test.skipIf(!mailbox)(`A22: a mailbox that refuses says nothing of its password${why}`, async () => {
  if (!mailbox) return;
  const error: unknown = await fetchMailbox(kit, mailbox.wrongUrl).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Error);
  expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(/wrong|hush/);
});

test.skipIf(!mailbox)(`a mailbox that is away is a failure, not a wait${why}`, async () => {
  if (!mailbox) return;
  await mailbox.stop();
  const began = performance.now();
  await expect(fetchMailbox(kit, mailbox.url)).rejects.toThrow();
  expect(performance.now() - began).toBeLessThan(5_000);
});
