import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { beforeEach, expect, test } from "vitest";
import { blobPath } from "../kit/blob-path.ts";
import { sendDueMails } from "../mail/mail-sender.ts";
import { askingAcme } from "../testing/approvals.ts";
import { mailServer } from "../testing/mail-server.ts";
import { PNG, upload } from "../testing/multipart.ts";
import { seedContacts } from "../testing/portal.ts";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as, database, kit } = server;
const smtp = await mailServer();
const sam = as(seed.sam);
const people = await seedContacts(server);
const { activeMilestone, askWhetherDone, easy } = askingAcme(server, sam, people);
const KB = 1_024;

beforeEach(async () => {
  await easy();
  await database.maintenance.deleteFrom("mails").execute();
  smtp.received.length = 0;
});

/** A picture of this weight, no two of them alike. */
const picture = (mark: string, bytes = 2 * KB) => Buffer.concat([PNG, Buffer.alloc(bytes, mark)]);

async function asked(title: string, ...files: readonly (readonly [string, Buffer | string])[]) {
  const milestoneId = await activeMilestone(title);
  const fields = { subjectKind: "milestone", subjectId: milestoneId, audience: "client" };
  const fileIds: string[] = [];
  for (const [name, bytes] of files)
    fileIds.push((await upload(server, seed.sam, { fields, name, bytes })).body.id);
  await askWhetherDone(milestoneId, { fileIds });
  return fileIds;
}

/** The mail as it arrived: its HTML, its plain twin and what lies inside it. */
async function arrived() {
  expect((await sendDueMails(database, kit, smtp.transport)).sent).toBe(1);
  const [mail = ""] = smtp.received;
  const part = (type: string) =>
    new RegExp(`Content-Type: ${type}[\\s\\S]*?\\r\\n\\r\\n([\\s\\S]*?)\\r\\n--`).exec(mail)?.[1] ?? "";
  const base64 = /Content-ID: <picture@milepost>[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(mail)?.[1] ?? "";
  return {
    mail,
    html: part("text/html").replaceAll("=3D", "="),
    text: part("text/plain"),
    inside: Buffer.from(base64, "base64"),
  };
}

test("the first picture that was frozen lies inside the mail, with words for who does not see it", async () => {
  const first = picture("a");
  const [, fileId = ""] = await asked(
    "Shown",
    ["brief.txt", "words"],
    ["home.png", first],
    ["b.png", picture("b")],
  );
  const path = `/files/${fileId}/versions`;
  expect((await upload(server, seed.sam, { path, name: "home.png", bytes: picture("c") })).status).toBe(201);
  const { mail, html, text, inside } = await arrived();
  expect(inside.equals(first)).toBe(true);
  expect(mail.match(/Content-ID/g)).toHaveLength(1);
  expect(mail).toMatch(/Content-Disposition: inline/);
  expect(html).toMatch(/<img[^>]*alt="Picture of home.png"/);
  expect(html).toContain('src="cid:picture@milepost"');
  expect(html.length).toBeLessThan(60 * KB);
  expect(text).toContain("Is it done?");
  expect(text).not.toContain("picture");
});

test("a picture of more than 300 KB, or of a kind that mail programs do not show, is on the page", async () => {
  await asked("Heavy", ["large.png", picture("d", 300 * KB)]);
  const { mail, html } = await arrived();
  expect([mail.includes("Content-ID"), html.includes("<img")]).toEqual([false, false]);
  expect(html).toMatch(/<a [^>]*href="[^"]*\/d\/[^"]*"[^>]*>The picture large.png is on the page<\/a>/);
});

test("without a picture, with one that is gone, or where a link alone opens nothing, the mail goes all the same", async () => {
  await asked("Words", ["brief.txt", "words"]);
  expect((await arrived()).html).not.toMatch(/<img|is on the page/);
  await database.maintenance.deleteFrom("mails").execute();
  smtp.received.length = 0;
  const gone = picture("e");
  await asked("Gone", ["gone.png", gone]);
  await rm(blobPath(kit.dataDir, createHash("sha256").update(gone).digest("hex")));
  expect((await arrived()).html).toContain("The picture gone.png is on the page");
  await database.maintenance.deleteFrom("mails").execute();
  smtp.received.length = 0;
  const level = { securityLevel: "account" };
  await database.maintenance.updateTable("projects").set(level).where("id", "=", seed.acme.id).execute();
  await asked("Account", ["secret.png", picture("f")]);
  const { mail } = await arrived();
  expect([mail.includes("Content-ID"), mail.includes("secret.png")]).toEqual([false, false]);
});
